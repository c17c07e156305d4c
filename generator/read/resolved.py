"""The settings that an engine reads, as the plain trees that records are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, SequenceNode

from generator.model.fields import SPAN_KEY
from generator.model.settings import Settings, is_nothing
from generator.model.text import Text
from generator.read.nodes import Fields, Items
from generator.read.nodes import Node as Plain
from generator.read.positions import Positions


def tree_of(settings: Settings, positions: Positions) -> Fields:
    """All settings with their spans; those that are given without a value are left out."""
    return _Tree(settings, positions).fields(settings.root)


@dataclass(slots=True)
class _Tree:
    """Makes each node once, so that aliases of aliases stay small."""

    settings: Settings
    positions: Positions
    made: dict[int, Plain] = field(default_factory=dict)

    def fields(self, node: MappingNode) -> Fields:
        fields = Fields(self.positions)
        self.made[id(node)] = fields
        fields[SPAN_KEY] = self.settings.span_of(node)
        for key, value in node.value:
            fields.offsets[key.value] = key.start_mark.index
            if is_nothing(value):
                fields.absent.add(key.value)
            else:
                fields[key.value] = self._node(value)
        return fields

    def _node(self, node: Node) -> Plain:
        if id(node) in self.made:
            return self.made[id(node)]
        if isinstance(node, MappingNode):
            return self.fields(node)
        if isinstance(node, SequenceNode):
            items = Items()
            self.made[id(node)] = items
            items.span = self.settings.span_of(node)
            items += [self._node(item) for item in node.value]
            return items
        return Text(str(node.value), self.settings.span_of(node))
