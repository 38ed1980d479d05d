"""What the rules give: findings with their places and arithmetic, and a word for every rule."""

from decimal import Decimal

from lkjip_schemas.place import Box, Place
from lkjip_schemas.record import Record
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import FindingClass, Outcome, Severity


class Figure(Record):
    """A printed figure that a finding rests on.

    `what` says in a few words what it is (subject and measure); `box` is where it is printed.
    """

    page: int
    raw: str
    value: Decimal | None
    what: str
    box: Box | None = None

    @staticmethod
    def at(place: Place, raw: str, what: str) -> "Figure":
        """Words printed at a place: no figure, but what a finding rests on."""
        return Figure(page=place.page, raw=raw, value=None, what=what, box=place.box)

    @staticmethod
    def of(observation: Observation, what: str = "") -> "Figure":
        """The figure of an observation."""
        return Figure(
            page=observation.place.page,
            raw=observation.raw,
            value=observation.value,
            what=what or f"{observation.subject}: {observation.measure}",
            box=observation.place.box,
        )


class OtherReading(Record):
    """A figure read from a picture, and what it would be, one digit changed, for a sum or a ratio to hold.

    `text` is the other figure as it would be printed.
    """

    page: int
    box: Box
    text: str


class Finding(Record):
    """One contradiction, gap or doubt, told in both languages with every place it rests on.

    `expected` is the figure that would be right, `repair` the smallest change that would explain
    the contradiction, `folded_into` the `key` of the finding that explains this one; `misread` are figures
    of which one misread digit would explain it.
    """

    rule_id: str
    severity: Severity
    finding_class: FindingClass
    message_id: str
    message_en: str
    figures: tuple[Figure, ...]
    expected: str = ""
    repair: str = ""
    key: str = ""
    folded_into: str = ""
    misread: tuple[OtherReading, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of its figures, each once, in order."""
        return tuple(sorted({f.page for f in self.figures}))


class RuleRun(Record):
    """What one rule said of one report."""

    rule_id: str
    outcome: Outcome
    reason: str = ""
