"""From annotations to what somebody must decide, and from decisions to gold.

Pure functions. Nothing here decides by itself, unless it is asked for a policy.
"""

from .listing import Given, gather, latest_version, prepare
from .opened import open_decisions, open_sentences
from .policies import MAJORITY, MANUAL, decide_by
from .settling import settle, taken

__all__ = [
    "MAJORITY",
    "MANUAL",
    "Given",
    "decide_by",
    "gather",
    "latest_version",
    "open_decisions",
    "open_sentences",
    "prepare",
    "settle",
    "taken",
]
