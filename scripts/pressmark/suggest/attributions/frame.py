"""One attribution as it is read inside a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

Range = tuple[int, int]


@dataclass(slots=True)
class Frame:
    """One attribution inside a sentence, in word indices, half-open. ``pattern`` names the rule that found it.

    ``opens`` is true where the content is still to come in the next sentences (a colon ends this one).
    """

    cue: Range
    pattern: str
    source: Range | None = None
    contents: list[Range] = field(default_factory=list)
    opens: bool = False
    reference: bool = False
