"""CT-06, CT-08, CY-05: numbers and years in sentences."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.number_words import NUMBER_WORDS
from lkjip_checks.numbers_text import capital, number_id, pages_en, pages_id, percent_en, percent_id, shown
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.table_titles import titles_of_another_year
from lkjip_checks.told_changes import told_changes, told_directions
from lkjip_checks.told_counts import told_by_sex, told_counts, told_parts
from lkjip_checks.told_money import (
    sentence_hit,
    told_absorption,
    told_in_turn,
    told_left_over,
    told_money,
    told_rests,
)
from lkjip_checks.told_outcomes import told_achievements
from lkjip_checks.told_realised import told_earlier, told_realised
from lkjip_checks.told_under_titles import told_under_titles
from lkjip_checks.told_years import amounts_of_the_year
from lkjip_checks.tolerance import (
    HUNDRED,
    Interval,
    decimals_of,
    fits,
    inverse_percentage,
    percentage,
)
from lkjip_checks.view import ReportView
from lkjip_normalize.wording import TURNS, years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import Statement
from lkjip_schemas.vocabulary import Measure

MOST_COUNTED = Decimal(120)
"""Reports that cap achievements cap them at 100 or at this."""
_OF_THE_BUDGET = re.compile(
    r"\W*dari\s+(?:target\s+|total\s+|jumlah\s+|pagu\s+)?(?:anggaran|pagu|dana|alokasi)\b[^\d,;]{0,60}",
    re.IGNORECASE,
)
_SHARE_OF_OTHERS = re.compile(
    r"\W*(?:(?:secara|progres|realisasi)\s+)?fisik\b|\W*dari\s+(?:total|seluruh|keseluruhan|jumlah)\b",
    re.IGNORECASE,
)
"""Behind a percentage that is no absorption of the budget named before: physical progress, or a share of a whole."""
_OF_ANOTHER_TARGET = re.compile(
    r"\W*(?:terhadap|dari)\s+target\s+(?:tahunan|setahun|akhir|renstra|rpjmd|jangka)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(r"\btahun\s+(?:lalu|sebelumnya)\b|\bsebelumnya\b", re.IGNORECASE)
"""Behind and before an achievement that is against another target, or of another year."""
_OF_THE_TARGET = re.compile(
    r"\W*(?:\w+\W+){0,2}?dari\s+target(?:nya)?\W*(?:sebesar|sebanyak)?\W*", re.IGNORECASE
)
"""Words between a realisasi and its target."""
_OR_SO_MUCH = re.compile(
    r"\W*(?:atau|yaitu|yakni|setara|dengan|sebesar|mencapai|persentase|serapan)[^\d,;]{0,50}|\W{1,4}",
    re.IGNORECASE,
)
"""Words between spending and its budget, and between them and the percentage."""
_ANOTHER = re.compile(
    rf"\b(?:{TURNS}|(?:ter|paling )(?:tinggi|rendah)|indikator)\b|;",
    re.IGNORECASE,
)
"""Words that lead from one thing to another."""
LEAST_DATED = 3
"""Titles of so many tables that name the year of the report make it sure, where no sentence does;"""
_THIS_REPORT = re.compile(r"\blaporan (?:akuntabilitas )?kinerja ini\b", re.IGNORECASE)
"""then only words on this report are held against it."""
_BEFORE = re.compile(
    r"sebelumnya|tahun lalu|evaluasi|dibanding|perbandingan|tindak lanjut|LHE|penghargaan|peringkat|sebagaimana|unduh|"
    r"(?:telah|sudah) disampaikan|pedoman (?:teknis )?(?:penyusunan )?(?:laporan|lkj?\s?ip|lakip)|nilai (?:atas|hasil)",
    re.IGNORECASE,
)
"""Words of sentences that speak of an earlier report."""
_ABOUT_ITSELF = re.compile(
    r"\b(?:ini|maksud|tujuan|demikian\w*|semoga|dasar hukum|(?:pe|me)nyusun\w*|puji|syukur|"
    r"latar belakang|sistematika|menyajikan|disajikan|memuat|menggambarkan|tersusun\w*|terselesai\w*|diselesaikan|"
    r"disusun (?:berdasarkan|dengan)|"
    r"sebagai (?:sarana|bentuk|wujud|media|laporan|alat|perwujudan))\b|pertanggung\s?jawab",
    re.IGNORECASE,
)
"""Words of sentences on the report that they stand in: others may name that of the year before, handed in this year."""
_WRITTEN_IN = re.compile(
    r"\bkegiatan (?:penyusunan|fasilitasi)|\bdilaksanakan (?:pada|di) (?:bulan|awal)\b|"
    r"\b(?:pada|di)\s+(?:awal\s+)?(?:bulan\s+\w+\s+)?(?:tahun\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
"""What a report says of writing that of the year before: an activity of the year reported on."""
_COUNTED = re.compile(r"\b(?P<digits>\d{1,2})\s*\(\s*(?P<words>[a-z]+(?:\s+[a-z]+){0,2})\s*\)", re.IGNORECASE)
_OF_BUDGET = re.compile(
    r"^[\s,.-]*(?:\([^()]*\)\s*)?dari\s+(?:(?:total|jumlah|pagu|alokasi|anggaran|belanja|sebesar|yang|tersedia)\s+)*$",
    re.IGNORECASE,
)
"""Between what was spent and the budget that it was spent of."""
_TO_REVISED = re.compile(
    r"[\s,.-]*(?:\((?:(?:anggaran|apbd)\s+)?murni\)\s*)?(?:(?:dan|yang|kemudian|berubah)\s+)*"
    r"(?:(?:setelah|sesudah)\s+perubahan|menjadi)(?:\s+(?:anggaran|menjadi|sebesar|adalah|setelah|perubahan))*\s*",
    re.IGNORECASE,
)
"""Between a budget and the one that it became."""


def _sure(view: ReportView) -> list[Statement]:
    return [s for s in view.report.prose.statements if s.place.confidence >= SURE and s.value is not None]


@rule("CT-06")
def numeral_and_word(view: ReportView) -> RuleHits:
    """A number that a sentence writes as numeral and as word is one ("3 (tiga) sasaran"), the sasaran, indicators and
    programs that it counts stand in the tables, and its men and women are all people that it counts."""
    compared = 0
    for hit in (*told_counts(view), *told_parts(view), *told_by_sex(view)):
        compared += 1
        yield hit
    for counted in view.report.prose.counts:
        if counted.place.confidence < SURE:
            continue
        word = NUMBER_WORDS.get(" ".join(counted.words.lower().split()))
        if word is None:
            continue
        compared += 1
        if word == int(counted.digits):
            continue
        page = [counted.place.page]
        yield Hit(
            "CT-06",
            f"{capital(pages_id(page))}: tertulis “{counted.text}”, angka {counted.digits} tetapi kata {word}.",
            f"{capital(pages_en(page))}: it says “{counted.text}”, the numeral {counted.digits} but the word {word}.",
            (Figure.at(counted.place, counted.text, "angka dan kata"),),
            frozenset({f"CT-06:{counted.text}"}),
            copy_key=(counted.text,),
        )
    if not compared:
        raise NotRun("tidak ada angka yang ditulis pula dengan kata", "no number is also written as a word")
    return compared


@rule("CT-08")
def absorption_in_sentences(view: ReportView) -> RuleHits:
    """The percentage that a sentence gives for budget and spending, or target and realisasi, is their ratio, and its
    budget and spending are those of the table."""
    by_sentence: dict[str, list[Statement]] = defaultdict(list)
    told = _sure(view)
    for s in told:
        by_sentence[s.sentence].append(s)
    compared = 0
    for own in by_sentence.values():
        for budget, spent, share in _triples(own):
            exact = percentage(_money(spent), _money(budget))
            if exact is None or share.value is None or budget.value is None or spent.value is None:
                continue
            compared += 1
            decimals = decimals_of(share.value)
            if fits(share.value, decimals, exact) or abs(share.value - exact.low) <= Decimal("0.011"):
                continue
            if share.value == round(share.value, 1) and fits(share.value, 1, exact):
                continue  # rounded to one decimal, printed with two
            if _SHARE_OF_OTHERS.match(share.sentence.partition(share.raw)[2]):
                continue
            if sum(s.measure == Measure.PAGU_RP for s in own[: own.index(spent)]) > 1:
                continue  # several budgets before it: of which one it is the spending is not sure
            turned = percentage(_money(budget), _money(spent))
            swapped = turned is not None and exact.low > HUNDRED and fits(share.value, decimals, turned)
            also_id, also_en = (
                (
                    f" {share.raw} adalah {budget.raw} dibagi {spent.raw}: anggaran dan realisasi tertukar.",
                    f" {share.raw} is {budget.raw} divided by {spent.raw}: budget and spending are exchanged.",
                )
                if swapped
                else ("", "")
            )
            yield sentence_hit(
                (budget, spent, share),
                f"dalam kalimat tertulis realisasi {spent.raw} dari anggaran {budget.raw}, yaitu "
                f"{percent_id(exact.low)}, tetapi tertulis {share.raw}.{also_id}",
                f"a sentence gives {spent.raw} spent of the budget {budget.raw}, which is "
                f"{percent_en(exact.low)}, but says {share.raw}.{also_en}",
                number_id(exact.low, max(decimals, 2)),
            )
    for own in by_sentence.values():
        of_target = [
            (target, realised, share)
            for realised, target, share in _runs(
                own, (Measure.REALISASI, Measure.TARGET, Measure.CAPAIAN_PCT)
            )
            if _OF_THE_TARGET.fullmatch(_between(realised, target))
        ]
        in_turn = _runs(own, (Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT))
        for target, realised, share in (*in_turn, *of_target):
            compared += 1
            yield from _achievement(target, realised, share)
    pairs = [pair for own in by_sentence.values() for pair in _pairs(own)]
    compared += len(pairs)
    yield from told_money(view, pairs)
    yield from told_money(view, told_in_turn(told), nearly=True)
    compared += yield from told_rests(told, pairs)
    compared += yield from told_left_over(view, told, pairs)
    compared += yield from told_absorption(view, told)
    compared += yield from told_realised(view)
    compared += yield from told_under_titles(view)
    compared += yield from told_earlier(view)
    compared += yield from told_achievements(view)
    compared += yield from told_changes(view)
    compared += yield from told_directions(view)
    if not compared:
        raise NotRun(
            "tidak ada kalimat dengan anggaran, realisasi, dan persentasenya",
            "no sentence gives budget, spending and their percentage",
        )
    return compared


@rule("CY-05")
def own_year(view: ReportView) -> RuleHits:
    """Where the text names the report with a year, it is the year reported on; where the title of a table names one, it
    is that of its columns and figures."""
    if not view.year:
        raise NotRun("tahun laporan tidak terbaca", "the report year was not read")
    own = [y for y in view.report.prose.report_years if y.place.confidence >= SURE]
    titles = list(titles_of_another_year(view))
    yield from titles
    if not any(y.year == view.year for y in own):
        dated = sum(years_in(t.caption) == [view.year] for t in view.report.tables)
        own = [y for y in own if dated >= LEAST_DATED and _THIS_REPORT.search(y.text)]
    if not own:
        if titles:
            return len(titles)
        raise NotRun(
            "teks tidak menyebut laporan ini dengan tahunnya",
            "the text does not name this report with its year",
        )
    for y in own:
        if y.year in (view.year, view.year + 1) or _BEFORE.search(y.sentence):
            continue
        if not _ABOUT_ITSELF.search(y.sentence) or _written_this_year(view, y.sentence):
            continue
        page = [y.place.page]
        in_brackets = ")" in y.text.partition("(")[0]
        text = shown(y.sentence, about=y.text) if in_brackets else y.text
        yield Hit(
            "CY-05",
            f"{capital(pages_id(page))}: “{text}”, padahal laporan ini tentang tahun {view.year}.",
            f"{capital(pages_en(page))}: “{text}”, but this report is on {view.year}.",
            (Figure.at(y.place, y.text, "tahun laporan"),),
            frozenset({f"CY-05:{y.text}"}),
            copy_key=(y.text,),
            expected=str(view.year),
        )
    yield from amounts_of_the_year(view)
    return len(own)


def _written_this_year(view: ReportView, sentence: str) -> bool:
    """Whether a sentence tells of writing or handing in a report in the year reported on, or the next one."""
    written = _WRITTEN_IN.finditer(sentence)
    return any(w["year"] in (None, str(view.year), str(view.year + 1)) for w in written)


def _pairs(own: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Budget and spending that follow each other in a sentence, also "realisasi ... dari pagu ..."; not where another
    budget stands before them that is not said to have become this one."""
    found = []
    for i, (a, b) in enumerate(itertools.pairwise(own)):
        if (a.measure, b.measure) == (Measure.PAGU_RP, Measure.REALISASI_RP):
            before = own[i - 1] if i and own[i - 1].measure == Measure.PAGU_RP else None
            if before is None or _TO_REVISED.fullmatch(_between(before, a)):
                found.append((a, b))
        elif (a.measure, b.measure) == (Measure.REALISASI_RP, Measure.PAGU_RP) and _OF_BUDGET.search(
            _between(a, b)
        ):
            found.append((b, a))
    return found


