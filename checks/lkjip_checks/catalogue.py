"""The rule catalogue: what every rule is called, how serious it is, on what it rests.

All 80 rules are here. The text is data (`catalogue.toml`, `explained.toml`).
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from lkjip_schemas.vocabulary import FindingClass, Severity


class BasisStatus(StrEnum):
    """How surely a legal basis is known.

    `verified`: read in the primary text or in several public sources; `secondary`: in one secondary
    source; `practice`: known from practice, not checked against the regulation; `none`: own logic
    (arithmetic, form), no regulation.
    """

    VERIFIED = "verified"
    SECONDARY = "secondary"
    PRACTICE = "practice"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Basis:
    """One legal basis of a rule and how surely it is known."""

    text: str
    status: BasisStatus


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One entry of the catalogue.

    `condition` is the condition as the domain notes state it (English); `checks_id`/`checks_en` the
    sentence checked, `example_*` a finding as it would read, `answer_*` how an agency can answer it,
    `recommendation_*` what an evaluation report recommends ("Agar ...").
    """

    id: str
    title_id: str
    title_en: str
    severity: Severity
    finding_class: FindingClass
    needs: tuple[str, ...]
    condition: str
    tolerance_id: str
    tolerance_en: str
    basis: tuple[Basis, ...]
    checks_id: str = ""
    checks_en: str = ""
    example_id: str = ""
    example_en: str = ""
    answer_id: str = ""
    answer_en: str = ""
    recommendation_id: str = ""
    recommendation_en: str = ""

    @property
    def basis_status(self) -> BasisStatus:
        """The surest status among the legal bases."""
        order = list(BasisStatus)
        return min((b.status for b in self.basis), key=order.index, default=BasisStatus.NONE)


def _info(entry: dict[str, Any], explained: dict[str, dict[str, str]]) -> RuleInfo:
    return RuleInfo(
        id=entry["id"],
        title_id=entry["title_id"],
        title_en=entry["title_en"],
        severity=Severity(entry["severity"]),
        finding_class=FindingClass(entry["class"]),
        needs=tuple(entry["needs"]),
        condition=entry["condition"],
        tolerance_id=entry.get("tolerance_id", ""),
        tolerance_en=entry.get("tolerance_en", ""),
        basis=tuple(Basis(b["text"], BasisStatus(b["status"])) for b in entry["basis"]),
        **explained.get(entry["id"], {}),
    )


def _load() -> dict[str, RuleInfo]:
    here = files("lkjip_checks")
    rules = tomllib.loads((here / "catalogue.toml").read_text("utf-8"))["rule"]
    explained = tomllib.loads((here / "explained.toml").read_text("utf-8"))
    return {entry["id"]: _info(entry, explained) for entry in rules}


CATALOGUE: dict[str, RuleInfo] = _load()
"""Every rule by id, in the order of the domain notes."""
