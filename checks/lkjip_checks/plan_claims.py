"""Part of CT-15: sentences on what is still to be done until the end of the plan, against the figures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import (
    capital,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    printed,
    quoted,
    shown,
)
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure

FULL = Decimal(100)
NEARLY = Decimal("0.5")
"""An achievement that misses the full target by no more than so many percentage points may be called reached."""
SMALL_GAP = Decimal(1)
"""Per cent of the end target below which a gap is not "significant"."""
SHORTEST = 3
"""Letters of a short form such as IKM or SAKIP, at least."""

_TO_IMPROVE = re.compile(
    r"\b(?:target|capaian|realisasi)\b[^.,;\d]{0,60}\b(?:perlu|harus|masih harus)\s+(?:di)?tingkatkan\b",
    re.IGNORECASE,
)
_OF_MORE = re.compile(
    r"\d|\b(?:sudah|telah|namun|tetapi|tapi|maka|karena|tahun|unsur|komponen|aspek|kualitas|sarana|evaluasi|pelayanan)\b",
    re.IGNORECASE,
)
"""Words of sentences on something else that is to be improved, or on a good achievement that is to become better."""
_END_REACHED = re.compile(
    r"\bakhir\s+(?:masa\s+)?(?:periode\s+)?renstra\b.{0,80}\b(?:dapat|telah|sudah)\s+(?:terpenuhi|tercapai|dipenuhi|dicapai)"
    r"(?!\s*(?:sebesar\s+|sebanyak\s+)?\d)",
    re.IGNORECASE,
)
_SIGNIFICANT = re.compile(
    r"\b(?:masih|harus|perlu)\b.{0,80}\bsignifikan\b.{0,120}\b(?:akhir|renstra)\b", re.IGNORECASE
)
_HOPES = re.compile(
    r"\b(?:capai\w*|nilai|indikator|target)\b.{0,120}\b(?:harapan|optimis\w*|diharapkan|berpeluang)\b.{0,80}\btarget\b.{0,20}"
    r"\bakhir\s+(?:masa\s+)?(?:periode\s+)?(?:renstra|rencana\s+str\w+)",
    re.IGNORECASE,
)
_NEXT_PLAN = re.compile(r"\bberikutnya\b|\bmendatang\b|\bselanjutnya\b", re.IGNORECASE)
_SHORT_FORM = re.compile(rf"\b[A-Z]{{{SHORTEST},}}\b")
_WISHES = re.compile(
    r"\b(?:diharapkan|harapan|berharap|agar|supaya|sehingga|semoga|akan|optimis|untuk|upaya|apabila|jika|bila|"
    r"diperkirakan|diproyeksikan|"
    r"tahun (?:depan|berikutnya|mendatang))\b",
    re.IGNORECASE,
)
"""Words of sentences about what is still to come."""


def plan_claims(view: ReportView, achieved: Mapping[str, Sequence[Observation]]) -> Iterator[Hit]:
    """Claims about indicators, named in full or by their short forms, that their figures contradict."""
    yield from _still_hoping(view)
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE:
            continue
        if _SIGNIFICANT.search(told.text):
            yield from _small_gaps(view, told)
        if _WISHES.search(told.text):
            continue
        if _TO_IMPROVE.search(told.text) and not _OF_MORE.search(told.text):
            named = [own[0] for own in achieved.values() if _names(told, own[0].subject)]
            if named and all(value_of(o) >= FULL for o in named):
                yield _claim(told, named, "capaian", "achievement")
        if _END_REACHED.search(told.text):
            short = [o for o in _of_plan(view, Measure.KEMAJUAN_PCT) if value_of(o) < FULL]
            if short:
                yield _claim(told, short, "kemajuan terhadap target akhir", "progress to the end target")


def _still_hoping(view: ReportView) -> Iterator[Hit]:
    """Hopes for the end of the plan, in the report on its last year."""
    period = view.report.identity.plan_period
    if not view.year or period.rpartition("-")[2] != str(view.year):
        return
    hopes = [
        s
        for s in view.report.prose.sentences
        if s.place.confidence >= SURE and _HOPES.search(s.text) and not _NEXT_PLAN.search(s.text)
    ]
    if hopes:
        pages = sorted({s.place.page for s in hopes})
        text = shown(hopes[0].text)
        yield Hit(
            "CT-15",
            f"{capital(pages_id(pages))}: tertulis {quoted(text)}, padahal {view.year} adalah tahun terakhir Renstra "
            f"{period}; hasil akhirnya sudah ada.",
            f"{capital(pages_en(pages))}: it says {quoted(text)}, but {view.year} is the last of the plan {period}; "
            "the result is there.",
            tuple(Figure.at(s.place, shown(s.text), "kalimat") for s in hopes),
            frozenset({"CT-15:akhir renstra"}),
        )


def _names(told: ToldSentence, subject: str) -> bool:
    """Whether a sentence names an indicator by a short form in capitals that its name holds."""
    words = {w.lower() for w in re.findall(r"[A-Za-z]+", subject)}
    return any(short.lower() in words for short in _SHORT_FORM.findall(told.text))


def _of_plan(view: ReportView, measure: Measure) -> list[Observation]:
    return [
        o
        for o in view.report.observations
        if o.measure == measure and o.value is not None and not doubtful(o)
    ]


def _small_gaps(view: ReportView, told: ToldSentence) -> Iterator[Hit]:
    ends = {(o.table_no, o.row): o for o in _of_plan(view, Measure.TARGET_AKHIR) if _names(told, o.subject)}
    for realised in _of_plan(view, Measure.REALISASI):
        end = ends.get((realised.table_no, realised.row))
        if end is None or realised.period not in ("", str(view.year)) or not end.value:
            continue
        gap = (end.value - value_of(realised)) / end.value * FULL
        if not 0 < gap < SMALL_GAP:
            continue
        pages = sorted({told.place.page, end.place.page})
        text = shown(told.text)
        yield Hit(
            "CT-15",
            f"{capital(pages_id(pages))}: tertulis {quoted(text)}, tetapi {quoted(end.subject)} hanya kurang "
            f"{percent_id(gap)} dari target akhirnya ({printed(realised)} dari {printed(end)}).",
            f"{capital(pages_en(pages))}: it says {quoted(text)}, but {quoted(end.subject)} lacks only "
            f"{percent_en(gap)} of its end target ({printed(realised)} of {printed(end)}).",
            (Figure.at(told.place, text, "kalimat"), Figure.of(realised), Figure.of(end)),
            frozenset({f"CT-15:{told.place.page}:{round(told.place.box.top)}:gap"}),
        )


def _claim(told: ToldSentence, own: Sequence[Observation], what_id: str, what_en: str) -> Hit:
    pages = sorted({told.place.page, *(o.place.page for o in own)})
    text = shown(told.text)
    listed = "; ".join(f"{quoted(o.subject)} {printed(o)}" for o in own)
    return Hit(
        "CT-15",
        f"{capital(pages_id(pages))}: tertulis {quoted(text)}, padahal {what_id} yang tercetak: {listed}.",
        f"{capital(pages_en(pages))}: it says {quoted(text)}, but the {what_en} printed is: {listed}.",
        (Figure.at(told.place, text, "kalimat"), *(Figure.of(o) for o in own)),
        frozenset({f"CT-15:{told.place.page}:{round(told.place.box.top)}:{what_en}"}),
    )