def _achievement(target: Statement, realised: Statement, share: Statement) -> Iterator[Hit]:
    """A hit where an achievement told in a sentence follows from its target and realisasi by no formula in use."""
    ratio = percentage(_span(realised), _span(target))
    if ratio is None or share.value is None or not realised.value:
        return
    decimals = decimals_of(share.value)
    others = (inverse_percentage(_span(realised), _span(target)), percentage(_span(target), _span(realised)))
    behind = share.sentence.partition(share.raw)[2]
    if _OF_ANOTHER_TARGET.match(behind) or _OTHER_TIME.search(_between(realised, share)):
        return
    capped = ratio.low > HUNDRED and share.value in (HUNDRED, MOST_COUNTED)
    if capped or any(x is not None and fits(share.value, decimals, x) for x in (ratio, *others)):
        return
    exact = percentage(_money(realised), _money(target)) or ratio
    yield sentence_hit(
        (target, realised, share),
        f"dalam kalimat tertulis realisasi {realised.raw} dari target {target.raw}, yaitu {percent_id(exact.low)}, "
        f"tetapi tertulis capaian {share.raw}.",
        f"a sentence gives {realised.raw} reached of the target {target.raw}, which is {percent_en(exact.low)}, but "
        f"says {share.raw}.",
        number_id(exact.low, max(decimals, 2)),
    )


