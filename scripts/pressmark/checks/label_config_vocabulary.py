"""Find values on the annotators' page that the vocabulary does not list, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .label_page import vocabularies
from .loaded import LABEL_CONFIG, Loaded, problem, shown

ID = "label-config-vocabulary"
LEVEL = 4
EXPLAIN = (
    "The annotators' page offers what the vocabulary lists, no more and no less: span labels in the control 'span', "
    "labels in 'labels' and, where the page asks for them, number_modifier, number_kind, location_usage, "
    "attribution_mode and content_type in controls of these names. Other controls of labels, and relations, offer "
    "nothing else."
)
REPAIR = "edit label_config.xml after schema/vocabulary.schema.json"


def check(corpus: Loaded) -> Iterator[Problem]:
    """Compare what each control offers with its vocabulary."""
    if (page := corpus.page) is None:
        return
    controls = list(vocabularies(page))
    names = {name for name, _, _, _ in controls}
    for name, tag in (("span", "Labels"), ("labels", "Choices")):
        if name not in names:
            yield problem(LABEL_CONFIG, ID, f"there is no <{tag} name={name!r}>", REPAIR)
    for name, offers, wanted, whole in controls:
        for value in sorted(set(offers) - set(wanted)):
            yield problem(
                f"{LABEL_CONFIG}:{name}", ID, f"it offers {shown(value)}, which is not in the vocabulary", REPAIR
            )
        for value in (each for each in wanted if whole and each not in offers):
            yield problem(f"{LABEL_CONFIG}:{name}", ID, f"it does not offer {value!r}", REPAIR)
