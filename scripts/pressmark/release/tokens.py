"""Cut text into tokens so that no span cuts one, and turn spans into IOB2 tags and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # 10,000 and 11.5 are one token; the unit in "5km" is another
    r"|n['’]t\b"  # don't -> do n't
    r"|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"  # Kyiv's -> Kyiv 's
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W\d_]+?(?=n['’]t\b)"
    r"|(?:[^\W\d_][\u0300-\u036f]*)+"
    r"|(\S)\1*"  # any other character, repeated as in "..." or "---"
)


def tokenize(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Cut a text into tokens; return their offsets, shifted by ``start``.

    Tokens are split at hyphens, clitics, brackets and between digits and letters. Every non-blank character is in
    exactly one token. Linear in the text's length.
    """
    return [(match.start() + start, match.end() + start) for match in _TOKEN.finditer(text)]


def to_tags(tokens: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> list[str]:
    """Tag the tokens of spans of one label with IOB2; where spans nest or overlap, the outermost first one stays.

    A span that cuts a token takes the whole token.
    """
    tags, free = ["O"] * len(tokens), 0
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if free <= first < last:
            tags[first:last] = ["B"] + ["I"] * (last - first - 1)
            free = last
    return tags


def from_tags(tokens: Sequence[tuple[int, int]], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Turn IOB2 tags back into spans: the reverse of :func:`to_tags` for spans on token boundaries.

    Raises ValueError for an ``I`` that continues nothing.
    """
    spans: list[tuple[int, int]] = []
    inside = False
    for (start, end), tag in zip(tokens, tags, strict=True):
        if tag == "B":
            spans.append((start, end))
        elif tag == "I":
            if not inside:
                raise ValueError(f"tag I at {start} continues no span")
            spans[-1] = (spans[-1][0], end)
        inside = tag != "O"
    return spans
