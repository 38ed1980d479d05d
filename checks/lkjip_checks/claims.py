"""CT-14, CT-15: what sentences and analysis tables say, against the figures."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted, shown
from lkjip_checks.plan_claims import FULL, NEARLY, plan_claims
from lkjip_checks.rows import doubtful, of_indicators, value_of
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.statuses import wrong_statuses
from lkjip_checks.told_outcomes import own_achievement, told_outcomes
from lkjip_checks.unabsorbed import unabsorbed
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Analisis, ProgramPenunjang
from lkjip_schemas.vocabulary import Measure, SubjectLevel, TableKind

LEAST_WORDS = 3
"""Names of fewer words stand in sentences on other things."""
TELLING_WORD = 5
"""Letters of a word that tells one indicator from others."""
LONG_CELL = 20
"""Letters from which on an explanation says something of its own."""
SEVERAL = 2
TOLD = 5
MEASURED = frozenset({TableKind.PENGUKURAN, TableKind.BANDING_TAHUN, TableKind.ANALISIS})

_ALL = re.compile(
    r"\b(?:seluruh|semua|keseluruhan)(?:nya)?\s+(?:\w+\s+){0,2}?(?:indikator|sasaran|target)\b(?:\s+\w+){0,6}?\s+"
    r"(?:telah|sudah|dapat|berhasil)\s+(?:\w+\s+)?(?:tercapai|terpenuhi|dicapai|mencapai|memenuhi|melampaui|melebihi)\b",
    re.IGNORECASE,
)
_ALL_PROGRAMS = re.compile(
    r"\btarget\s+(?:dari\s+)?(?:seluruh|semua|masing-masing)\s+program\b(?:\s+\w+){0,4}?\s+(?:telah|sudah)\s+(?:\w+\s+)?"
    r"(?:tercapai|terpenuhi|dicapai)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:tidak|belum)\s+(?:\w+\s+)?(?:tercapai|terpenuhi|mencapai\s+target|memenuhi\s+target)\b|\bdi\s?bawah\s+target\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:telah|sudah|berhasil|dapat)\s+(?:\w+\s+)?"
    r"(?:tercapai|terlampaui|terpenuhi|dilampaui|mencapai\s+target(?!\s+(?:kinerja\s+)?se(?:besar|banyak))|"
    r"memenuhi\s+target|melampaui\s+target|melebihi\s+target)\b|\b(?:melampaui|melebihi|memenuhi)\s+target\b",
    re.IGNORECASE,
)
_NOT_ON_THE_YEAR = re.compile(
    r"\b(?:diharap\w*|agar|supaya|akan|apabila|jika|bila|harus|perlu|sebagian|hampir|beberapa|kecuali|namun|tetapi|"
    r"nasional|provinsi|renstra|rpjmd|akhir|triwulan|semester|sebelumnya|lalu|masing-masing|tersebut|ini|program|"
    r"kegiatan|adalah|apakah|ketika|ukuran|definisi|rumus|sampai (?:dengan )?tahun)\b",
    re.IGNORECASE,
)
"""Sentences on wishes, on parts, on plans or on other years claim nothing about the year's achievement."""
_OF_THE_SAME = re.compile(
    r"(?:realisasi|capaian|nilai|angka|hasil|indikator)(?:\s+kinerja)?\s+(?:tersebut|ini)\s+(?:telah|sudah|berhasil|(?P<not>belum|tidak))"
    r"\s+(?:(?:dapat|mampu|berhasil)\s+)?(?:melampaui|melebihi|mencapai|memenuhi)\s+target\b(?!\s+(?:akhir|renstra|rpjmd|nasional))",
    re.IGNORECASE,
)
"""A claim on the indicator of the sentence before, or of the heading ("Realisasi tersebut telah melampaui target");"""
_OF_ONE_PART = re.compile(
    r"\b(?:pada|dalam|untuk|dari|di)\s+(?:sasaran|tujuan|seksi|sub ?bag\w*|bidang|bagian|kelurahan|desa)\b"
    r"(?!\s+strategis\s+(?:dinas|badan|kecamatan|tahun|telah|sudah|dapat))|"
    r"\bsasaran\s+(?:pertama|kedua|ketiga|keempat|kelima|ke-?\s?\d|\d|ini|tersebut|"
    r"(?:meningkat|menurun|mewujud|terwujud|terlaksana|tercapainya|terpenuhinya|tercipta)\w*)\b|"
    r"(?<!seluruh )(?<!semua )(?<!setiap )(?<!antar )(?<!antar-)\b(?:seksi|bidang)\b",
    re.IGNORECASE,
)
"""Claims on all indicators of a part: of one sasaran, or of a part of the unit."""
_HEADED_BY_ONE = re.compile(
    r"\bsasaran\b\W*(?:strategis\b\W*)?(?:ke-?\s?)?\d{1,2}\b|\bsasaran\b[^:]*:|"
    r"\bindikator\b\W*(?:kinerja\W*)?\d|\b(?:seksi|bidang)\b",
    re.IGNORECASE,
)
"""Headings of the part of a report on one sasaran."""
_TARGET_OF_OTHERS = re.compile(
    r"^\s*(?:kinerja\s+)?(?:(?:yang\s+)?(?:kab(?:upaten)?|kota|kecamatan|nasional|provinsi|minimal|maksimal|ideal|antara|"
    r"renstra|rpjmd|dipersyaratkan)\b|(?:pada|di|untuk|dalam)\s+(?:unsur|komponen|aspek|sub|bidang|seksi|kelurahan|desa)\b)",
    re.IGNORECASE,
)
"""Behind "target": that of a place above, a bound, or of a part."""
_OTHER_TARGET = re.compile(
    r"^\s*(?:antara|minimal|maksimal|nasional|provinsi|program|kegiatan)\b", re.IGNORECASE
)
"""behind it, targets of another kind;"""
_OF_ANOTHER = re.compile(
    r"\b(?:selain|berbeda|di ?samping|salah satu|indikator (?:berikutnya|lain\w*))\b|"
    r"\bindikator\b.*\b(?:adalah|yaitu|yakni)\s+(?!sebesar|sebanyak|senilai|mencapai|ukuran|\d)",
    re.IGNORECASE,
)
"""in the sentence before, that it speaks of another indicator than the one it names."""
_NEXT_CLAUSE = re.compile(r"[,;]|\b(?:dan|serta|sehingga|karena)\b", re.IGNORECASE)
"""What ends the clause on the target."""
_WITHOUT_TARGET = re.compile(r"\b(?:terpenuhi|terlampaui|dilampaui)\b", re.IGNORECASE)
"""Verbs that are said of conditions and needs as well as of targets."""
_LEADS_TO_NAME = re.compile(
    r"(?:untuk|pada|indikator|kinerja|utama|capaian|realisasi|target|nilai|hasil|bahwa|sasaran|strategis|tahun|ke|pertama|"
    r"kedua|ketiga|keempat|kelima|yaitu|yakni|\d)*"
)
"""Words that may stand before the name of an indicator that is the subject of its sentence; without blanks."""
_NOT_ALL = re.compile(r"\b(?:belum|tidak|kurang)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@rule("CT-15")
def claims_follow_figures(view: ReportView) -> RuleHits:
    """What the text claims ("telah tercapai", "belum tercapai") agrees with the achievement printed, and indicators
    are not all explained with the same words."""
    achieved = of_indicators(view.report.observations, Measure.CAPAIAN_PCT, view.year, MEASURED)
    compared = 0
    accused: set[int] = set()
    for told, achievement in told_outcomes(view):
        accused.add(id(told))
        yield _claim(told, [achievement])
    before: ToldSentence | None = None
    for told in view.report.prose.sentences:
        said, before = before, told
        if told.place.confidence < SURE or id(told) in accused:
            continue
        if (claim := _OF_THE_SAME.match(told.text)) and said is not None:
            if not _same_thing(said, told.text[claim.end() :], view.year):
                continue
            own = _named(said.text, achieved) or _named(_on_the_same(said.text, told.heading), achieved)
            reached = claim.group("not") is None
            compared += bool(own)
            if own and all(value_of(o) < FULL - NEARLY if reached else value_of(o) >= FULL for o in own):
                yield _claim(told, own)
            continue
        if not _speaks_of_the_year(told, view.year):
            continue
        if _ALL.search(told.text) and achieved and not _NOT_ALL.search(told.text):
            if _OF_ONE_PART.search(told.text) or _HEADED_BY_ONE.search(told.heading):
                continue
            compared += 1
            missed = [o for own in achieved.values() for o in own if value_of(o) < FULL - NEARLY]
            if missed:
                yield _claim(told, missed)
            continue
        says_missed, says_reached = (_said(pattern, told.text) for pattern in (_MISSED, _REACHED))
        bearing = own_achievement(told.text)
        if says_missed == says_reached or (bearing is not None and (bearing >= FULL) == says_reached):
            continue
        own = _named(told.text, achieved)
        if not own or not _of_its_target(told.text, own):
            continue
        compared += 1
        reached, missed_it = (
            all(value_of(o) >= FULL for o in own),
            all(value_of(o) < FULL - NEARLY for o in own),
        )
        if (says_missed and reached) or (says_reached and missed_it):
            yield _claim(told, own)
    yield from _all_programs(view)
    yield from plan_claims(view, achieved)
    yield from unabsorbed(view)
    yield from wrong_statuses(view)
    explained = [r for r in view.report.records if isinstance(r, Analisis) and r.place.confidence >= SURE]
    compared += len(explained)
    for same_words in _same_explanations(explained):
        pages = sorted({r.place.page for r in same_words})
        names = ", ".join(quoted(r.indikator) for r in same_words[:TOLD])
        yield Hit(
            "CT-15",
            f"{capital(pages_id(pages))}: {names} dijelaskan dengan kata yang sama: "
            f"{quoted(shown(same_words[0].penyebab))}.",
            f"{capital(pages_en(pages))}: {names} are explained with the same words: "
            f"{quoted(shown(same_words[0].penyebab))}.",
            tuple(Figure.at(r.place, r.penyebab, r.indikator) for r in same_words),
            frozenset({f"CT-15:{letters(same_words[0].penyebab)[:60]}"}),
        )
    return compared


def _said(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a sentence claims something of the target of the year of the whole unit."""
    match = pattern.search(text)
    return match is not None and not _TARGET_OF_OTHERS.match(text[match.end() :])


def _all_programs(view: ReportView) -> Iterator[Hit]:
    """Sentences that say all programs reached their targets, where a table prints less for some."""
    programs = {
        (r.table_no, r.row): r.program
        for r in view.report.records
        if isinstance(r, ProgramPenunjang) and r.program
    }
    best: dict[str, Observation] = {}
    for o in view.report.observations:
        program = programs.get((o.table_no, o.row))
        if (
            program
            and o.measure == Measure.CAPAIAN_PCT
            and o.period in ("", str(view.year))
            and o.value is not None
            and not doubtful(o)
            and (program not in best or value_of(o) > value_of(best[program]))
        ):
            best[program] = o.model_copy(update={"subject": program})
    short = [o for o in best.values() if value_of(o) < FULL - NEARLY]
    for told in view.report.prose.sentences:
        if short and told.place.confidence >= SURE and _ALL_PROGRAMS.search(told.text):
            yield _claim(told, short)


def _speaks_of_the_year(told: ToldSentence, year: int) -> bool:
    return (
        bool(year)
        and not _NOT_ON_THE_YEAR.search(told.text)
        and all(y == str(year) for y in _YEAR.findall(told.text))
    )


def _same_thing(said: ToldSentence, rest: str, year: int) -> bool:
    """Whether a claim goes on with the indicator that the sentence before names, and with the target of the year;
    `rest` is what stands behind "target"."""
    clause = _NEXT_CLAUSE.split(rest)[0]
    of_year = all(y == str(year) for y in _YEAR.findall(clause)) and not _NOT_ON_THE_YEAR.search(clause)
    return of_year and not _OTHER_TARGET.search(clause) and not _OF_ANOTHER.search(said.text)


def _on_the_same(said: str, heading: str) -> str:
    """The heading, if a sentence below it has one of its longer words: it may speak of something else by now."""
    words = {w for w in name_words(heading) if len(w) >= TELLING_WORD}
    return heading if words & set(name_words(said)) else ""


def _of_its_target(text: str, own: Sequence[Observation]) -> bool:
    """Whether "terpenuhi" or "terlampaui" is said of a target, or of the indicator with whose name the sentence
    begins."""
    if not _WITHOUT_TARGET.search(text) or re.search(r"\btarget\b", text, re.IGNORECASE):
        return True
    key = name_key(text)
    return any(_LEADS_TO_NAME.fullmatch(key.partition(name_key(o.subject))[0]) for o in own)


def _named(text: str, achieved: dict[str, list[Observation]]) -> list[Observation]:
    """The achievements of the one indicator that a sentence, or a heading, names in full; none where it names
    several."""
    said = name_key(text)
    named = [
        own for key, own in achieved.items() if key in said and len(name_words(own[0].subject)) >= LEAST_WORDS
    ]
    return named[0] if len(named) == 1 else []


def _claim(told: ToldSentence, own: Sequence[Observation]) -> Hit:
    pages = sorted({told.place.page, *(o.place.page for o in own)})
    figures_id = "; ".join(
        f"{quoted(o.subject)} {printed(o)} ({pages_id([o.place.page])})" for o in own[:TOLD]
    )
    figures_en = "; ".join(
        f"{quoted(o.subject)} {printed(o)} ({pages_en([o.place.page])})" for o in own[:TOLD]
    )
    text = shown(told.text)
    return Hit(
        "CT-15",
        f"{capital(pages_id(pages))}: tertulis {quoted(text)}, tetapi capaian yang tercetak: {figures_id}.",
        f"{capital(pages_en(pages))}: it says {quoted(text)}, but the achievement printed is: {figures_en}.",
        (
            Figure.at(told.place, text, "kalimat"),
            *(Figure.of(o) for o in own),
        ),
        frozenset({f"CT-15:{told.place.page}:{round(told.place.box.top)}"}),
    )


def _same_explanations(explained: Sequence[Analisis]) -> list[list[Analisis]]:
    """Rows of different indicators whose causes are told in the same words; a cell merged over them is none."""
    found: dict[str, list[Analisis]] = defaultdict(list)
    for r in explained:
        words = letters(r.penyebab)
        known = found[words]
        if len(words) >= LONG_CELL and r.indikator and all(k.indikator != r.indikator for k in known):
            known.append(r)
    return [own for own in found.values() if len(own) >= SEVERAL]


@rule("CT-14")
def one_map_of_programs(view: ReportView) -> RuleHits:
    """A program serves the same sasaran in the table of supporting programs and in the other tables."""
    places: dict[str, list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.subject_level is SubjectLevel.PROGRAM and o.parent and not doubtful(o):
            places[letters(o.subject)].append(o)
    served = [
        r for r in view.report.records if isinstance(r, ProgramPenunjang) and r.place.confidence >= SURE
    ]
    known = {letters(r.sasaran) for r in served} - {""}
    compared = 0
    told: list[tuple[ProgramPenunjang, str, Observation]] = []
    for r in served:
        others = [o for o in places.get(letters(r.program), ()) if o.table_no != r.table_no]
        if not others or not r.sasaran:
            continue
        compared += 1
        # Wordings differ for no reason: only a sasaran that the table knows as another one says something else.
        under = {letters(o.parent) for o in others}
        if letters(r.sasaran) not in under and under <= known:
            told.append((r, others[-1].parent, others[-1]))
    if told:
        pages = sorted({p for r, _, o in told for p in (r.place.page, o.place.page)})
        listed_id = "; ".join(
            f"{quoted(r.program)} menunjang {quoted(r.sasaran)} ({pages_id([r.place.page])}), tetapi berada di bawah "
            f"{quoted(s)} ({pages_id([o.place.page])})"
            for r, s, o in told[:TOLD]
        )
        listed_en = "; ".join(
            f"{quoted(r.program)} serves {quoted(r.sasaran)} ({pages_en([r.place.page])}), but stands under "
            f"{quoted(s)} ({pages_en([o.place.page])})"
            for r, s, o in told[:TOLD]
        )
        yield Hit(
            "CT-14",
            f"{capital(pages_id(pages))}: {listed_id}.",
            f"{capital(pages_en(pages))}: {listed_en}.",
            tuple(
                f
                for r, _, o in told
                for f in (
                    Figure.at(r.place, r.program, r.sasaran),
                    Figure.of(o),
                )
            ),
            frozenset({"CT-14"}),
        )
    return compared
