"""What a report speaks of at all: the parts that PermenPANRB 53/2014 (Lampiran II) asks for.

A topic that no word of the report names is surely missing; one that is named may still be thin.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lkjip_normalize.wording import collapse
from lkjip_schemas.document import Document
from lkjip_schemas.place import Place
from lkjip_schemas.prose import Topic

TOPICS: dict[str, re.Pattern[str]] = {
    name: re.compile(words, re.IGNORECASE)
    for name, words in {
        "isu_strategis": r"\bis+ue?s?[- ]*(?:is+ue?s?\s+)?(?:utama|strategis|penting)|strategic\s+issue|"
        r"aspek\s+strategis|permasalahan\s+(?:utama|strategis)|"
        r"\b(?:beberapa|sejumlah)\s+isu\s+(?:yang|terkait|pokok)\b",
        "ikhtisar": r"(?:ikhtisar|ihtisar|ringkasan)\s+(?:eksekutif|executive)|executive\s+summary",
        "nasional": r"\b(?:standar\w*|rata\W?rata|tingkat|capaian|realisasi|angka|target|indeks|spm|banding\w*|"
        r"dibanding\w*|perbandingan|skala|level)\b.*\bnasional\b|\bnasional\b.*\b(?:standar\w*|rata\W?rata|capaian|"
        r"realisasi|target|dibanding\w*)\b|^\W*nasional\W*$|\bspm\b|"
        r"\b(?:standar\w*(?:\s+\w+){0,3}|menurut)\s+(?:depkes|kemenkes|who|(?:departemen|kementerian)\s+kesehatan)\b|"
        r"\bangka\s+kecukupan\b.*\b(?:ideal|dianjurkan|permen\w+)\b",
        "efisiensi": r"efisiensi(?!\s+(?:penggunaan\s+)?(?:dana|anggaran)\s+sebesar|\s+perdagangan\b|"
        r"\s+(?:serta|dan)\s+efekti[vf]itas\s+(?:pelaksanaan|penyelenggaraan|tugas))|"
        r"(?:secara|lebih|sangat)\s+efisien\b|"
        r"\banalis[ai]s?\s+(?:atas\s+)?(?:penggunaan|pemanfaatan)\s+sumber\s+daya\b",
        "tahun_lalu": r"tahun\s+(?:lalu|sebelumnya|yang lalu)|\bthn\s+lalu|"
        r"\b(?:di|per)banding\w*\s+(?:dengan\s+)?(?:(?:capaian|realisasi|hasil|kinerja)\s+)*tahun\s+20\d\d",
        "penyebab": r"penyebab|disebabkan|dikarenakan|\bakibat|dipengaruhi|keberhasilan|kegagalan|hambatan|kendala|"
        r"permasalahan|faktor|\b(?:didorong|terganggu)\s+oleh\b|"
        r"(?:naik|turun|nurun|ningkat|tinggi|rendah|belum|tidak|terlambat|lampaui|capai)\w*\b.*\bkarena\b",
        "solusi": r"solusi|upaya|\bke ?depan\b|tindak\s+lanjut|rencana\s+aksi|langkah|\bsaran\b|rekomendasi|perbaikan",
        "program_penunjang": r"\b(?:menunjang|mendukung|penunjang|pendukung|didukung|ditunjang|didorong)\b",
        "perubahan_pk": r"(?:telah|sudah|mengalami|terdapat|dilakukan(?:nya)?|adanya)\s+(?:\w+\s+){0,3}?"
        r"(?:perubahan|revisi)\s+"
        r"(?:atas\s+|terhadap\s+)?(?:perjanjian|penetapan)\s+kinerja(?!\s+(?:dilakukan|apabila|dapat|jika|bila))|"
        r"perjanjian\s+kinerja\s+(?:perubahan|hasil revisi)\s+(?:tahun|tanggal|nomor)|"
        r"\b(?:dilakukan|mengalami|diadakan)\s+(?:perubahan|revisi)\s+(?:pada\s+)?tanggal\s+\d|"
        r"perjanjian\s+kinerja\s+(?:tersebut\s+)?(?:telah\s+|kemudian\s+)?(?:diubah|direvisi)\b",
        "reviu": r"direviu|reviu\s+(?:oleh|atas|inspektorat)",
    }.items()
}
"""Topics by name, and the words that speak of them."""
WORD = re.compile(r"[a-z]{3}", re.IGNORECASE)
"""Most cells hold figures and speak of nothing."""
PLANS = re.compile(
    r"pembangunan jangka|rpjmn|jangka (?:menengah|panjang) nasional|bencana nasional|hari .* nasional", re.I
)
"""Plans and days that carry "nasional" in their name and compare nothing."""


OUTLINE = re.compile(
    r"^\W*(?:\d{1,2}[.)]|[a-z][.)])?\s*(?:membandingkan\s+realisasi|analisis\s+(?:atas\s+)?efisiensi)",
    re.IGNORECASE,
)
"""How PermenPANRB 53/2014 (Lampiran II) itself names the parts: the outline of a report repeats it once."""


PROMISE = re.compile(
    r"penekanan\s+kepada\s+aspek\s+strategis|permasalahan\s+utama\s+\(strategic\s+issue", re.IGNORECASE
)
"""What BAB I shall hold, in the words of PermenPANRB 53/2014: a report tells its outline so, and no issue."""


PARTED = ("isu_strategis", "ikhtisar", "efisiensi", "tahun_lalu", "solusi")
"""Topics of two words, which the end of a line may part; none of them accuses by being named."""


def find_topics(document: Document) -> tuple[Topic, ...]:
    """The topics that text or tables name, each with its first place and the number of mentions."""
    found: dict[str, Topic] = {}
    texts = [(collapse(x.text), x.place) for p in document.pages for x in p.lines]
    texts += [(collapse(c.text), c.place) for t in document.tables for c in t.cells]
    outlined: set[str] = set()
    for text, place in texts:
        if not WORD.search(text):
            continue
        for name, words in TOPICS.items():
            if words.search(text) and not (name == "nasional" and PLANS.search(text)):
                if PROMISE.search(text):
                    continue
                if OUTLINE.match(text) and name not in outlined:
                    outlined.add(name)
                    continue
                known = found.get(name)
                found[name] = Topic(
                    name=name,
                    mentions=known.mentions + 1 if known else 1,
                    place=min((known.place, place), key=lambda p: p.page) if known else place,
                    pages=tuple(sorted({*(known.pages if known else ()), place.page})),
                )
    known_from = {name: topic.place.page for name, topic in found.items()}
    for name, place in _over_line_ends(document, known_from):
        known = found.get(name)
        found[name] = Topic(
            name=name,
            mentions=known.mentions + 1 if known else 1,
            place=place,
            pages=(place.page, *(known.pages if known else ())),
        )
    return tuple(found[name] for name in TOPICS if name in found)


def _over_line_ends(document: Document, known_from: Mapping[str, int]) -> Iterator[tuple[str, Place]]:
    """Topics whose words are parted by the end of a line, the first of each, at the line that begins them, on pages
    before the one from which on they are known."""
    left = set(PARTED)
    for page in document.pages:
        left = {name for name in left if page.page < known_from.get(name, page.page + 1)}
        if not left:
            return
        lines = [line for line in page.lines if not line.running]
        for line, below in pairwise(lines):
            first = collapse(line.text)
            both = f"{first} {collapse(below.text)}"
            if PROMISE.search(both):
                continue
            for name in sorted(left):
                words = TOPICS[name].finditer(both)
                if any(m.start() < len(first) < m.end() for m in words):
                    left.discard(name)
                    yield name, line.place
