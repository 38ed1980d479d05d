"""Parts of CT-09: words of two scales mixed in one report, and scores on a bound that two scales judge differently."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, number_id, pages_en, pages_id, printed, quoted, shown
from lkjip_checks.printed_scales import Band
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_normalize.wording import collapse
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Skala
from lkjip_schemas.vocabulary import FindingClass, Severity

NATIONAL: tuple[tuple[int, str], ...] = (
    (90, "sangat memuaskan"), (80, "memuaskan"), (70, "sangat baik"), (60, "baik"), (50, "cukup"), (30, "kurang"),
)  # fmt: skip
"""The bound above which a score of the AKIP evaluation has a word; the bound itself belongs to the word below
(PermenPANRB 88/2021, Lampiran I)."""
NATIONAL_SINCE = 2015
"""PermenPANRB 12/2015 gave the words the bounds of today."""
OWN_WORDS = frozenset({"memuaskan", "sangat memuaskan"})
"""Only the scale of the AKIP evaluation uses these words."""
_LEVELS = ("sangat tinggi", "sangat rendah", "tinggi", "sedang", "rendah")
"""The words of the scale of Permendagri 86/2017."""
_CALLED = re.compile(
    r"\b(?:capaian|kinerja|realisasi)\b.{0,60}\b(?:tergolong|(?:ber)?predikat|(?:ber)?kategori(?:kan)?|termasuk)\s+"
    rf"(?:kategori\s+|dalam\s+|capaian\s+)*[“\"']?(?P<word>{'|'.join(_LEVELS)})\b",
    re.IGNORECASE,
)


def words_of_another_scale(view: ReportView) -> Iterator[Hit]:
    """Sentences that call an achievement "sangat tinggi" in a report whose own scales have no such word."""
    labels = {collapse(r.label.lower()) for r in view.report.records if isinstance(r, Skala)}
    if not labels & OWN_WORDS or view.unread or any(word in label for word in _LEVELS for label in labels):
        return
    for told in view.report.prose.sentences:
        called = _CALLED.search(told.text)
        if called is None or told.place.confidence < SURE:
            continue
        word, page = called["word"].lower(), [told.place.page]
        scale = next(r for r in view.report.records if isinstance(r, Skala))
        own_page = [scale.place.page]
        yield Hit(
            "CT-09",
            f"{capital(pages_id(page))}: tertulis {quoted(shown(told.text))}, tetapi skala laporan ini "
            f"({pages_id(own_page)}) tidak mengenal predikat {quoted(word)}; dua skala bercampur.",
            f"{capital(pages_en(page))}: it says {quoted(shown(told.text))}, but the scale of this report "
            f"({pages_en(own_page)}) has no word {quoted(word)}; two scales are mixed.",
            (
                Figure.at(told.place, shown(told.text), "kalimat"),
                Figure.at(scale.place, scale.rentang, scale.label),
            ),
            frozenset({f"CT-09:kata:{word}"}),
            copy_key=(word,),
            severity=Severity.LOW,
            finding_class=FindingClass.QUALITY,
        )


def scores_on_a_bound(
    view: ReportView, scales: Sequence[Sequence[Band]], worded: Iterable[tuple[Observation, Decimal, str]]
) -> Iterator[Hit]:
    """Scores on a bound of the AKIP scale that a report, using its words, puts into the word above."""
    if view.year < NATIONAL_SINCE:
        return
    own = [bands for bands in scales if {b.label for b in bands} >= OWN_WORDS]
    told: set[tuple[str, Decimal]] = set()
    for o, score, word in worded:
        right = next((w for bound, w in NATIONAL if score > bound), "sangat kurang")
        band = next((b for bands in own for b in bands if b.label == word and b.holds(score)), None)
        if (
            band is None
            or right == word
            or score not in {bound for bound, _ in NATIONAL}
            or (word, score) in told
        ):
            continue
        told.add((word, score))
        page, scale = [o.place.page], [band.record.place.page]
        yield Hit(
            "CT-09",
            f"{capital(pages_id(page))}: {quoted(o.subject)} tercetak {printed(o)}. Skala laporan ini "
            f"({pages_id(scale)}) menyebut {number_id(score)} {quoted(band.record.label)}, sedangkan pada skala "
            f"nasional yang memakai kata yang sama nilai {number_id(score)} masih {quoted(right.title())} "
            f"(PermenPANRB 88/2021: {quoted(word.title())} di atas {number_id(score)}).",
            f"{capital(pages_en(page))}: {quoted(o.subject)} is printed {printed(o)}. The scale of this report "
            f"({pages_en(scale)}) calls {score} {quoted(band.record.label)}, but on the national scale, which uses "
            f"the same words, {score} is still {quoted(right.title())} (PermenPANRB 88/2021: {quoted(word.title())} "
            f"is above {score}).",
            (Figure.of(o), Figure.at(band.record.place, band.record.rentang, band.record.label)),
            frozenset({f"CT-09:batas:{word}:{score}"}),
            copy_key=(word, str(score)),
            finding_class=FindingClass.QUALITY,
        )
