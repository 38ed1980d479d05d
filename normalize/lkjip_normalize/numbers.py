"""Indonesian (and English) figures as printed, to exact decimals or to a reason why not.

A reader of numbers that guesses is worse than none: every function gives a value only with
evidence, never a default. What one literal leaves open ("3.398": three thousand or three point
three nine eight) is decided by `convention.py` from the whole column.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip_schemas.vocabulary import FUND


class Mark(StrEnum):
    """What a single separator followed by three digits means in a column."""

    THOUSANDS = "thousands"
    DECIMAL = "decimal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says: an exact `value`, `text` where it holds words, a `unit`.

    `ambiguous` is set when the literal allows two readings and nothing decided between them; then
    `value` is None. `reason` says why there is no value.
    """

    value: Decimal | None = None
    text: str = ""
    unit: str = ""
    ambiguous: bool = False
    reason: str = ""


GROUP = 3
"""Digits between two marks for thousands."""

_LITERAL = re.compile(r"\d[\d.,]*")
_RUPIAH = re.compile(r"^(?:rp[.,]?|idr)\s*", re.I)
_TAIL = re.compile(r"\s*(?:,\s?-{1,2}|\.\s?-|-{1,2}|,=|\.=|,|\.)$")
_PERCENT = re.compile(r"\s*\.?\s*(?:%|persen|prosen)\s*\.?$", re.I)
_UNIT = re.compile(r"^[A-Za-z²³µ%‰](?:[A-Za-z²³/ .%()-]|[23](?!\d)){0,40}$")
_RATE = re.compile(
    r"([\d.,]+)\s*((?:per|/)\s*(?:10{1,2}|1(?=[.,]?000))(?:[.,]?000)*(?:\s+[A-Za-z .]{1,40})?)", re.I
)
"""A rate over a round number: 120 per 100.000 KH."""
_SPACED_DIGITS = re.compile(r"(?<=[.,])\s+(?=\d)|(?<=\d)\s+(?=[.,]\d)")
"""Blanks beside a separator. Blanks between two digits part two figures."""
_SPACED_THOUSANDS = re.compile(r"^\d{1,3}(?:\s\d{3}){2,}(?![\d.,])|^\d{1,2}\s\d{1,2}(?:\.\d{3}){2,}(?![\d.])")
"""Groups parted by blanks instead of points, and a first group with a blank in it: 1 29.372.500."""
_SPACED_GROUP = re.compile(r"^(\d[\d.,]*[.,]\d{1,2})\s+(\d{1,2})$")
"""A last group of three digits with a blank in it: 473,538,4 20."""


def literal_value(literal: str, mark: Mark = Mark.UNKNOWN) -> Reading:
    """The value of a bare literal such as `8.236.025.535`, `87,02`, `1,234,567.00`, `7.26`.

    `mark` says what one separator before exactly three digits means here. Malformed literals give
    no value: `133.825.00,00`, `5.939,471.322`. A literal whose point is missing or doubled but
    leaves one reading only is read: `10.924024.550`, `650.290.147.50`.
    """
    digits = re.split(r"[.,]", literal)
    marks = re.findall(r"[.,]", literal)
    if not all(digits) or not all(d.isdigit() for d in digits):
        return Reading(reason="malformed")
    if not marks:
        if len(digits[0]) > 1 and digits[0].startswith("0") and digits[0].strip("0"):
            return Reading(reason="leading zero")
        return Reading(Decimal(digits[0]))
    if len(marks) == 1:
        return _single(digits, mark)
    if len(set(marks)) == 1:
        return _grouped(digits)
    if marks.count(marks[-1]) != 1:
        return Reading(reason="malformed")
    whole, fraction = digits[:-1], digits[-1]
    if not _groups(whole) or len(fraction) > 6:
        return Reading(reason="malformed")
    return Reading(Decimal("".join(whole) + "." + fraction))


