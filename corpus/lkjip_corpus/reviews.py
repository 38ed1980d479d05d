"""What a reviewer decides: on a finding, or on a reading."""

from dataclasses import dataclass
from typing import Any

from lkjip_corpus.canonical import coordinate, text
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import Decision

MOST_LETTERS = 2_000
"""Of a reason or a figure: a longer one is a mistake or an attack."""


@dataclass(frozen=True, slots=True)
class Review:
    """One decision. `finding_key` is empty for a decision on a reading alone; `page` and `box` name the place of a
    reading, `read` what was read there and `right` what is right. `decided_at` is UTC, ISO 8601.

    ValueError for a rejection without a reason, or a misreading without a place or the right text.
    """

    report_id: str
    decision: Decision
    reviewer: str
    decided_at: str
    finding_key: str = ""
    reason: str = ""
    page: int | None = None
    box: Box | None = None
    read: str = ""
    right: str = ""

    def __post_init__(self) -> None:
        """Refuses what would say nothing."""
        if not self.reviewer.strip():
            raise ValueError("reviewer")
        if self.decision is Decision.REJECTED and not self.reason.strip():
            raise ValueError("reason")
        if self.decision is Decision.MISREAD and (
            not self.right.strip() or self.page is None or self.box is None
        ):
            raise ValueError("right")
        if max(len(self.reason), len(self.right), len(self.read), len(self.reviewer)) > MOST_LETTERS:
            raise ValueError("length")


def review_row(review: Review) -> dict[str, Any]:
    """The row of a decision, without its number."""
    box = review.box
    corners = (box.x0, box.top, box.x1, box.bottom) if box is not None else (None,) * 4
    return {
        "report_id": review.report_id,
        "finding_key": text(review.finding_key),
        "decision": str(review.decision),
        "reason": text(review.reason.strip()),
        "page": review.page,
        **{
            name: None if value is None else coordinate(value)
            for name, value in zip(("x0", "top", "x1", "bottom"), corners, strict=True)
        },
        "read": text(review.read),
        "right": text(review.right.strip()),
        "reviewer": text(review.reviewer.strip()),
        "decided_at": review.decided_at,
    }
