"""Annotations → how far annotators agree: coefficients, span F1, and what they differ on."""

from __future__ import annotations

from .decisions import versions
from .markdown import tables
from .measure import measure, most_disputed
from .terminal import render
from .values import Agreement

__all__ = ["Agreement", "measure", "most_disputed", "render", "tables", "versions"]
