"""Annotations → how far annotators agree: coefficients, span F1, and what they differ on."""

from __future__ import annotations

from .decisions import carried, older_since, versions
from .markdown import tables
from .measure import measure
from .terminal import render
from .whole import Agreement

__all__ = ["Agreement", "carried", "measure", "older_since", "render", "tables", "versions"]
