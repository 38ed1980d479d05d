"""Part of CT-08: budget, spending and absorption in sentences against the rows of the tables they speak of."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    printed,
    quoted,
)
from lkjip_checks.rows import MoneyRow, doubtful, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.tolerance import Interval, decimals_of, fits
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.prose import Statement
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, RUPIAH_MEASURES, Measure, SubjectLevel, TableKind

MILLION = 1_000_000
"""Smaller amounts may be printed in thousands or millions."""
NEAR = Decimal("0.005")
"""An amount told in the sentence behind that of the budget is that of the same thing where it differs by so little."""
ROUND = 100_000
"""Multiples of this may be the budgets of several things."""
TABLES = frozenset(
    {TableKind.REALISASI_ANGGARAN, TableKind.PROGRAM_PLAN, TableKind.EFISIENSI, TableKind.PENGUKURAN}
)
REST = OTHER_MEASURE_PREFIX + "sisa"
"""How a sentence's amount that is left is named."""
_ROUNDED = re.compile(r"\b(?:juta|ribu|milyar|miliar|trilyun|triliun|m)\b", re.IGNORECASE)
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:fisik|triwulan|tw|semester|bulan\w*|per tanggal|sampai|hingga|s\.?d|januari|februari|maret|april|mei|juni|"
    r"juli|agustus|september|oktober|november|desember|sebelum\w*|semula|awal|lalu|perubahan|murni|kontrak|target\w*|"
    r"rata-rata)\b",
    re.IGNORECASE,
)
"""Sentences on physical progress, a part of the year, another year, budget or contract, or on what was aimed at."""
_OF_A_PART = re.compile(
    r"\b(?:belanja|program|(?:sub ?)?kegiatan|tender|lelang|pegawai|modal|silpa|gaji|honor\w*|perjalanan|barang|jasa|"
    r"pengadaan\w*|pemeliharaan|bantuan|tahap|dak|dau|hibah)\b",
    re.IGNORECASE,
)
"""Words of sentences on a part."""
_WHOLE_YEAR = re.compile(
    r"\b(?:sampai|hingga|s\.?d\.?|per)(?: dengan)?(?: akhir| tanggal| bulan| per)*\s+(?:31 desember|desember|tahun)|"
    r"\bpada akhir (?:bulan )?desember\b|"
    r"\b(?:1 )?januari\s*(?:-|–|sampai(?: dengan)?|s\.?d\.?|hingga)\s*(?:31 )?desember\b|"
    r"\bselama (?:4 |empat |\(4\) )*triwulan\b|"
    r"\brealisasi belanja(?= (?:sebesar|sampai|mencapai|tahun|daerah|adalah|program))|"
    r"\b(?:program|(?:sub ?)?kegiatan) (?:ini|tersebut)\b",
    re.IGNORECASE,
)
"""The whole year, all that was spent in it, and what the sentence before named."""
_OTHER_BUDGET = re.compile(r"\b(?:sebelum\w*|semula|awal|lalu|murni|kontrak|rata-rata)\b", re.IGNORECASE)
"""Sentences on another budget than the one that was spent."""
_NOT_ABSORBED = re.compile(
    r"\b(?:belanja|dak|dau|dana alokasi|bersumber|tahap|kurang|selisih|(?:tidak|belum|tak) (?:ter|di)?serap\w*|"
    r"(?:me)?naik\w*|meningkat|(?:me)?nurun|turun|lebih (?:rendah|tinggi|besar|kecil)|dibanding\w*|"
    r"di ?(?:atas|bawah)|hampir|sekitar|kontribusi|menyumbang\w*|dari total)\b",
    re.IGNORECASE,
)
"""Sentences on the absorption of a part, on what was not absorbed, on a change, or on a figure that is no exact one."""
_PART_OF_THE_YEAR = re.compile(
    r"\b(?:triwulan|tw|semester|tahap|termin|per tanggal|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_PART_OF_A_ROW = re.compile(
    r"\b(?:belanja (?:operasi|modal|pegawai|barang|jasa|hibah|(?:tidak )?langsung|tak terduga)|gaji|tunjangan|honor\w*|"
    r"dak|dau|dbh|did|pad|apbn|bankeu|bantuan keuangan|hibah|blud|sp2d|spj|ls|gu|up|tu|uang muka|fisik|kontrak|lelang|"
    r"perjalanan dinas|makan\w*|pemeliharaan|pengadaan|kas)\b",
    re.IGNORECASE,
)
"""Before what was spent: on a part of the row, from one of its sources, or by one way of payment."""
_PAID_BACK = re.compile(r"\b(?:disetor\w*|setoran|kas daerah|rkud|bank|tunai)\b", re.IGNORECASE)
"""Sentences on what of a rest went where."""
MOST_OFF = Decimal("0.25")
"""An amount further from that of the row is one of another thing, unless most of its digits are those of the row."""
Pair = tuple[Statement, Statement]