def _span(told: Statement) -> Interval:
    """The values that a figure printed with decimals may stand for."""
    value = told.value or Decimal(0)
    return Interval.rounded(value, decimals_of(value))


def _triples(own: Sequence[Statement]) -> list[tuple[Statement, Statement, Statement]]:
    """Budget, spending and absorption that follow each other in a sentence, the spending first where it is said to
    be of the budget ("realisasi ... dari anggaran ... atau ...%", "realisasi ... atau ...% dari anggaran ...")."""
    of_budget = [
        (budget, spent, share)
        for spent, share, budget in zip(own, own[1:], own[2:], strict=False)
        if (spent.measure, share.measure, budget.measure)
        == (Measure.REALISASI_RP, Measure.SERAPAN_PCT, Measure.PAGU_RP)
        and _OR_SO_MUCH.fullmatch(_between(spent, share))
        and _OF_THE_BUDGET.fullmatch(_between(share, budget))
    ]
    return [*_runs(own, (Measure.PAGU_RP, Measure.REALISASI_RP, Measure.SERAPAN_PCT)), *of_budget] + [
        (budget, spent, share)
        for spent, budget, share in zip(own, own[1:], own[2:], strict=False)
        if (spent.measure, budget.measure) == (Measure.REALISASI_RP, Measure.PAGU_RP)
        and share.unit == "%"
        and share.measure in ("", Measure.SERAPAN_PCT)
        and _OF_THE_BUDGET.fullmatch(_between(spent, budget))
        and _OR_SO_MUCH.fullmatch(_between(budget, share))
    ]


def _between(one: Statement, other: Statement) -> str:
    """The words of a sentence between two of its figures; empty where they cannot be told."""
    _, found, rest = one.sentence.partition(one.raw)
    words, next_found, _ = rest.partition(other.raw)
    return words if found and next_found else ""


def _runs(
    own: Sequence[Statement], wanted: tuple[Measure, Measure, Measure]
) -> list[tuple[Statement, Statement, Statement]]:
    """Three figures of these measures that follow each other, the first two in one unit, with no word between them that
    leads to another thing."""
    return [
        (a, b, c)
        for a, b, c in zip(own, own[1:], own[2:], strict=False)
        if (a.measure, b.measure, c.measure) == wanted
        and a.unit.lower().strip(". ") == b.unit.lower().strip(". ")
        and not _ANOTHER.search(_between(a, b))
        and not _ANOTHER.search(_between(b, c))
    ]


def _money(statement: Statement) -> Interval:
    return Interval.exact(statement.value or Decimal(0))
