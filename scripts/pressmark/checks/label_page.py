"""Read label_config.xml, the page that an annotator sees in Label Studio."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..vocabulary import vocabulary

CHOICES = {
    "labels": "label",
    "number_modifier": "number_modifier",
    "number_kind": "number_kind",
    "location_usage": "location_usage",
    "attribution_mode": "attribution_mode",
    "content_type": "content_type",
}
"""The vocabulary that each control of choices must offer, by the control's name."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """Why a page cannot be read."""

    reason: str


class _NoDocumentType(ElementTree.TreeBuilder):
    def doctype(self, *_: object) -> None:
        raise ValueError("it has a DOCTYPE, which could define entities")


def parse_page(text: str) -> Element | Malformed:
    """Turn the text of label_config.xml into its elements, or say why it cannot be read.

    A DOCTYPE is refused, so that no entity can be defined (the standard library's parser would expand it).
    """
    parser = ElementTree.XMLParser(target=_NoDocumentType())  # noqa: S314
    try:
        parser.feed(text)
        page: Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return Malformed(str(error))
    return page if page.tag == "View" else Malformed(f"its outermost element is <{page.tag}>, not <View>")


def offered(control: Element, tag: str) -> list[str]:
    """List the values that a control writes into an annotation: each option's alias, else its value."""
    return [option.get("alias") or option.get("value") or "" for option in control.iter(tag)]


def vocabularies(page: Element) -> Iterator[tuple[str, list[str], tuple[str, ...], bool]]:
    """Yield each control that a vocabulary rules: name, what it offers, vocabulary, whether all is needed."""
    for control in page.iter("Labels"):
        name = control.get("name", "")
        yield name, offered(control, "Label"), vocabulary("span_label"), name == "span"
    for control in page.iter("Choices"):
        name = control.get("name", "")
        if name in CHOICES:
            yield name, offered(control, "Choice"), vocabulary(CHOICES[name]), True
    for control in page.iter("Relations"):
        yield "Relations", offered(control, "Relation"), vocabulary("link_type"), False
