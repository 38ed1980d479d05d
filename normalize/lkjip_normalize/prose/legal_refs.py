"""Laws and regulations named in the text."""

import re
from collections.abc import Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_normalize.wording import collapse
from lkjip_schemas.prose import LegalRef

_REGION = r"(?:\s+(?:Kabupaten|Kota|Provinsi|Propinsi|Daerah)?\s*(?:[A-Z][a-z]+\s*){1,4})?"
_KINDS: tuple[tuple[str, str], ...] = (
    ("UU", r"Undang\s*[-–]?\s*Undang(?:\s+Republik Indonesia)?|UU(?:\s+RI)?"),
    ("PP", r"Peraturan Pemerintah(?:\s+Republik Indonesia)?|PP"),
    ("Perpres", r"Peraturan Presiden(?:\s+Republik Indonesia)?|Perpres"),
    ("Keppres", r"Keputusan Presiden(?:\s+Republik Indonesia)?|Keppres"),
    ("Inpres", r"(?:Instruksi|Inpres) Presiden(?:\s+Republik Indonesia)?|Inpres"),
    (
        "PermenPANRB",
        r"(?i:per(?:aturan\s+)?men(?:teri)?\s*(?:negara\s+)?(?:pendayagunaan\s+aparatur\s+negara|pan)"
        r"(?:\s*[-–]?\s*(?:dan|&)?\s*(?:reformasi\s+birokrasi|rb))?(?:\s+republik\s+indonesia|\s+ri)?)",
    ),
    ("Permendagri", r"Peraturan\s+Menteri\s+Dalam\s+Negeri+(?:\s+Republik\s+Indonesia|\s+RI)?|Permendagri"),
    ("Kepmendagri", r"Keputusan\s+Menteri\s+Dalam\s+Negeri|Kepmendagri"),
    ("Permenkeu", r"Peraturan\s+Menteri\s+Keuangan|PMK"),
    ("Permen", r"Peraturan\s+Menteri(?:\s+[A-Z][A-Za-z]+(?:\s+dan)?){1,6}"),
    ("Kepmen", r"Keputusan\s+Menteri(?:\s+[A-Z][A-Za-z]+(?:\s+dan)?){1,6}"),
    ("Kepka", r"Keputusan\s+Kepala(?:\s+[A-Z][A-Za-z]+){1,5}"),
    ("Perda", rf"Peraturan\s+Daerah{_REGION}|Perda{_REGION}"),
    ("Pergub", rf"Peraturan\s+Gubernur{_REGION}|Pergub{_REGION}"),
    ("Perbup", rf"Peraturan\s+Bupati{_REGION}|Perbup{_REGION}"),
    ("Perwali", rf"Peraturan\s+Wali\s?[Kk]ota{_REGION}|Perwali?{_REGION}|Perwako{_REGION}"),
    ("Kepgub", rf"Keputusan\s+Gubernur{_REGION}"),
    ("Kepbup", rf"Keputusan\s+Bupati{_REGION}"),
    ("Kepwali", rf"Keputusan\s+Wali\s?[Kk]ota{_REGION}"),
    ("SE", r"Surat\s+Edaran(?:\s+[A-Z][A-Za-z]+){0,8}"),
)
"""Short names of the types of regulations and how they are written, the special ones before the general."""

_TYPE = "|".join(f"(?P<k{i}>\\b(?:{words}))" for i, (_, words) in enumerate(_KINDS))
_REF = re.compile(
    rf"(?:(?P<article>Pasal\s+\d+(?:\s+ayat\s*\(?\d+\)?)?),?\s+)?(?:{_TYPE})\s*,?\s*"
    r"(?i:nomor|no(?:mer)?\.?)?\s*:?\s*(?P<number>\d[\w./-]*(?:\s*/\s*[\w.-]+)*)\s*,?\s*"
    r"(?:(?P<misplaced>[Pp]asal\s+\d+)\s*,?\s*)?(?:[Tt]ahun|TAHUN|[Tt]hn?\.?|/)\s*:?\s*(?P<year>(?:19|20)\d\d)"
    r"(?:\s*,?\s*[Tt]entang\s*:?\s*(?P<title>[^;]+?)(?=\s*(?:;|\.\s|\.$|,?\s+sebagaimana|\s*\((?:Lembaran|Berita)|$)))?"
)
LONGEST_TITLE = 300
_TITLE_ENDS = re.compile(
    r"\s*,?\s+(?:bahwa|maka|menyebutkan|mengamanatkan|menyatakan|dijelaskan|disebutkan|terdiri|mempunyai|merupakan|"
    r"meliputi|lingkup|dimana|di mana|sehingga|serta (?:menyerap|Perjanjian|RKT)|dana (?=[A-Z])|RKT\b)|\.(?=[A-Z])|"
    r"\s*,?\s+(?:dan\s+)?(?=(?:Peraturan|Undang|Keputusan|Instruksi)\b[^,]{0,80}\bN(?:omo|o)r?\b)"
)
"""Where the sentence goes on behind the title of a law."""


def find_legal_refs(told: Sequence[Sentence]) -> tuple[LegalRef, ...]:
    """The laws and regulations that sentences name with number and year."""
    found = []
    for sentence in told:
        for match in _REF.finditer(sentence.text):
            kind = next(name for i, (name, _) in enumerate(_KINDS) if match.group(f"k{i}"))
            found.append(
                LegalRef(
                    kind=kind,
                    number=match.group("number").rstrip("./-").replace(" ", ""),
                    year=int(match.group("year")),
                    article=collapse(match.group("article") or match.group("misplaced") or ""),
                    title=_TITLE_ENDS.split(collapse(match.group("title") or ""))[0][:LONGEST_TITLE].rstrip(
                        " .,"
                    ),
                    text=match.group().strip(),
                    place=sentence.place(match.start(), match.end()),
                )
            )
    return tuple(found)