def told_money(view: ReportView, pairs: Sequence[Pair], nearly: bool = False) -> Iterator[Hit]:
    """Budget and spending of a sentence of which one is that of a row of a table, while the other one is printed
    nowhere else in the report; `nearly`: only where it comes near that of the row, too."""
    rows = [
        r
        for r in view.money
        if r.kind in TABLES
        and r.pagu
        and len(r.realisasi) == 1
        and r.period in ("", str(view.year))
        and not any(o.value is None or doubtful(o) for o in (*r.pagu, *r.realisasi))
    ]
    elsewhere = {o.value for o in view.report.observations}
    for budget, spent in pairs:
        if not all(_whole(s, view.year) for s in (budget, spent)):
            continue
        by_budget = [r for r in rows if any(p.value == budget.value for p in r.pagu)]
        by_spent = [r for r in rows if r.realisasi[0].value == spent.value]
        if by_budget and not by_spent and spent.value not in elsewhere and _telling(budget):
            row = _spoken_of(by_budget, budget.sentence)
            wrong, right, figure = spent, budget, row.realisasi[0]
        elif by_spent and not by_budget and budget.value not in elsewhere and _telling(spent):
            row = _spoken_of(by_spent, spent.sentence)
            wrong, right, figure = budget, spent, row.pagu[-1]
        else:
            continue
        if _comes_near(wrong, figure) if nearly else _is_that_of(wrong, right, row, figure):
            yield _hit(wrong, right, row, figure)


def _is_that_of(wrong: Statement, right: Statement, row: MoneyRow, figure: Observation) -> bool:
    """Whether an amount is meant to be that of a row: it comes near or has most of its digits, and nothing in the
    sentence says that it is one of a part, be it that the sentence prints the amount of the row as well, or others that
    make it up."""
    text, told, value = wrong.sentence, wrong.value or Decimal(0), value_of(figure)
    amounts = [_amount(m) for m in _AMOUNT.findall(text)]
    if value in amounts or _PART_OF_THE_YEAR.search(_WHOLE_YEAR.sub("", text)):
        return False
    behind = itertools.accumulate(amounts[amounts.index(told) :]) if told in amounts else ()
    if any(added == value for added in behind):
        return False
    before = text.partition(wrong.raw)[0].rpartition(right.raw)[2]
    parts = {m.lower() for m in _PART_OF_A_ROW.findall(before)}
    if any(part not in row.subject.lower() for part in parts):
        return False
    return abs(told - value) <= MOST_OFF * value or _mostly_the_same(told, value)


_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d.]*\d)")


