"""What a rule is: a generator of hits with one id for ever.

    @rule("AR-07")
    def overspent(view: ReportView) -> RuleHits:
        \"\"\"Money spent does not exceed the budget of its row.\"\"\"
        ...
        yield Hit(...)
        return number_of_comparisons

The docstring is the sentence that is checked. A rule says how many comparisons it made; none at all
is `not_run`, never `pass`. `NotRun` says why a rule cannot judge this report.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

from lkjip_checks.view import ReportView
from lkjip_schemas.bilingual import both
from lkjip_schemas.finding import Figure, OtherReading
from lkjip_schemas.vocabulary import FindingClass, Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding before it is compared with the others.

    `breaks` names the facts that do not hold (`AR-07:11:3:2023`), `clears` the facts that would hold
    if this hit's explanation is right: hits that break them are folded into this one. Hits with the
    same rule and the same `copy_key` are one finding printed in several places. `weight` decides
    between hits that explain each other: the higher one leads. Severity and class are those of the
    catalogue unless given. `misread` are figures of which one misread digit would explain the hit.
    """

    rule_id: str
    message_id: str
    message_en: str
    figures: tuple[Figure, ...]
    breaks: frozenset[str]
    clears: frozenset[str] = frozenset()
    copy_key: tuple[str, ...] = ()
    expected: str = ""
    repair: str = ""
    weight: int = 0
    severity: Severity | None = None
    finding_class: FindingClass | None = None
    misread: tuple[OtherReading, ...] = ()

    def as_doubt(self, why_id: str, why_en: str, misread: tuple[OtherReading, ...] = ()) -> "Hit":
        """The hit as a question about the reading (class e), which accuses nobody; `why_*` says what
        is doubtful, `misread` which figures have one misread digit then."""
        return replace(
            self,
            message_id=f"{self.message_id} {why_id}",
            message_en=f"{self.message_en} {why_en}",
            severity=Severity.LOW,
            finding_class=FindingClass.EXTRACTION_DOUBT,
            misread=misread,
        )


READING_DOUBT = (
    "Salah satu angka diragukan bacaannya; periksa halamannya.",
    "One of the figures was read with doubt; look at the page.",
)
"""Why a hit is only a question: one of its figures is `doubtful`."""


RuleHits = Generator[Hit, None, int]
"""What a rule gives: hits, and at the end the number of comparisons it made."""

RuleFunction = Callable[[ReportView], RuleHits]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule: its id, the sentence it checks, the generator."""

    id: str
    sentence: str
    run: RuleFunction


class NotRun(Exception):
    """The rule cannot judge this report; the reason in both languages."""

    def __init__(self, reason_id: str, reason_en: str) -> None:
        """`reason_id` in Indonesian, `reason_en` in English."""
        super().__init__(both(reason_id, reason_en))


RULES: dict[str, Rule] = {}
"""The rules that are checked, by id."""


def rule(rule_id: str) -> Callable[[RuleFunction], RuleFunction]:
    """Register a generator function as the rule `rule_id`; its docstring is the sentence checked."""

    def register(function: RuleFunction) -> RuleFunction:
        if rule_id in RULES:
            raise ValueError(f"rule {rule_id} is registered twice")
        if not function.__doc__:
            raise ValueError(f"rule {rule_id} does not say what it checks")
        RULES[rule_id] = Rule(rule_id, " ".join(function.__doc__.split()), function)
        return function

    return register
