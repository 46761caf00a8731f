"""Turn what adjudicators submitted in Label Studio into decisions about an article, beside those made by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..adjudicate import taken
from ..adjudication import Case
from ..decisions import AGREED, NONE, OWN, Adjudication, Item, Ruling, content
from ..model import Problem, SentenceIndex, Span, merge_spans
from .results import place_of
from .sides import Pages, linked_from_elsewhere
from .tasks import CONTEXT

Place = tuple[int, str]
"""A sentence and the key of a span in it."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What an adjudicator submitted about one sentence, ``at`` the server's time (ISO 8601, UTC), and ``why``."""

    index: int
    who: str
    why: str
    at: str
    spans: tuple[Span, ...]


def rule(case: Case, submitted: Sequence[Submitted], file: str) -> tuple[Adjudication, list[Problem]]:
    """Add what was submitted to the decisions about an article; return also what cannot be added.

    The version taken is the annotator's whose span it equals, as far as the page can show one. A span is decided on in
    the sentence that it stands in; one marked from elsewhere is added there, or if that sentence was submitted too,
    must be marked there as well. Decisions made by hand stay: one that differs is a problem (``adjudication-differs``).
    So does what was changed by hand after it was brought in. An adjudicator's later decision replaces her own.
    """
    work = _Work(case, submitted, file)
    work.decide()
    return replace(work.before, audit=case.made.audit, units=work.rulings()), work.problems


