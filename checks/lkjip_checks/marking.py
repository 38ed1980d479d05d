"""Figures that a sum or a ratio contradicts and one other digit would mend: marked where they were read."""

from collections.abc import Iterable
from dataclasses import replace

from lkjip_schemas.document import Document
from lkjip_schemas.finding import Finding
from lkjip_schemas.place import SURE, Place
from lkjip_schemas.records import Report

CONTRADICTED = 0.5
"""Confidence of a figure read from a picture that a sum or a ratio contradicts; in doubt (below `SURE`)."""


def mark_misread(document: Document, report: Report, findings: Iterable[Finding]) -> tuple[Document, Report]:
    """Document and report with the figures in doubt that `Finding.misread` names.

    Cells and figures there get the confidence `CONTRADICTED`; the cell also the figure that would be right
    as its other reading, unless it has one from the picture.
    """
    others = {(m.page, m.box): m.text for f in findings for m in f.misread}
    if not others:
        return document, report

    def marked(place: Place) -> Place:
        if (place.page, place.box) not in others or place.confidence < SURE:
            return place
        return replace(place, confidence=CONTRADICTED)

    tables = tuple(
        table._replace(
            cells=tuple(
                c._replace(
                    place=marked(c.place), other=c.other or others.get((c.place.page, c.place.box), "")
                )
                for c in table.cells
            ),
        )
        for table in document.tables
    )
    observations = tuple(o.model_copy(update={"place": marked(o.place)}) for o in report.observations)
    return document._replace(tables=tables), report.model_copy(update={"observations": observations})
