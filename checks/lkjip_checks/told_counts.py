"""Part of CT-06: how many sasaran, indicators and programs a sentence counts, against the tables.

Tables are counted only where two of them (of the agreement, as the report prints it and as it is signed, and of what
is measured; agreed budgets and spending) list the same number. Only sentences are asked whose subject is the agreement,
the unit or the year, and that count all of a kind; those on one sasaran, on other plans or years are left out.
Parts that a sentence gives itself (indicators that reached their targets, men and women) must come to its whole.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal

from lkjip_checks.hierarchy import level_of
from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, quoted, shown
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Iku
from lkjip_schemas.vocabulary import Measure, SubjectLevel, TableKind

PERFORMANCE_TABLES = frozenset({TableKind.PK_SASARAN, TableKind.PENGUKURAN})
FURTHER_TABLES = frozenset({TableKind.JANGKA_MENENGAH, TableKind.BANDING_TAHUN, TableKind.RENAKSI})
"""Asked too, where the report has but one of those."""
MONEY_TABLES = frozenset({TableKind.PK_ANGGARAN, TableKind.REALISASI_ANGGARAN})
SEVERAL = 2
"""Indicators counted so often in one sentence are parted."""
LEAST_ALIKE = 3
"""So many names that two tables list alike are all there are; tables of one indicator each list fewer."""
MOST_APART = 2
"""A count that misses the tables by more speaks of other things."""

_VERB = (
    r"(?:menetapkan|ditetapkan|memuat|melaksanakan|dilaksanakan|memiliki|mempunyai|terdapat|menyajikan|terdiri|"
    r"dijabarkan|didukung)"
)
_IN_WORDS = r"(?:\([^()]{2,30}\)\s*)?"
"""A number once more, in words: "13 (tiga belas)"."""
_COUNT = re.compile(
    rf"(?P<verb>\b(?:{_VERB}|dengan|dan|serta)\b(?:\s+[a-z]+){{0,3}}?)\s+(?P<digits>\d{{1,2}})\s*{_IN_WORDS}"
    r"(?P<noun>sasaran|indikator|program)\b(?=(?P<rest>[^.;]{0,60}))",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
"""A sentence that tells what the year holds."""
_WHOLE = re.compile(
    r"\b(?:perjanjian kinerja|pk|kecamatan|dinas|badan|rsud|rumah sakit|sekretariat|kantor|inspektorat|satuan|"
    r"perangkat daerah|[os]k?pd|laporan|tahun (?:ini|(?:anggaran )?(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
"""The agreement, the unit or the year, of which all is counted;"""
_PART = re.compile(
    r"\b(?:sasaran|tujuan|indikator|program|kegiatan|seksi|sub ?bag\w*|kepala|camat|bupati|gubernur|wali ?kota|uptd?|"
    r"sekretaris|kas[iu]\w*|kabid|lurah|eselon|pejabat|pengawas|jabatan|individu|staf|"
    r"meningkat\w*|terwujud\w*|mewujud\w*|tercapai\w*)\b",
    re.IGNORECASE,
)
"""words in front of the verb after which only a part is counted."""
_AGREEMENT = (
    r"(?:di ?)?(?:dalam|pada|melalui|sesuai|di)\s+(?:(?:dokumen|lampiran|tabel)\s+)*"
    r"(?:(?:perjanjian|penetapan) kinerja|pk|berikut)\b"
    r"(?!\s+(?:eselon|sekretaris\b|bupati|wali ?kota|gubernur|individu|(?:yang )?bersumber|"
    r"kepala (?:bidang|bagian|sub|seksi)))"
)
_NOTHING_MORE = re.compile(
    r"^(?:\s*\b(?:strategis|kinerja|kerja)\b)*\s*"
    r"(?:$|[,:)](?!\s*(?:yang )?(?:belum|tidak|telah|sudah|ditetapkan oleh))|"
    rf"(?:dan|serta|{_AGREEMENT}|dalam (?=tahun|tabel|laporan|rangka|mendukung|mencapai)|(?:pada |untuk )tahun|"
    r"tahun \d{4}(?=\W*$| (?:adalah )?sebagai)|sebagai berikut|"
    rf"sebagaimana(?=\W*$| (?:\w+ )?(?:{_AGREEMENT}|tabel|dalam tabel|pada tabel|berikut))|"
    r"yaitu|yakni|dengan(?: jumlah)?\s+\d|"
    r"yang (?:dilaksanakan|(?:harus|akan) (?:dicapai|dilaksanakan|diwujudkan)|terdiri|dijabarkan|didukung|"
    rf"(?:dituangkan|tertuang|tercantum|ditetapkan|disepakati|diperjanjikan)(?:\W*$| {_AGREEMENT})))(?!\w))",
    re.IGNORECASE,
)
"""What may stand behind the noun; "penunjang" or "yang turun" count some of them only."""
_MAIN = re.compile(r"\s*(?:kinerja\s+)?utama\b(?:\s*\(IKU\))?", re.IGNORECASE)
"""Main indicators are not more than the agreement has indicators; fewer they may be."""
_MEASURES_ALL = re.compile(
    r"\W*(?:LKj?\s?IP|LAKIP|LKIP|Laporan\s+Kinerja)(?:\s+ini|\s+tahun\s+\d{4})?\s+mengukur\s+\d",
    re.IGNORECASE,
)
"""A sentence on all that the report measures."""
_ALL_PROGRAMS = re.compile(
    rf"\W*program\s+(?:(?!\b(?:ini|tersebut|pertama|kedua|ketiga|setiap|masing)\b)[^.;\d])*?"
    rf"\b(?:berjumlah|sebanyak|terdiri\s+(?:dari|atas))\s+(?P<digits>\d{{1,2}})\s*{_IN_WORDS}program\b"
    r"[^.;\d]*\b(?:sebagai\s+)?berikut\b",
    re.IGNORECASE,
)
"""A sentence that leads to the list of all programs ("Program yang mendukung sasaran berjumlah 6 program ...")."""
_OF_SOME_PROGRAMS = re.compile(
    r"\b(?:seksi|sub ?bag\w*|bidang|bagian|sekretari\w+|kelurahan|bupati|gubernur|wali ?kota|prioritas|unggulan|"
    r"nasional|provinsi|pusat|renstra|rpjm\w*|meningkat\w*|terwujud\w*|mewujud\w*|tercapai\w*|terciptanya)\b",
    re.IGNORECASE,
)
"""... but for some of them: those of a part of the unit, of one sasaran, or of others."""
_ACHIEVEMENT_OF = re.compile(
    rf"\W*(?:hasil\s+)?(?:pen)?(?:capaian|pengukuran)(?:\s+kinerja)?\s+\d{{1,2}}\s*{_IN_WORDS}sasaran\b",
    re.IGNORECASE,
)
"""A sentence on what all sasaran of a year achieved."""
_OF_OTHERS = re.compile(
    r"\b(?:renstra|rencana strategis|rpjm\w*|rpd|renja|rkpd|misi|visi|apbn|dak|dekonsentrasi|tugas pembantuan|urusan|"
    r"sasaran (?:ini|tersebut|di ?atas|pertama|kedua|ketiga)|masing-masing|setiap|tiap|antara lain|di ?antaranya|"
    r"bidang|unit kerja|kelurahan|sebelumnya|lalu|dari \d|semula|menjadi|mendukung (?:pencapaian )?sasaran|kementerian|"
    r"pemerintah pusat|perubahan)\b",
    re.IGNORECASE,
)
"""Plans, parts and sources that list others than the year's."""


