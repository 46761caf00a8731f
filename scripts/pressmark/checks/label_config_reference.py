"""Find names on the annotators' page that lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..model import Problem
from .loaded import LABEL_CONFIG, Loaded, problem, shown

ID = "label-config-reference"
LEVEL = 3
EXPLAIN = (
    "In label_config.xml every name is given once, every control has a toName, and every toName, whenTagName and "
    "whenLabelValue names something that is on the page."
)
REPAIR = "edit label_config.xml"
CONTROLS = ("Labels", "Choices", "Number", "TextArea", "Rating", "DateTime", "Taxonomy")


def check(corpus: Loaded) -> Iterator[Problem]:
    """Look up every name that an element of the page refers to."""
    if (page := corpus.page) is None:
        return
    names = Counter(element.get("name") for element in page.iter() if element.get("name"))
    facts = [f"the name {shown(name or '')} is given {count} times" for name, count in names.items() if count > 1]
    for element in page.iter():
        if element.tag in CONTROLS and not element.get("toName"):
            facts.append(f"<{element.tag}> {shown(element.get('name', ''))} has no toName")
        for attribute in ("toName", "whenTagName"):
            wanted = [name for name in element.get(attribute, "").split(",") if name and name not in names]
            facts += [
                f"{attribute} of <{element.tag}> names {shown(name)}, which is not on the page" for name in wanted
            ]
        facts += _values(page, element)
    for fact in dict.fromkeys(facts):
        yield problem(LABEL_CONFIG, ID, fact, REPAIR)


def _values(page: Element, element: Element) -> Iterator[str]:
    """Yield each value that an element waits for and that the control it names does not offer."""
    control = page.find(f".//*[@name='{name}']") if (name := element.get("whenTagName", "")).isidentifier() else None
    if control is not None:
        known = {option.get(key) for option in control.iter() for key in ("value", "alias")}
        for value in element.get("whenLabelValue", "").split(","):
            if value and value not in known:
                yield f"whenLabelValue of <{element.tag}> waits for {shown(value)}, which {shown(name)} does not offer"
