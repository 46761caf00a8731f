"""Annotations → how far annotators agree: coefficients, span F1, and what they differ on."""

from __future__ import annotations

from .decisions import carry, ordered, versions
from .markdown import tables
from .measure import measure
from .terminal import render
from .whole import Agreement

__all__ = ["Agreement", "carry", "measure", "ordered", "render", "tables", "versions"]