def _single(digits: list[str], mark: Mark) -> Reading:
    whole, fraction = digits
    if mark is Mark.THOUSANDS and len(fraction) == GROUP and len(whole) > GROUP:
        return Reading(reason="malformed")  # 86915.118 among amounts
    if len(fraction) != 3 or len(whole) > 3 or (whole.startswith("0") and len(whole) == 1):
        if len(whole) > 1 and whole.startswith("0") and whole.strip("0"):
            return Reading(reason="leading zero")
        return Reading(Decimal(f"{whole}.{fraction}"))
    if mark is Mark.THOUSANDS:
        return Reading(Decimal(whole + fraction))
    if mark is Mark.DECIMAL:
        return Reading(Decimal(f"{whole}.{fraction}"))
    return Reading(ambiguous=True, reason="thousands or decimals")


def _grouped(digits: list[str]) -> Reading:
    """Two or more marks of one kind: thousands, or thousands with the last mark a decimal one."""
    if _groups(digits):
        return Reading(Decimal("".join(digits)))
    if len(digits[-1]) in (1, 2) and _groups(digits[:-1]):
        return Reading(Decimal("".join(digits[:-1]) + "." + digits[-1]))
    if len(digits[0]) <= 3 and len(digits[-1]) == 3 and all(len(d) % 3 == 0 for d in digits[1:]):
        return Reading(Decimal("".join(digits)))
    return Reading(reason="malformed")


def _groups(digits: list[str]) -> bool:
    return 1 <= len(digits[0]) <= 3 and digits[0] != "0" and all(len(d) == 3 for d in digits[1:])


_FOOTNOTE = re.compile(r"(?<=[\d%])\s*(?:\*{1,4}\)?|\(\*{1,4}\)|[†‡]|[¹²³⁴][)⁾])$")
"""The mark of a footnote behind a figure: "992.770 *)"."""
_WITH_SHARE = re.compile(r"([^()]*\d[^()]*?)\s*\((\s*\d[\d.,]*\s*%\s*)\)")
"""A figure with its percentage in brackets behind it: "86 (101%)"."""
_SOURCE_OF_FUNDS = re.compile(
    r"^((?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?:,-|\.-|-)?)"
    rf"\s\(?{FUND}\)?$"
)
"""An amount, and the fund or document it comes from."""


def share_in_brackets(raw: str) -> str:
    """The percentage in brackets behind a figure ("50%" of "12 (50%)"); empty where there is none."""
    found = _WITH_SHARE.fullmatch(" ".join(raw.split()))
    return found.group(2).strip() if found else ""


def without_source(text: str) -> str:
    """An amount without the fund or document named behind it ("1.250.000 (DPA)"), which is no unit."""
    return _SOURCE_OF_FUNDS.sub(r"\1", text)


def read_cell(raw: str, mark: Mark = Mark.UNKNOWN) -> Reading:
    """What a cell says.

    One number with or without a unit gives `value` and `unit`; a grade with one score, either of
    them in brackets, gives `text` and `value`, as does a number with its percentage in brackets; the mark of a footnote
    behind a figure is no part of it; two numbers, a range, words, a dash or a malformed number give `text`.
    """
    text = " ".join(raw.split())
    if text.startswith(":") and len(text) > 1:
        text = text[1:].strip()  # "Target : 80 %" over two cells
    text = _FOOTNOTE.sub("", without_source(text))
    if not text:
        return Reading(reason="empty")
    bare = _number_and_unit(text, mark)
    if bare is not None:
        return bare
    with_share = _WITH_SHARE.fullmatch(text)
    if with_share:
        told = _number_and_unit(with_share.group(1), mark)
        if told is not None and told.value is not None and told.unit != "%":
            return Reading(told.value, text, told.unit)
    rate = _RATE.fullmatch(text)
    if rate:
        told = _number_and_unit(rate.group(1), mark)
        if told is not None and told.value is not None and not told.unit:
            return Reading(told.value, "", rate.group(2))
    literals = _LITERAL.findall(text)
    score = re.fullmatch(r"([^\d(]*[A-Za-z][^\d(]*|[A-Z]{1,2}|Level \d)\s*\(\s*([\d.,]+)\s*\)?", text)
    if score:
        inner = literal_value(score.group(2).rstrip(".,"), Mark.DECIMAL if mark is Mark.UNKNOWN else mark)
        return Reading(inner.value, text, reason=inner.reason)
    graded = re.fullmatch(r"([\d.,]*\d)\s*\(\s*[A-Za-z][A-Za-z +/-]{0,30}\)", text)
    if graded:
        inner = literal_value(graded.group(1), Mark.DECIMAL if mark is Mark.UNKNOWN else mark)
        return Reading(inner.value, text, reason=inner.reason)
    level = re.fullmatch(r"level\s*([0-5](?:[.,]\d{1,2})?)", text, re.I)
    if level:  # of maturity: 3 of 5
        return Reading(literal_value(level.group(1), Mark.DECIMAL).value, text)
    bound = re.fullmatch(r"(?:>=|<=|≥|≤|>|<|minimal|maksimal|min\.?|maks\.?)\s*(.+)", text, re.I)
    if bound:
        inner_cell = _number_and_unit(bound.group(1), mark)
        if inner_cell is not None and inner_cell.value is not None:
            return Reading(inner_cell.value, text, inner_cell.unit)
    reason = "several figures" if len(literals) > 1 else "words"
    return Reading(text=text, reason=reason)


