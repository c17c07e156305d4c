"""Scripts that a browser runs with words of ours in them."""

import json
from collections.abc import Mapping

from generator.words.wording import Words

_BLOCK = '"use strict";\n{\n'


def script_with(words: Words, script: str, keys: Mapping[str, str]) -> str:
    """A script whose one block begins with `WORDS`: the messages of these keys, their places left open.

    The same words give the same bytes, whatever they hold in ASCII. Raises ValueError for a script that is
    not one block in strict mode.
    """
    head, block, rest = script.partition(_BLOCK)
    if not block:
        raise ValueError("a script with words of ours is one block in strict mode")
    messages = {name: words.unfilled(key) for name, key in keys.items()}
    return f"{head}{block}const WORDS = {json.dumps(messages, sort_keys=True)};\n{rest}"
