"""Show one article with its labels, spans and links: in the terminal and as a page that needs nothing else."""

from __future__ import annotations

from .view import View

__all__ = ["View"]