def _amount(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def told_in_turn(told: Sequence[Statement]) -> list[Pair]:
    """Budget and spending of two sentences, the one behind the other, each of which gives nothing else of the two."""
    of_money = [s for s in told if s.measure in RUPIAH_MEASURES]
    sentences = [list(own) for _, own in itertools.groupby(of_money, key=lambda s: s.sentence)]
    return [
        (one[0], other[0])
        for one, other in itertools.pairwise(sentences)
        if len(one) == len(other) == 1
        and _of_the_whole(one[0], other[0])
        and (one[0].measure, other[0].measure) == (Measure.PAGU_RP, Measure.REALISASI_RP)
        and one[0].heading == other[0].heading
        and other[0].place.page - one[0].place.page in (0, 1)
    ]


def _of_the_whole(budget: Statement, spent: Statement) -> bool:
    """Whether a budget and what is told in the next sentence are of one thing, of the whole year."""
    return not _OTHER_BUDGET.search(budget.sentence) and _of_the_year(spent.sentence)


def _comes_near(told: Statement, figure: Observation) -> bool:
    right = value_of(figure)
    return told.value is not None and abs(told.value - right) <= NEAR * right


def _spoken_of(rows: Sequence[MoneyRow], sentence: str) -> MoneyRow:
    """Of rows with one amount that whose name, or that of its sasaran or program, shares most words with a sentence."""
    said = set(name_words(sentence))

    def shared(row: MoneyRow) -> int:
        return len(said & set(name_words(f"{row.subject} {row.observations[0].parent}")))

    return max(rows, key=shared)


def told_absorption(view: ReportView, told: Sequence[Statement]) -> RuleHits:
    """How much of its budget a program or kegiatan used, told in a sentence without amounts, is what the tables print
    of that name; gives how many are told."""
    printed_of: dict[str, list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure == Measure.SERAPAN_PCT and o.period in ("", str(view.year)) and not doubtful(o):
            printed_of[name_key(o.subject)].append(o)
    with_amounts = {s.sentence for s in told if s.measure in RUPIAH_MEASURES}
    compared = 0
    for s in told:
        own = printed_of[name_key(s.subject)] if s.measure == Measure.SERAPAN_PCT and s.subject else []
        values = [o.value for o in own]
        if not own or None in values or s.value is None or s.sentence in with_amounts:
            continue
        if s.period not in ("", str(view.year)) or set(years_in(s.sentence)) - {view.year}:
            continue
        if _OF_ANOTHER_KIND.search(s.sentence) or _NOT_ABSORBED.search(s.sentence):
            continue
        compared += 1
        decimals = decimals_of(s.value)
        if not any(fits(s.value, decimals, Interval.of(o)) for o in own):
            yield _absorption_hit(s, own)
    return compared


def _absorption_hit(told: Statement, own: Sequence[Observation]) -> Hit:
    pages = sorted({told.place.page, *(o.place.page for o in own)})
    tables = sorted({o.place.page for o in own})
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: dalam kalimat tertulis serapan {told.raw} untuk {quoted(told.subject)} "
        f"({pages_id([told.place.page])}), sedangkan tabel mencetak {printed(own[0])} ({pages_id(tables)}).",
        f"{capital(pages_en(pages))}: a sentence gives the absorption {told.raw} of {quoted(told.subject)} "
        f"({pages_en([told.place.page])}), but a table prints {printed(own[0])} ({pages_en(tables)}).",
        (_figure(told), *map(Figure.of, own)),
        frozenset({f"CT-08:{told.place.page}:{told.raw}:{name_key(told.subject)}"}),
        copy_key=(name_key(told.subject), str(told.value)),
        expected=printed(own[0]),
    )


def told_rests(told: Sequence[Statement], pairs: Sequence[Pair]) -> RuleHits:
    """What is left of a budget, told right behind budget and spending, is their difference; gives how many are told."""
    compared = 0
    order = {id(s): k for k, s in enumerate(told)}
    for budget, spent in pairs:
        behind = told[max(order[id(budget)], order[id(spent)]) + 1 :]
        others = itertools.takewhile(
            lambda s: s.measure not in (Measure.PAGU_RP, Measure.REALISASI_RP), behind
        )
        rest = next((s for s in others if s.measure == REST and s.unit.lower().startswith("rp")), None)
        amounts = (budget, spent, rest)
        if rest is None or any(s is None or not s.value or _ROUNDED.search(s.raw) for s in amounts):
            continue
        if rest.sentence not in (budget.sentence, spent.sentence) and _OF_A_PART.search(rest.sentence):
            continue  # "Sisa belanja pegawai sebesar ..."
        left = (budget.value or Decimal(0)) - (spent.value or Decimal(0))
        if rest.sentence == spent.sentence and _in_parts(rest, spent, behind, left):
            continue
        compared += 1
        if rest.place.page - budget.place.page <= 1 and abs(left - (rest.value or 0)) > 1:
            yield _rest_hit(budget, spent, rest, left)
    return compared


def _in_parts(rest: Statement, spent: Statement, behind: Sequence[Statement], left: Decimal) -> bool:
    """Whether a rest is one of several that make up what is left ("sisa lelang ... dan sisa perjalanan dinas ...")."""
    said = rest.sentence.partition(spent.raw)[2].partition(rest.raw)[0]
    more = [s.value or Decimal(0) for s in behind if s.measure == REST and s.sentence == rest.sentence]
    named = re.search(r"\bsisa\b.*", said, re.IGNORECASE)
    return (named is not None and _OF_A_PART.search(named.group()) is not None) or (
        len(more) > 1 and left in itertools.accumulate(more)
    )


def _rest_hit(budget: Statement, spent: Statement, rest: Statement, left: Decimal) -> Hit:
    return sentence_hit(
        (budget, spent, rest),
        f"dalam kalimat tertulis anggaran {budget.raw} dan realisasi {spent.raw}, sisanya {number_id(left)}, tetapi "
        f"tertulis sisa {rest.raw}.",
        f"a sentence gives the budget {budget.raw} and {spent.raw} spent, which leaves {number_en(left)}, but says "
        f"that {rest.raw} are left.",
        number_id(left),
    )


def told_left_over(view: ReportView, told: Sequence[Statement], pairs: Sequence[Pair]) -> RuleHits:
    """What is left of the budget of the year, told without its budget, is what the total of a table leaves; gives how
    many are told. Only an amount of which most digits are those of such a rest is surely meant to be it."""
    judged = {id(s) for pair in pairs for s in pair}
    amounts = Counter(s.sentence for s in told if s.measure in RUPIAH_MEASURES or s.measure == REST)
    alone = [
        s
        for before, s in itertools.pairwise((None, *told))
        if s is not None and s.measure == REST and id(before) not in judged  # `told_rests` judges these
        if _whole(s, view.year) and amounts[s.sentence] == 1 and _of_the_year(s.sentence)
        if not _PAID_BACK.search(s.sentence)
    ]
    rests = {id(r): _rest(r) for r in view.money} if alone else {}
    totals = [
        r
        for r in view.money
        if r.kind is TableKind.REALISASI_ANGGARAN and r.period in ("", str(view.year))
        if r.level is SubjectLevel.TOTAL and rests.get(id(r)) is not None
        if not any(map(doubtful, (*r.pagu, *r.realisasi)))
    ]
    if not totals:
        return 0
    known = {o.value for o in view.report.observations} | set(rests.values())
    for s in alone:
        for row in totals if s.value not in known else ():
            left = rests[id(row)] or Decimal(0)
            if _mostly_the_same(s.value or Decimal(0), left):
                yield _left_over_hit(s, row, left)
                break
    return len(alone)


def _of_the_year(sentence: str) -> bool:
    """Whether nothing in a sentence says that it is on a part, or on another time or budget than the year's."""
    words = _WHOLE_YEAR.sub("", sentence)
    return not (_OF_ANOTHER_KIND.search(words) or _OF_A_PART.search(words))


def _rest(row: MoneyRow) -> Decimal | None:
    """What a row leaves of its budget; None where it has not one budget and one spending."""
    if len(row.pagu) != 1 or len(row.realisasi) != 1:
        return None
    budget, spent = row.pagu[0].value, row.realisasi[0].value
    return None if budget is None or spent is None else budget - spent


def _mostly_the_same(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts have as many digits, two thirds of them the same."""
    a, b = (str(int(v)) for v in (one, other))
    return len(a) == len(b) and 3 * sum(map(str.__eq__, a, b)) >= 2 * len(a)


def _left_over_hit(told: Statement, row: MoneyRow, left: Decimal) -> Hit:
    budget, spent = row.pagu[0], row.realisasi[0]
    pages = sorted({told.place.page, budget.place.page})
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: dalam kalimat tertulis sisa {told.raw} ({pages_id([told.place.page])}), "
        f"sedangkan {row.name} pada tabel ({pages_id([budget.place.page])}) menyisakan {printed(budget)} - "
        f"{printed(spent)} = {number_id(left)}.",
        f"{capital(pages_en(pages))}: a sentence says that {told.raw} are left ({pages_en([told.place.page])}), but "
        f"{row.name} of the table ({pages_en([budget.place.page])}) leaves {printed(budget)} - {printed(spent)} = "
        f"{number_en(left)}.",
        (_figure(told), Figure.of(budget), Figure.of(spent)),
        frozenset({f"CT-08:{told.place.page}:{told.raw}"}),
        copy_key=(str(told.value),),
        expected=number_id(left),
    )


def sentence_hit(told: Sequence[Statement], said_id: str, said_en: str, expected: str) -> Hit:
    """Figures of sentences that do not fit each other; what is said of them follows their pages."""
    pages = sorted({s.place.page for s in told})
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: {said_id}",
        f"{capital(pages_en(pages))}: {said_en}",
        tuple(map(_figure, told)),
        frozenset({":".join(("CT-08", *(s.raw for s in told)))}),
        copy_key=tuple(str(s.value) for s in told),
        expected=expected,
    )


def _figure(told: Statement) -> Figure:
    return Figure(page=told.place.page, raw=told.raw, value=told.value, what=told.measure, box=told.place.box)


def _whole(told: Statement, year: int) -> bool:
    """Whether an amount is printed to the rupiah and of the year."""
    return (
        told.value is not None
        and told.value >= MILLION
        and told.period in ("", str(year))
        and not _ROUNDED.search(told.raw)
    )


def _telling(told: Statement) -> bool:
    """Whether an amount can hardly be that of another thing."""
    return told.value is not None and bool(told.value % ROUND)


def _hit(wrong: Statement, right: Statement, row: MoneyRow, figure: Observation) -> Hit:
    pages = sorted({wrong.place.page, figure.place.page})
    word_id, word_en = (
        ("realisasi", "spending") if wrong.measure == Measure.REALISASI_RP else ("anggaran", "budget")
    )
    off = abs((wrong.value or 0) - value_of(figure))
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: dalam kalimat tertulis {word_id} {wrong.raw} ({pages_id([wrong.place.page])}), "
        f"sedangkan tabel mencetak {printed(figure)} untuk {quoted(row.subject)} ({pages_id([figure.place.page])}) "
        f"di samping {right.raw} yang sama; selisih {number_id(off)}.",
        f"{capital(pages_en(pages))}: a sentence gives the {word_en} {wrong.raw} ({pages_en([wrong.place.page])}), but "
        f"a table prints {printed(figure)} for {quoted(row.subject)} ({pages_en([figure.place.page])}) beside the same "
        f"{right.raw}; difference {number_en(off)}.",
        (_figure(wrong), Figure.of(figure)),
        frozenset({f"CT-08:{wrong.raw}:{row.id}"}),
        copy_key=(str(wrong.value), str(figure.value)),
    )