class _Work:
    """Decisions while they are gathered."""

    def __init__(self, case: Case, submitted: Sequence[Submitted], file: str) -> None:
        self.file, self.problems, self.held = file, list[Problem](), set[int]()
        self.before = case.listed(case.made, audit=True)
        self.units = {unit.index: unit for unit in self.before.units}
        self.items: dict[Place, Item] = {(u.index, item.key): item for u in self.before.units for item in u.items}
        self.sentences, pages = SentenceIndex.of(case.article.sentences), Pages.of(case)
        inside = {each.index: {s.key for s in each.spans if self._home(s) == each.index} for each in submitted}
        self.submitted = {each.index: each for each in submitted if self._is_whole(each, inside)}
        self.pages = {index: pages.page(index) for index in self.submitted}
        self.shown = {index: {name: page.as_read(name) for name in page.versions} for index, page in self.pages.items()}
        names = {name for shown in self.shown.values() for name in shown}
        self.seen = {name: _merged(shown.get(name, ()) for shown in self.shown.values()) for name in names}
        self.marked = self._marked()
        self.given = _merged(each.spans for each in self.submitted.values())

    def _home(self, span: Span) -> int:
        return self.sentences.touching(span.start, span.end)[0]

    def _is_whole(self, each: Submitted, inside: Mapping[int, set[str]]) -> bool:
        """Hold back a submission that marks a span elsewhere which that sentence's own submission leaves out."""
        wrong = [span for span in each.spans if span.key not in inside.get(self._home(span), {span.key})]
        for span in wrong:
            fact = f"it marks {span.key}, which sentence {self._home(span)} leaves out, where that span stands"
            self._problem(f"sentence {each.index}", fact, "mark it in both sentences in Label Studio, or in neither")
        return not wrong

    def _problem(self, place: str, fact: str, repair: str, id_: str = "adjudication-differs") -> None:
        repair += ", then run: pressmark studio pull"
        self.problems.append(Problem(f"{self.file}:{place}", id_, fact, repair))

    def decide(self) -> None:
        """Decide on every span of the sentences that were submitted, and on those that were marked elsewhere."""
        added = {(self._home(span), span.key): Item(span.key) for span in self.given.values()}
        for place, item in (added | self.items).items():
            if each := self._decider(place, item):
                alike = self._alike(place, item)
                if len({content(item.versions[name]) for name in alike}) < 2 or self._is_fixed(place, item, each):
                    self._set(place, self._decision(place, item, each), each)
                elif item.take not in alike:
                    self._ask(place, item, alike)

    def _decider(self, place: Place, item: Item) -> Submitted | None:
        """Find the last submission that has to do with a span: its sentence's, or one that marks it from elsewhere.

        Where none is new, it is one that said something of the span before, and now may not.
        """
        own = [self.submitted[place[0]]] if place[0] in self.submitted else []
        if own or place not in self.items or item.take == AGREED:
            own += self.marked[item.key]
        if item.at and not any(_when(each.at) > _when(item.at) for each in own):
            near = range(place[0] - CONTEXT, place[0] + CONTEXT + 1)
            own += [self.submitted[i] for i in near if i in self.submitted and self._withdraws(self.submitted[i], item)]
        return max(own, key=lambda each: _when(each.at), default=None)

    def _marked(self) -> defaultdict[str, list[Submitted]]:
        """Find the submissions that mark a span of another sentence, otherwise than their pages showed it."""
        marked: defaultdict[str, list[Submitted]] = defaultdict(list)
        for each in self.submitted.values():
            shown = {span for spans in self.shown[each.index].values() for span in spans}
            for span in each.spans:
                if span not in shown and self._home(span) != each.index:
                    marked[span.key].append(each)
        return marked

    def _withdraws(self, each: Submitted, item: Item) -> bool:
        """Tell whether a submission comes after what its adjudicator herself had said of a span on the same page."""
        later = item.at is not None and _when(item.at) < _when(each.at) and item.who == each.who
        return later and item.own is not None and place_of(self.pages[each.index].where, item.own) is not None

    def _decision(self, place: Place, item: Item, each: Submitted) -> Item | None:
        """Decide on a span as an adjudicator did; None takes away one that only she had added."""
        span, bare = self.given.get(item.key), Item(item.key, versions=item.versions)
        decided = replace(bare, who=each.who, why=each.why, at=each.at)
        agreed = replace(bare, take=AGREED) if AGREED in item.versions else None
        if span is None:
            rejected = replace(decided, take=NONE) if item.versions else None
            return rejected if place[0] in self.submitted else agreed
        if alike := self._alike(place, item):
            return agreed or replace(decided, take=alike[0])
        return replace(decided, take=OWN, own=self._own(span, item))

    def _alike(self, place: Place, item: Item) -> list[str]:
        """Find the versions of a span that look on the pages like what was submitted."""
        span, judge = self.given.get(item.key), next(iter(self.units[place[0]].judges), "")
        seen = {name: self.seen.get(judge if name == AGREED else name, {}).get(item.key) for name in item.versions}
        return [name for name, each in seen.items() if each is not None and each == span]

    def _is_fixed(self, place: Place, item: Item, each: Submitted) -> bool:
        """Tell whether a span was decided otherwise than by a policy, or by this adjudicator's earlier submission."""
        mine = item.at and item.who == each.who and not self._is_known(place, each)
        return bool(item.take) and item.take not in self._alike(place, item) and not (item.policy or mine)

    def _ask(self, place: Place, item: Item, alike: Sequence[str]) -> None:
        """Leave a span open whose versions look alike on the pages and are not."""
        self.items[place] = Item(item.key, versions=item.versions)
        fact = f"the versions of {' and '.join(alike)} look alike on the page, and differ in what it does not show, "
        fact += "such as a link to another sentence"
        ends = sorted(linked_from_elsewhere(self.sentences, item) - {place[0]} - self.submitted.keys())
        there = f"decide in Label Studio on sentence {' and '.join(map(str, ends))} as well, or " if ends else ""
        self._problem(item.key, fact, f"{there}fill in its take, who and why", "adjudication-open")

    def _own(self, span: Span, item: Item) -> Span:
        """Keep the links that all versions have and no page could show."""
        shown = {link for seen in self.seen.values() if item.key in seen for link in seen[item.key].links}
        links = [{*version.links} for version in item.versions.values()]
        hidden = set.intersection(*links) - shown if links else set()
        return replace(span, links=tuple(sorted({*span.links, *hidden})))

    def _set(self, place: Place, decided: Item | None, each: Submitted) -> None:
        """Put a decision in place of what is there, unless that was decided by hand."""
        there, known = self.items.get(place), self._is_known(place, each)
        if known and (there is None or there.take):
            return
        open_ = there is None or there.take in ("", AGREED) or there.policy
        mine = there and there.at and there.who == each.who and (each.index == place[0] or not _same(there, decided))
        if there and not open_ and not mine:
            if not _same(there, decided):
                self._differs(there, decided, each)
        elif decided is None:
            self.items.pop(place, None)
        else:
            self.items[place] = decided

    def _is_known(self, place: Place, each: Submitted) -> bool:
        """Tell whether this decision was brought in before: what is there now was left, or changed, on purpose."""
        there, unit = self.items.get(place), self.units[each.index]
        return any(at is not None and _when(at) >= _when(each.at) for at in (unit.at, there.at if there else None))

    def _differs(self, there: Item, decided: Item | None, each: Submitted) -> None:
        self.held.add(each.index)
        said = f"{each.who} has {_told(decided)} in Label Studio"
        fact = f"{there.who or 'somebody'} decided {_told(there)} here, and {said}"
        repair = f'for the one here, write at = "{each.at}" in it; for the other one, empty its take, who and why'
        self._problem(there.key, fact, repair)

    def rulings(self) -> tuple[Ruling, ...]:
        """Put the sentences together again: their items, and who looked at them."""
        items: defaultdict[int, list[Item]] = defaultdict(list)
        for (index, _), item in self.items.items():
            items[index].append(item)
        return tuple(self._ruling(unit, replace(unit, items=tuple(items[unit.index]))) for unit in self.before.units)

    def _ruling(self, unit: Ruling, made: Ruling) -> Ruling:
        each = self.submitted.get(unit.index)
        if each is None or unit.index in self.held or (unit.at and _when(unit.at) >= _when(each.at)):
            return made
        hers = unit.who == each.who or any((item.who, item.at) == (each.who, each.at) for item in made.items)
        by_hand = unit.who and unit.why and not (unit.at and hers)
        who, why = (unit.who, unit.why) if by_hand else (each.who, each.why)
        return replace(made, who=who, why=why, at=each.at)


def _merged(spans: Iterable[Iterable[Span]]) -> dict[str, Span]:
    """Merge spans of several pages; of a span that stands on several, the one with attributes counts."""
    every = [content(span) for each in spans for span in each]
    merged = merge_spans(sorted(every, key=lambda s: not (s.number or s.location or s.attribution)))
    return {span.key: span for span in merged}


def _same(there: Item, decided: Item | None) -> bool:
    first, second = taken(there), taken(decided) if decided else None
    return (first and content(first)) == (second and content(second))


def _told(item: Item | None) -> str:
    if item is None or item.take == NONE:
        return "no such span"
    return "a span of their own" if item.take == OWN else f"the version of {item.take}"


def _when(at: str) -> tuple[str, str]:
    """Make a time (ISO 8601, UTC) comparable: to the second, and what is beyond it."""
    second, _, rest = at.removesuffix("Z").partition(".")
    return second, rest
