"""The years that sentences give to the report itself ("LKjIP Tahun 2022 sebagai sarana ...")."""

import re
from collections.abc import Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_normalize.wording import years_in
from lkjip_schemas.prose import ReportYear

_YEAR = r"\b(?:[Tt]ahun\s+(?:[Aa]nggaran\s+)?)?(?P<year>20\d\d)\b"
_OWN = re.compile(
    r"(?:\bLKj?\s?IP\b|\bLAKIP\b|\bLKIP\b|\bLaporan\s+(?:Akuntabilitas\s+)?Kinerja\b)(?P<between>[^.;]{0,90}?)"
    + _YEAR
)
_TELLS_OF = re.compile(
    r"\b[Ll]aporan\s+(?:[Aa]kuntabilitas\s+)?[Kk]inerja\s+ini\s+(?:meng?gambarkan|menyajikan|memuat|menguraikan)\b"
    r"(?P<between>(?:(?!\b(?:yang|target|rekomendasi|langkah|dari|kenaikan|kemajuan)\b)[^.;]){0,150}?\b"
    r"(?:pada|selama|dalam)\s+)" + _YEAR + r"\s*(?=[.,]|$)"
)
"""What the report says that it tells ("Laporan kinerja ini menggambarkan ... pada Tahun Anggaran 2022")."""
_OTHER = re.compile(
    r"nomor|\bno\b|peraturan|undang|renstra|rpjmd|rencana|periode|sebelum|lalu|evaluasi|hasil|nilai|banding|predikat|\d",
    re.IGNORECASE,
)
"""Words between report and year that give the year to something else, or to a report of before."""


def find_report_years(told: Sequence[Sentence]) -> tuple[ReportYear, ...]:
    """The years, in order, each with its words."""
    found = []
    for sentence in told:
        tells = _TELLS_OF.finditer(sentence.text) if len(set(years_in(sentence.text))) == 1 else ()
        for match in (*_OWN.finditer(sentence.text), *tells):
            rest = sentence.text[match.end() : match.end() + 12]
            if _OTHER.search(match.group("between")) or re.match(r"\s*[-–]\s*20\d\d", rest):
                continue
            found.append(
                ReportYear(
                    year=int(match.group("year")),
                    text=match.group(),
                    sentence=sentence.text,
                    place=sentence.place(match.start(), match.end()),
                )
            )
    return tuple(found)