def _number_and_unit(text: str, mark: Mark) -> Reading | None:
    """A single number with signs, currency, percent or unit around it; None when it is not one."""
    rest = text
    negative = False
    unit = ""
    brackets = re.fullmatch(r"\(\s*([^()]+?)\s*\)\s*(%?)", rest)
    if brackets and re.search(r"\d", brackets.group(1)) and not _is_list_number(rest):
        negative, rest = True, brackets.group(1) + brackets.group(2)
    currency = _RUPIAH.match(rest)
    if currency:
        unit, rest = currency.group(0).strip(), rest[currency.end() :]
        inner = re.fullmatch(r"\(\s*([^()]+?)\s*\)", rest)
        if inner:
            negative, rest = True, inner.group(1)
    if rest.startswith(("-", "−", "–", "+")) and len(rest) > 1:
        negative ^= rest[0] != "+"
        rest = rest[1:].lstrip()
    percent = _PERCENT.search(rest)
    if percent and percent.start() > 0:
        unit, rest = "%", rest[: percent.start()]
    rest = _SPACED_DIGITS.sub("", rest)
    rest = _SPACED_THOUSANDS.sub(lambda found: re.sub(r"\s+", "", found.group(0)), rest)
    spaced = _SPACED_GROUP.match(rest)
    if spaced and re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", spaced.group(1) + spaced.group(2)):
        rest = spaced.group(1) + spaced.group(2)
    match = re.match(r"\d[\d.,]*", rest)
    if match is None:
        return None
    literal, after = match.group(0), rest[match.end() :]
    tail = _TAIL.search(literal + after) if not re.search(r"[A-Za-z]", after) else None
    whole_rupiah = tail is not None and re.search(r"[-=]", tail.group()) is not None
    if tail:
        whole = (literal + after)[: tail.start()]
        literal, after = whole, ""
        if not re.fullmatch(r"[\d.,]+", literal):
            return None
    else:
        stripped = literal.rstrip(".,")
        after = (literal[len(stripped) :].strip(".,") + after).strip()
        literal = stripped
    if after:
        if not _UNIT.match(after) or re.search(r"(?<![A-Za-z])\d", after):
            return None
        unit = after.strip(" .") if not unit else f"{unit} {after.strip()}"
    if currency and re.fullmatch(r"\d{4,}[.,]\d{3}", literal):
        mark = Mark.THOUSANDS  # no amount has three decimals
    result = _whole_rupiah(literal, mark) if whole_rupiah else literal_value(literal, mark)
    if result.ambiguous:
        return Reading(text=text, unit=unit, ambiguous=True, reason=result.reason)
    if result.value is None:
        return Reading(text=text, reason=result.reason)
    # A plain minus would round to the precision of the decimal context.
    value = result.value.copy_negate() if negative and result.value != 0 else result.value
    return Reading(value, "", unit)


def _whole_rupiah(literal: str, mark: Mark) -> Reading:
    """The value of a literal before ",-", which says that no decimals follow: three digits are a group."""
    marks = re.findall(r"[.,]", literal)
    if marks and len(re.split(r"[.,]", literal)[-1]) == GROUP:
        if len(set(marks)) > 1:
            return Reading(reason="malformed")
        return literal_value(literal, Mark.THOUSANDS)
    return literal_value(literal, mark)


def _is_list_number(text: str) -> bool:
    return bool(re.fullmatch(r"\(\d{1,2}\)", text))
