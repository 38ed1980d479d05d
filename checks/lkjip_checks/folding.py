"""One cause, one finding.

Hits that are copies of each other (the same figures printed in several tables) become one with all
places. Hits about facts that another hit explains are folded into it (domain notes, section 5:
"Suppress dependants"). What remains is sorted, the most serious first.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip_checks.catalogue import CATALOGUE
from lkjip_checks.numbers_text import pages_en, pages_id
from lkjip_checks.rule import Hit
from lkjip_schemas.finding import Finding
from lkjip_schemas.vocabulary import FindingClass, Severity

KEY_LENGTH = 10
"""Hexadecimal digits of the hash in a key."""


def findings_of(hits: Iterable[Hit]) -> tuple[Finding, ...]:
    """Findings of one report from all its hits: copies joined, dependants folded, sorted, with keys."""
    joined = _join_copies(list(hits))
    keys = _keys(joined)
    leaders = _leaders(joined)
    found = [_finding(hit, keys[i], keys[leaders[i]] if i in leaders else "") for i, hit in enumerate(joined)]
    return tuple(sorted(found, key=_order))


TELL_FIRST = ("CT-01", "CP-01", "CP-02", "AR-08", "AR-03", "AR-07", "CT-07", "AR-05", "AR-04", "AR-01")
"""Among findings of one severity an evaluator needs these first: which target counts, what was
achieved against it, money spent beyond its budget; then sums that do not add up."""

TOLD = (*TELL_FIRST, *(r for r in CATALOGUE if r not in TELL_FIRST))
"""All rules in the order in which findings of one severity are told."""


def severity_of(hit: Hit) -> Severity:
    """The severity of a hit: its own or that of the catalogue."""
    return hit.severity or CATALOGUE[hit.rule_id].severity


def class_of(hit: Hit) -> FindingClass:
    """The class of a hit: its own or that of the catalogue."""
    return hit.finding_class or CATALOGUE[hit.rule_id].finding_class


def _join_copies(hits: Sequence[Hit]) -> list[Hit]:
    groups: dict[tuple[object, ...], list[Hit]] = defaultdict(list)
    for index, hit in enumerate(hits):
        alike = (hit.rule_id, class_of(hit), *(hit.copy_key or (index,)))
        groups[alike].append(hit)
    return [_joined(group) for group in groups.values()]


def _joined(group: Sequence[Hit]) -> Hit:
    # The copy in the most telling table leads, the first printed of several.
    first, *_ = group = sorted(group, key=lambda h: (severity_of(h).rank, -len(h.clears)))
    if len(group) == 1:
        return first
    figures = tuple(dict.fromkeys(f for h in group for f in h.figures))
    pages = {f.page for h in group[1:] for f in h.figures} - {f.page for f in first.figures}
    return replace(
        first,
        message_id=first.message_id
        + (f" Hal yang sama tercetak lagi pada {pages_id(pages)}." if pages else ""),
        message_en=first.message_en + (f" The same is printed again on {pages_en(pages)}." if pages else ""),
        figures=figures,
        breaks=frozenset().union(*(h.breaks for h in group)),
        clears=frozenset().union(*(h.clears for h in group)),
        weight=max(h.weight for h in group),
        misread=tuple(dict.fromkeys(m for h in group for m in h.misread)),
    )


def _leaders(hits: Sequence[Hit]) -> dict[int, int]:
    """For every folded hit the hit that explains it; chains end at hits that nothing explains."""
    direct: dict[int, int] = {}
    for index, hit in enumerate(hits):
        explaining = [
            other
            for other in range(len(hits))
            if other != index and hits[other].clears & hit.breaks and _leads(hits[other], hit, other, index)
        ]
        if explaining:
            direct[index] = max(explaining, key=lambda i: (hits[i].weight, -i))
    return {index: _end(direct, index) for index in direct}


def _leads(leader: Hit, hit: Hit, leader_index: int, hit_index: int) -> bool:
    """Whether `leader` may explain `hit`: it weighs more, or as much and explains without being explained."""
    if leader.weight != hit.weight:
        return leader.weight > hit.weight
    mutual = bool(hit.clears & leader.breaks)
    return not mutual or leader_index < hit_index


def _end(direct: dict[int, int], index: int) -> int:
    seen = {index}
    while direct.get(index, index) not in seen:
        index = direct[index]
        seen.add(index)
    return index


def _keys(hits: Sequence[Hit]) -> list[str]:
    keys: list[str] = []
    for hit in hits:
        places = sorted(f"{f.page}|{f.what}|{f.raw}" for f in hit.figures)
        digest = hashlib.sha256("\n".join((hit.rule_id, *places)).encode()).hexdigest()[:KEY_LENGTH]
        key, again = f"{hit.rule_id}-{digest}", 2
        while key in keys:
            key, again = f"{hit.rule_id}-{digest}-{again}", again + 1
        keys.append(key)
    return keys


def _finding(hit: Hit, key: str, folded_into: str) -> Finding:
    return Finding(
        rule_id=hit.rule_id,
        severity=severity_of(hit),
        finding_class=class_of(hit),
        message_id=hit.message_id,
        message_en=hit.message_en,
        figures=tuple(dict.fromkeys(hit.figures)),
        expected=hit.expected,
        repair=hit.repair,
        key=key,
        folded_into=folded_into,
        misread=hit.misread,
    )


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        bool(finding.folded_into),
        finding.severity.rank,
        TOLD.index(finding.rule_id),
        finding.pages,
        finding.key,
    )
