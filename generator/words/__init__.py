"""Every word of ours that readers of the site see, by language; what authors and sources wrote is not ours.

`words_in(language)` gives the `Words` that stages write with: whole sentences with places to fill, plurals,
dates, numbers and lists. The messages stand in `<language>/*.po` (gettext, read with Babel), one file for
each kind of view; docs/decisions/0022-words-have-one-home.md tells how they are named.
"""

from generator.words.catalogue import Catalogue, NoWords, language_of, languages
from generator.words.scripts import script_with
from generator.words.wording import Words, words_in

__all__ = ["Catalogue", "NoWords", "Words", "language_of", "languages", "script_with", "words_in"]