def told_counts(view: ReportView) -> Iterator[Hit]:
    """Sentences that count other numbers of sasaran, indicators or programs than the tables list."""
    listed = {
        "sasaran": _listed_performance(view, "parent"),
        "indikator": _listed_performance(view, "subject"),
        "program": _listed_programs(view),
    }
    if not any(listed.values()):
        return
    main_ones = len({name_key(r.indikator) for r in view.report.records if isinstance(r, Iku)})
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE:
            continue
        programs, all_of = listed["program"], _ALL_PROGRAMS.match(told.text)
        if all_of and programs and 0 < abs(int(all_of["digits"]) - len(programs)) <= MOST_APART:
            if set(years_in(told.text)) <= {view.year} and not _OF_SOME_PROGRAMS.search(all_of.group()):
                yield _hit(told, all_of.group(), "program", programs)
            continue
        if not _of_the_year(told, view.year):
            continue
        found = list(_COUNT.finditer(told.text))
        nouns = [match["noun"].lower() for match in found]
        for match, noun in zip(found, nouns, strict=True):
            known, count = listed[noun], int(match["digits"])
            begins = _BEGINS.search(told.text[: match.end("verb")])
            main = _MAIN.match(match["rest"])
            if (
                not known
                or nouns.count(noun) > 1  # "4 program teknis dan 1 program penunjang"
                or not _NOTHING_MORE.match(match["rest"][main.end() :] if main else match["rest"])
                or (main and (count <= len(known) or count == main_ones))
            ):
                continue
            before = told.text[: begins.start()] if begins is not None else ""
            of_all = _WHOLE.search(before) and not _PART.search(before)
            of_all = of_all or (_MEASURES_ALL.match(told.text) and len(_COUNTED.findall(told.text)) < SEVERAL)
            if not of_all and not (_ACHIEVEMENT_OF.match(told.text) and years_in(told.text)):
                continue
            right = len(known)
            if count != right and 0 < abs(count - right) <= MOST_APART:
                yield _hit(told, match.group(), noun, known)


