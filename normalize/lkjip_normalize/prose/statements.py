"""Amounts and percentages in sentences, and what they speak of.

Many kecamatan reports give budget and realisation only so. What a sentence does not say plainly stays
empty: a figure without a measure is kept with its sentence and is nobody's ground for an accusation.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from lkjip_normalize.numbers import Mark, Reading, read_cell
from lkjip_normalize.prose.marks import mark_of
from lkjip_normalize.prose.sentences import Sentence
from lkjip_normalize.wording import collapse
from lkjip_schemas.prose import Heading, Statement
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure

_FIGURE = re.compile(
    r"(?P<rupiah>\bRp\.?\s*\d(?:[\d.,]*\d)?(?:\s*(?:ribu|juta|mil[iy]ar|triliun)\b)?(?:\s*[.,]?\s*-)?)"
    r"|(?P<percent>(?:\(\d[\d.,]*\)|(?<![\d.,])-?\d(?:[\d.,]*\d)?)\s*(?:%|persen\b|prosen\b))",
    re.IGNORECASE,
)
_CUES: tuple[tuple[str, str], ...] = (
    (
        "left",
        r"(?:si[sl][ap]\w*|silpa|efisiensi|penghematan|tidak terserap|tidak terealisasi)"
        r"(?:\s+(?:anggaran|dana|pagu))?",
    ),
    (
        "change",
        r"(?:ke)?naik(?:an)?|meningkat|menurun|turun|penurunan|selisih|berkurang|bertambah|kekurangan|kelebihan",
    ),
    ("physical", r"(?:realisasi|capaian|pencapaian|progress?|kemajuan)?\s*fisik"),
    (
        "spent",
        r"(?:(?:realisasi\w*|(?:pe)?nyerap\w*|serapan|terserap|diserap|penggunaan|pencapaian|capaian)"
        r"\s+(?:\w+\s+)?(?:anggaran|belanja|keuangan|dana|pagu|biaya)\w*"
        r"|(?:anggaran|belanja|dana|pagu)\w*\s+(?:yang\s+)?(?:ter?|di)(?:realisasi|serap)\w*"
        r"|(?:pe)?nyerapan\w*|serapan\w*|terserap|diserap|dibelanjakan|dikeluarkan|menghabiskan|keuangan)",
    ),
    ("realised", r"(?:ter?|di)?realisasi\w*"),
    (
        "budget",
        r"(?:di)?anggar(?:an|kan)\w*|pagu\w*|alokasi\w*|dialokasikan|dana\w*|biaya\w*|dpp?a\b|apbd\w*|belanja\w*",
    ),
    (
        "achieved",
        r"(?:(?:tingkat|persentase|prosentase)\s+)?(?:pen)?capaian\w*(?:\s+kinerja\w*)?|mencapai\s+target\w*",
    ),
    ("target", r"(?:di)?target\w*|direncanakan"),
)
"""Words that tell what the next figure is, the longer ones first."""
_CUE = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _CUES), re.IGNORECASE)
_SAME_MONEY = re.compile(
    r"^[\s,(]*(?:(?:atau|setara|sama dengan|yaitu|yakni|sebesar|sekitar|dengan persentase)\s*){0,2}[\s(]*$",
    re.I,
)
"""Between an amount and the percentage that says the same in another way."""
_NAMED = re.compile(
    r"\b(?:Sub\s?Kegiatan|Kegiatan|Program|Sasaran(?:\s+Strategis)?|Belanja|Indikator(?:\s+[Kk]inerja)?)\s*:?\s+"
    r"[“\"„‘']?(?P<name>[A-Z][^.;:()]*?)(?=[”\"’']|\s*(?:[,.;:(]|$)|\s+(?:dengan|sebesar|pada|adalah|yang|mencapai|"
    r"memiliki|memperoleh|dapat|telah|tidak|sebanyak|dianggarkan|terealisasi|direalisasikan|menunjukkan|tahun|Tahun|"
    r"Rp|total|jumlah|realisasi|pagu|dana|anggaran|dan\s+(?:realisasi|program|kegiatan))\b)"
)
_LED = re.compile(
    r"^(?P<name>.{4,160}?)\s*,?\s+(?:dengan|sebesar|nilai\s+anggaran|pagu|jumlah|dana|anggaran)\b",
    re.IGNORECASE,
)
"""An item of a list that names a work and then its amount ("Reward Guru dengan dana sebesar Rp. ...")."""
_LOST_A_DIGIT = re.compile(r"\d\.\d{3}\.(?!00)\d{1,2}(?!\d)")
"""Rupiah whose last group lacks a digit (2.308.610.46): no column says that they are sen."""
_YEAR = re.compile(r"\b(?:tahun(?:\s+anggaran)?|ta\.?|apbd)\s*:?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_FORMULA = re.compile(r"(?:^|\s)(?:[xX×]|di\s?kali(?:kan)?)\s*$")
"""Before the 100 % of a formula."""
_COUNT = re.compile(r"\d\s+[A-Za-z]+\s*(?:atau|\(|,|yaitu)", re.IGNORECASE)
"""A count before the percentage that says how much of the target it is ("12 desa atau 100%")."""
_TARGET_TOLD = re.compile(
    r"\W*(?:\w+\W+)?dari\s+target(?:nya)?\s+(?:sebesar\s+|sebanyak\s+)?\d", re.IGNORECASE
)
"""Behind a realisasi: the target that it is held against."""
_OF_TARGET = re.compile(r"^\s*(?:dari|terhadap)\s+(?:\w+\s+)?target", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:Untuk|Hasil|Dengan|Dalam|Pada|Dari|Memper|Adapun|Berdasarkan|Sedangkan|Selanjutnya)", re.I
)
_VERB = re.compile(r"\b(?:di|ter|me[mn]g?)[a-z]{4,}")
"""A verb: then the words before an amount are no name."""
_REACHES = re.compile(
    r"\b(?:mencapai|tercapai|terealisasi|menjadi|terlaksana|sama dengan|diperoleh)\b", re.IGNORECASE
)
_BOUND = re.compile(
    r"(?:[<>≥≤]|\b(?:kurang|lebih) dari|\bdi ?(?:atas|bawah)|\bminimal|\bmaksimal|\btidak mencapai|\bs/d|"
    r"\bsampai dengan|[-–])\s*$",
    re.IGNORECASE,
)
"""Before a figure that is a bound, not a result."""
_RANGE = re.compile(r"^\s*(?:[-–]|s/d|s\.d\.?|sampai dengan)\s*[<>]?\s*\d", re.IGNORECASE)
"""Behind the lower bound of a range."""
_COMPARED = re.compile(r"\b(?:perbandingan|membandingkan|dibanding\w*)\b", re.IGNORECASE)
_TO_YEAR = re.compile(r"^\W*(?:dari|dibanding\w*|terhadap)\s+(?:tahun|realisasi)", re.IGNORECASE)
_WITH_MONEY = re.compile(
    r"^(?P<name>[A-Z].{4,120}?)\s*,?\s+dengan\s+(?:total\s+|jumlah\s+|alokasi\s+)?(?:dana|pagu|anggaran|biaya)\b"
)


def find_statements(
    told: Sequence[Sentence], headings: Sequence[Heading], year: int
) -> tuple[Statement, ...]:
    """The figures of all sentences, in order; `year` stands where a sentence names none (0: none)."""
    places = [(h.place.page, h.place.box.top) for h in headings]
    found: list[Statement] = []
    for sentence in told:
        first = sentence.pieces[0][1].place
        at = bisect_right(places, (first.page, first.box.top))
        found += _of_sentence(sentence, headings[at - 1].title if at else "", year)
    return tuple(found)


def _of_sentence(sentence: Sentence, heading: str, year: int) -> list[Statement]:
    text = sentence.text
    found: list[Statement] = []
    end = 0
    for match in _FIGURE.finditer(text):
        if _FORMULA.search(text[: match.start()]):
            continue
        between = text[end : match.start()]
        measure = _measure(match, between, text[: match.start()], found[-1].measure if found else "", text)
        raw = collapse(match.group())
        reading = read_cell(raw, Mark.UNKNOWN)
        if reading.ambiguous and match.group("rupiah"):
            reading = read_cell(raw, Mark.THOUSANDS)
        if match.group("rupiah") and _LOST_A_DIGIT.search(raw):
            reading = Reading(text=raw, reason="malformed")
        found.append(
            Statement(
                sentence=text,
                subject=_subject(text, match.start()),
                measure=measure,
                period=_period(text[: match.start()], text, year),
                value=reading.value,
                text=reading.text,
                unit=reading.unit,
                raw=raw,
                heading=heading,
                place=sentence.place(match.start(), match.end()),
            )
        )
        end = match.end()
    return found


def _measure(match: re.Match[str], between: str, before: str, previous: str, text: str) -> str:
    """The measure that the words before a figure name; empty where they do not."""
    rupiah = match.group("rupiah") is not None
    if not rupiah and previous in {Measure.REALISASI_RP, Measure.PAGU_RP} and _SAME_MONEY.match(between):
        return Measure.SERAPAN_PCT if previous == Measure.REALISASI_RP else ""
    if not rupiah and (_BOUND.search(before) or _RANGE.match(text[match.end() :])):
        return ""
    cues = list(_CUE.finditer(between)) or list(_CUE.finditer(before))
    cue = cues[-1].lastgroup if cues else None
    if cue is None:
        return ""
    if cue == "left":
        return OTHER_MEASURE_PREFIX + "sisa"
    if rupiah:
        return {
            "spent": Measure.REALISASI_RP,
            "realised": Measure.REALISASI_RP,
            "budget": Measure.PAGU_RP,
        }.get(cue, "")
    if cue == "physical":
        return OTHER_MEASURE_PREFIX + "fisik"
    if cue == "spent":
        return Measure.SERAPAN_PCT
    told = (between if cues[-1].string is between else before)[cues[-1].end() :]
    if cue == "realised" and (_COMPARED.search(before) or _TO_YEAR.match(text[match.end() :])):
        return ""
    if cue == "achieved" or (cue == "realised" and (_of_target(text[match.end() :]) or _COUNT.search(told))):
        return Measure.CAPAIAN_PCT
    if cue == "target":
        return "" if _REACHES.search(told) or _OF_TARGET.match(text[match.end() :]) else Measure.TARGET
    return Measure.REALISASI if cue == "realised" and "Rp" not in before else ""


def _of_target(rest: str) -> bool:
    """Whether a figure is a share of the target, which no figure behind names ("96% dari target" and no more)."""
    return _OF_TARGET.match(rest) is not None and _TARGET_TOLD.match(rest) is None


def _subject(text: str, at: int) -> str:
    """The program, kegiatan, sasaran or indicator named last before a figure; else what an item begins with."""
    named = [m for m in _NAMED.finditer(text) if m.end("name") <= at and " " in m.group("name").strip()]
    if named:
        return collapse(text[named[-1].start() : named[-1].end("name")]).strip(" ,“\"„‘'")
    mark = mark_of(text)
    if mark is not None:
        led = _LED.match(mark.rest)
        if led and text.find(mark.rest) + led.end("name") <= at and _is_name(led.group("name")):
            return collapse(led.group("name")).strip(" ,")
    with_money = _WITH_MONEY.match(text)
    if with_money and with_money.end("name") <= at and _is_name(with_money.group("name")):
        return collapse(with_money.group("name")).strip(" ,")
    return ""


def _is_name(words: str) -> bool:
    """Whether the words before an amount name a work: more than one, no verb, not the begin of a clause."""
    return " " in words.strip() and not _VERB.search(words) and not _CLAUSE.match(words)


def _period(before: str, text: str, year: int) -> str:
    years = _YEAR.findall(before) or _YEAR.findall(text)
    return years[-1] if years else str(year or "")