_PARTS = re.compile(
    rf"^\W*dari\b[^.;]{{0,60}}?\b(?P<all>\d{{1,2}})\s*{_IN_WORDS}indikator\b[^.;]*?"
    rf"(?P<reached>\d{{1,2}})\s*{_IN_WORDS}indikator\s+(?:\w+\s+){{0,2}}?"
    r"(?:mencapai|memenuhi|melampaui)\s+target\b[^.;]*?"
    rf"(?P<missed>\d{{1,2}})\s*{_IN_WORDS}indikator\s+(?:yang\s+)?(?:belum|tidak)\s+(?:\w+\s+)?"
    r"(?:tercapai|(?:mencapai|memenuhi)(?:\s+target(?:nya)?)?)\W*$",
    re.IGNORECASE,
)
"""The whole and its two parts, nothing behind them."""
_MORE_PARTS = re.compile(
    r"\b(?:sisa\w*|lain\w*|sesuai|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b", re.IGNORECASE
)
_COUNTED = re.compile(rf"\b\d{{1,2}}\s*{_IN_WORDS}indikator\b", re.IGNORECASE)
_ANY_COUNT = re.compile(
    r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?![.,]?\d)(?!\s*(?:%|persen\b|januari|februari|maret|april|mei|juni|"
    r"juli|agustus|september|oktober|november|desember))",
    re.IGNORECASE,
)
"""Whatever a sentence may count: a number that is no year, percentage or date."""


def told_parts(view: ReportView) -> Iterator[Hit]:
    """Sentences that part the indicators into those that reached their targets and those that did not, and the parts do
    not add up ("Dari 13 indikator, 9 indikator mencapai target dan 3 indikator belum")."""
    for told in view.report.prose.sentences:
        match = _PARTS.search(told.text) if told.place.confidence >= SURE else None
        if (
            match is None
            or len(_COUNTED.findall(told.text)) != 3
            or not set(years_in(told.text)) <= {view.year}
        ):
            continue
        plain = re.sub(r"\([^()]*\)", " ", told.text)
        if _MORE_PARTS.search(plain) or len(_ANY_COUNT.findall(plain)) > 3:
            continue
        whole, reached, missed = (int(match[name]) for name in ("all", "reached", "missed"))
        if reached + missed == whole:
            continue
        text, sum_of = shown(told.text), f"{reached} + {missed} = {reached + missed}"
        yield _parts_hit(told, text, (sum_of, sum_of), str(whole), "bagian", str(whole))


def _parts_hit(
    told: ToldSentence, text: str, sums: tuple[str, str], whole: str, key: str, expected: str
) -> Hit:
    """Parts of a sentence that do not come to its whole; `sums` is their sum in Indonesian and in English form."""
    page = [told.place.page]
    return Hit(
        "CT-06",
        f"{capital(pages_id(page))}: tertulis {quoted(text)}, padahal {sums[0]}, bukan {whole}.",
        f"{capital(pages_en(page))}: it says {quoted(text)}, but {sums[1]}, not {whole}.",
        (Figure.at(told.place, shown(told.text), "kalimat"),),
        frozenset({f"CT-06:{told.place.page}:{key}"}),
        expected=expected,
    )


_PERSONS = r"(?:\s*\([a-z ]{2,40}\))?(?:\s*(?:orang|jiwa|pegawai|asn|pns))?"
_MEN, _WOMEN = (
    r"(?:penduduk\s+|pegawai\s+)?(?:laki\W{0,3}laki|pria)",
    r"(?:penduduk\s+|pegawai\s+)?(?:perempuan|wanita)",
)
_NUMBER = r"(?<![\d.,])(?P<{0}>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}})(?![.,]?\d)"
_AND = r"\s*,?\s*(?:dan|serta|,|;)\s*(?:sebanyak\s+)?"
_SO_MANY = r"\s*(?:sebanyak|sejumlah|berjumlah|:|=)?\s*"
_BY_SEX = tuple(
    re.compile(
        rf"{_NUMBER.format('all')}\s*(?:\([a-z ]{{2,40}}\)\s*)?(?:orang|jiwa|pegawai|penduduk)\s*,?\s*(?:yang\s+)?"
        rf"(?:terdiri|meliputi|yaitu|yakni|dengan\s+rincian|dengan\s+komposisi)\s*(?:dari|atas)?\s*:?\s*{one}{_AND}{other}"
        r"(?!\s*(?:orang|jiwa|,|dan|serta|;)*\s*\d)(?!\s*(?:orang|jiwa)?\s*(?:,|dan|serta)\s*(?:\w+\s+){0,3}\d)",
        re.IGNORECASE,
    )
    for one, other in (
        (
            rf"(?:sebanyak\s+)?{_NUMBER.format('a')}{_PERSONS}\s*{_MEN}",
            rf"{_NUMBER.format('b')}{_PERSONS}\s*{_WOMEN}",
        ),
        (
            rf"{_MEN}{_SO_MANY}{_NUMBER.format('a')}{_PERSONS}",
            rf"{_WOMEN}{_SO_MANY}{_NUMBER.format('b')}{_PERSONS}",
        ),
    )
)
"""People, and right behind them how many are men and women, and nobody else."""


def told_by_sex(view: ReportView) -> Iterator[Hit]:
    """Sentences whose men and women do not come to all people that they count ("24 orang yang terdiri dari 13 orang
    laki-laki dan 10 orang perempuan")."""
    for told in view.report.prose.sentences:
        matches = [p.search(told.text) for p in _BY_SEX] if told.place.confidence >= SURE else []
        match = next(filter(None, matches), None)
        if match is None or _ANY_COUNT.search(told.text[match.end() :]) or years_in(match["all"]):
            continue
        if told.text.rstrip().endswith((";", ",", ":")):
            continue  # it goes on
        whole, men, women = (int(match[name].replace(".", "")) for name in ("all", "a", "b"))
        if men + women == whole:
            continue
        added, text = Decimal(men + women), shown(told.text, about=match.group())
        parts = f"{match['a']} + {match['b']}"
        sums = f"{parts} = {number_id(added)}", f"{parts} = {number_en(added)}"
        yield _parts_hit(told, text, sums, match["all"], match.group(), number_id(added))


def _of_the_year(told: ToldSentence, year: int) -> bool:
    return set(years_in(told.text)) <= {year} and not _OF_OTHERS.search(told.text)


Listed = dict[tuple[TableKind, bool], dict[str, Observation]]
"""One figure of each name, by kind of table and whether it stands in the signed agreement."""


def _listed_performance(view: ReportView, what: str) -> list[Observation]:
    """One figure of each sasaran (`parent`) or indicator (`subject`) of the year, where two places list the same
    number, or a table of the agreement and one of what is measured the same ones; else none."""
    listed, unclear = _names(view, what, PERFORMANCE_TABLES)
    if len(listed) == 1:
        listed, unclear = _names(view, what, PERFORMANCE_TABLES | FURTHER_TABLES)
    return _agreed(listed, unclear) or _alike(view, what, unclear)


def _alike(view: ReportView, what: str, unclear: set[tuple[TableKind, bool]]) -> list[Observation]:
    """As `_listed_performance`, by table: others of their kinds list the outputs of kegiatan, or those of lower
    units. Nothing is known where tables of the agreement part its list."""
    tables: dict[tuple[TableKind, int], dict[str, Observation]] = defaultdict(dict)
    for o in _of_year(view, PERFORMANCE_TABLES):
        name = o.parent if what == "parent" else o.subject
        if view.agreement_at(o) is None and (o.table_kind, False) not in unclear:
            tables[o.table_kind, o.table_no].setdefault(name_key(name), o)
    kinds: dict[frozenset[str], set[TableKind]] = defaultdict(set)
    for (kind, _), own in tables.items():
        kinds[frozenset(own)].add(kind)
    alike = [
        names
        for names, own in kinds.items()
        if own == PERFORMANCE_TABLES and len(names - {""}) >= LEAST_ALIKE
    ]
    agreed = [frozenset(own) for (kind, _), own in tables.items() if kind is TableKind.PK_SASARAN]
    if len(alike) != 1 or any(not own <= alike[0] for own in agreed):
        return []
    return next(list(own.values()) for own in tables.values() if own.keys() == alike[0])


def _of_year(view: ReportView, kinds: Collection[TableKind]) -> Iterator[Observation]:
    """The figures that name the indicators of the year in tables of these kinds."""
    for o in view.report.observations:
        measure = Measure.REALISASI if o.table_kind is TableKind.JANGKA_MENENGAH else Measure.TARGET
        if (
            o.table_kind in kinds
            and o.measure == measure
            and o.period in ("", str(view.year))
            and o.subject_level is SubjectLevel.INDIKATOR
        ):
            yield o


def _names(
    view: ReportView, what: str, kinds: Collection[TableKind]
) -> tuple[Listed, set[tuple[TableKind, bool]]]:
    """As `_listed_performance`, by place, and the places where a name or a figure was not read surely."""
    listed: Listed = defaultdict(dict)
    unclear: set[tuple[TableKind, bool]] = set()
    for o in _of_year(view, kinds):
        agreement = view.agreement_at(o)
        if agreement is None or agreement == view.own_agreement:
            name, place = o.parent if what == "parent" else o.subject, (o.table_kind, agreement is not None)
            if not name or doubtful(o):
                unclear.add(place)
            listed[place].setdefault(name_key(name), o)
    return listed, unclear


def _listed_programs(view: ReportView) -> list[Observation]:
    """One figure of each program of the year, where two places list the same number; else none."""
    listed: Listed = defaultdict(dict)
    unclear: set[tuple[TableKind, bool]] = set()
    for row in view.money:
        if row.kind not in MONEY_TABLES or not row.pagu or row.period not in ("", str(view.year)):
            continue
        agreement = view.agreement_at(row.pagu[0])
        place = (row.kind, agreement is not None)
        if level_of(row) is SubjectLevel.PROGRAM and (agreement is None or agreement == view.own_agreement):
            if doubtful(row.pagu[0]):
                unclear.add(place)
            listed[place].setdefault(name_key(row.subject), row.pagu[0])
    return _agreed(listed, unclear)


def _agreed(listed: Listed, unclear: set[tuple[TableKind, bool]]) -> list[Observation]:
    lists = [own for place, own in listed.items() if place not in unclear]
    same = len(lists) > 1 and len({len(own) for own in lists}) == 1
    return list(lists[0].values()) if same and lists[0] else []


def _hit(told: ToldSentence, text: str, noun: str, listed: list[Observation]) -> Hit:
    page = [told.place.page]
    tables = sorted({o.place.page for o in listed})
    noun_en = {"sasaran": "sasaran", "indikator": "indicator", "program": "program"}[noun]
    noun_en += "s" if len(listed) > 1 and noun != "sasaran" else ""
    return Hit(
        "CT-06",
        f"{capital(pages_id(page))}: tertulis {quoted(text.strip())}, sedangkan tabel memuat {len(listed)} {noun} "
        f"({pages_id(tables)}).",
        f"{capital(pages_en(page))}: it says {quoted(text.strip())}, but the tables list {len(listed)} {noun_en} "
        f"({pages_en(tables)}).",
        (Figure.at(told.place, shown(told.text), "kalimat"), *map(Figure.of, listed)),
        frozenset({f"CT-06:{told.place.page}:{noun}"}),
        copy_key=(noun, text),
        expected=str(len(listed)),
    )
