"""TX-02, TX-03, TX-04, ST-09, ST-10, CP-07: the words of the report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches

from lkjip_checks.agreed_budgets import cut_against_the_budget
from lkjip_checks.numbers_text import capital, joined_en, joined_id, pages_en, pages_id, quoted, shown
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_normalize.wording import letters, telling_words
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ContentsEntry, Heading, ToldSentence
from lkjip_schemas.records import ReadTable
from lkjip_schemas.table_records import Upaya
from lkjip_schemas.vocabulary import DocumentKind, FindingClass, ReadBy, Severity, TableKind, UnitLevel

TOLD = 8
"""Words, titles or sentences that a finding tells; the places of all are given."""
LISTED_LETTERS = 90
"""Letters shown of each of several repeated sentences, at most."""
LONG_TEXT = 35
"""Letters from which on a cell says something of its own."""
SAME_WORDS = 0.95
SEVERAL = 2
LIKE_TITLE = 0.75
"""Likeness from which on a heading may be what an entry of the table of contents means."""
LIKE_TITLE_OF_NUMBER = 0.5
"""The same for headings that have the number of the entry."""
RENAMED = 2015
"""First report year under PermenPANRB 53/2014, which calls the report Laporan Kinerja."""
_OLD_NAME = re.compile(
    r"\blaporan akuntabilitas(?: dan)? kinerja(?: instansi pemerintah)?\b|\bLAKIP\b", re.IGNORECASE
)
_NEW_NAME = re.compile(r"\bLKj(?:IP)?\b|\blaporan kinerja\b", re.IGNORECASE)
_REGULATION = re.compile(r"\b(?:peraturan|keputusan|instruksi|undang-undang|pedoman|nomor)\b", re.IGNORECASE)
_FORMULA = re.compile(r"[x×]\s*100\s*%", re.IGNORECASE)
"""A formula of an indicator is the same wherever it stands."""
_LAW_TITLE = re.compile(
    r"^\W*(?:peraturan|keputusan|undang|instruksi|surat edaran|nomor)\b.*\btentang\b",
    re.IGNORECASE | re.DOTALL,
)
"""The title of a law is the same wherever it is cited."""
_LIST_ITEM = re.compile(r"^\W*(?:\w{1,2}[.)]|[-•])\s")


def _need_report(view: ReportView) -> None:
    if view.report.identity.kind is not DocumentKind.LKJIP:
        raise NotRun("bukan laporan kinerja", "not a performance report")


@rule("TX-02")
def spelling(view: ReportView) -> RuleHits:
    """Words are spelt as the dictionary and the regulations spell them; the report has its name of today."""
    found = [m for m in view.report.prose.misspellings if m.place.confidence >= SURE]
    if found:
        listed_id = ", ".join(
            f"{m.word} ({m.mentions}x, pertama pada {pages_id([m.place.page])}; yang baku {m.right})"
            for m in found[:TOLD]
        )
        listed_en = ", ".join(
            f"{m.word} ({m.mentions}x, first on {pages_en([m.place.page])}; right: {m.right})"
            for m in found[:TOLD]
        )
        yield Hit(
            "TX-02",
            f"Ejaan: {listed_id}.",
            f"Spelling: {listed_en}.",
            tuple(Figure.at(m.place, m.word, m.right) for m in found),
            frozenset({"TX-02"}),
        )
    yield from _old_name(view)
    return 1 if view.report.observations or view.report.prose.headings else 0


_TASKS = re.compile(r"\b(?:tugas|fungsi|rincian)\b", re.IGNORECASE)
_LISTED = re.compile(r"\W*[a-z0-9]{1,2}[.)]", re.IGNORECASE)
_A_TASK = re.compile(
    r"\W*(?:[a-z0-9]{1,2}[.)]\s*)?(?:draft?|pe(?:nyusunan|laksanaan|nyiapan|ngelolaan|nyelenggaraan|ngoordinasian|laporan)|"
    r"me(?:nyusun|laksanakan|nyiapkan|ngelola|nyelenggarakan|laporkan))\b",
    re.IGNORECASE,
)
"""What a regulation on the organisation gives to an office to do: its words are not the report's."""
_THIS = re.compile(r"\bini\b", re.IGNORECASE)


def _old_name(view: ReportView) -> Iterator[Hit]:
    """Sentences that still call the report "Laporan Akuntabilitas Kinerja" beside its name of today."""
    identity = view.report.identity
    if identity.kind is not DocumentKind.LKJIP or view.year < RENAMED:
        return
    sentences = [s for s in view.report.prose.sentences if s.place.confidence >= SURE]
    old = [
        s
        for s in sentences
        if _OLD_NAME.search(s.text)
        and not _REGULATION.search(s.text)
        and not (_TASKS.search(s.heading) and _LISTED.match(s.text))
        and (not _A_TASK.match(s.text) or _THIS.search(s.text))
    ]
    if not old or not any(_NEW_NAME.search(s.text) for s in sentences):
        return
    pages = sorted({s.place.page for s in old})
    word = _OLD_NAME.search(old[0].text)
    name = word.group() if word else ""
    yield Hit(
        "TX-02",
        f"{capital(pages_id(pages))}: istilah lama {quoted(name)} masih dipakai ({len(old)} kalimat); sejak "
        "PermenPANRB 53/2014 namanya Laporan Kinerja.",
        f"{capital(pages_en(pages))}: the old term {quoted(name)} is still used ({len(old)} sentence(s)); since "
        "PermenPANRB 53/2014 the name is Laporan Kinerja.",
        tuple(Figure.at(s.place, shown(s.text), "istilah") for s in old),
        frozenset({"TX-02:istilah"}),
    )


_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)? \(?\d{1,2}\)?")
"""A row of column numbers, read as one of figures."""
MOST_PAGES = 8
"""Of more pages with doubts the first and the last one are named."""


@rule("TX-03")
def readings_in_doubt(view: ReportView) -> RuleHits:
    """Every figure was read without doubt."""
    doubts = [
        o
        for o in view.report.observations
        if o.place.confidence < SURE and not _COLUMN_NUMBER.fullmatch(f"{o.subject} {o.raw}")
    ]
    if doubts:
        pages = sorted({o.place.page for o in doubts})
        where_id, where_en = _where(pages)
        least_sure = sorted(doubts, key=lambda o: o.place.confidence)[:TOLD]  # the least sure ones
        rest = len(doubts) - TOLD
        more_id = more_en = ""
        if rest > 0:
            more_id = f"; dan {rest} lainnya"
            more_en = f"; and {rest} more"
        listed_id = "; ".join(
            f"{quoted(o.raw)} pada baris {quoted(shown(o.subject))} ({pages_id([o.place.page])})"
            for o in least_sure
        )
        listed_en = "; ".join(
            f"{quoted(o.raw)} in the row {quoted(shown(o.subject))} ({pages_en([o.place.page])})"
            for o in least_sure
        )
        yield Hit(
            "TX-03",
            f"{capital(where_id)}: {len(doubts)} angka diragukan bacaannya oleh program ini; cocokkan dengan "
            f"halamannya: {listed_id}{more_id}.",
            f"{capital(where_en)}: this program read {len(doubts)} figure(s) with doubt; compare them with the "
            f"page: {listed_en}{more_en}.",
            tuple(Figure.of(o) for o in doubts),
            frozenset({"TX-03"}),
            finding_class=FindingClass.EXTRACTION_DOUBT,
        )
    return len(view.report.observations)


def _where(pages: Sequence[int]) -> tuple[str, str]:
    """The pages in words, Indonesian and English; of many how many they are, the first and the last one."""
    if len(pages) <= MOST_PAGES:
        return pages_id(pages), pages_en(pages)
    count, first, last = len(pages), pages[0], pages[-1]
    return f"{count} halaman dari halaman {first} sampai {last}", f"{count} pages from {first} to {last}"


@rule("TX-04")
def no_repeated_text(view: ReportView) -> RuleHits:
    """The analysis is written for each indicator: no long sentence stands twice in the report."""
    _need_report(view)
    chapters = [h.place.page for h in view.report.prose.headings if h.number.upper() == "BAB I"]
    begins = min(chapters, default=0)  # before it a foreword may stand twice, signed and typed
    found = [
        r
        for r in view.report.prose.repeats
        if not _LIST_ITEM.match(r.text)
        and not _FORMULA.search(r.text)
        and not _LAW_TITLE.match(r.text)
        and all(p.confidence >= SURE for p in r.places)
        and any(p.page >= begins for p in r.places)
        and not any(a.page_from <= p.page <= a.page_to for p in r.places for a in view.agreements)
    ]
    if found:
        pages = sorted({p.page for r in found for p in r.places})
        listed_id = "; ".join(
            f"{quoted(shown(r.text, LISTED_LETTERS))} ({pages_id([p.page for p in r.places])})"
            for r in found[:TOLD]
        )
        listed_en = "; ".join(
            f"{quoted(shown(r.text, LISTED_LETTERS))} ({pages_en([p.page for p in r.places])})"
            for r in found[:TOLD]
        )
        yield Hit(
            "TX-04",
            f"{capital(pages_id(pages))}: {len(found)} kalimat panjang tercetak lebih dari sekali: {listed_id}.",
            f"{capital(pages_en(pages))}: {len(found)} long sentence(s) are printed more than once: {listed_en}.",
            tuple(Figure.at(p, shown(r.text), "kalimat") for r in found for p in r.places),
            frozenset({"TX-04"}),
        )
    yield from _told_again(view)
    return 1 if view.report.prose.headings else 0


def _told_again(view: ReportView) -> Iterator[Hit]:
    """Rows of a table of hindrances and efforts that the closing chapter repeats word by word."""
    sentences = [s for s in view.report.prose.sentences if s.place.confidence >= SURE]
    told: list[tuple[Upaya, str, ToldSentence]] = []
    for record in view.report.records:
        if not isinstance(record, Upaya) or record.place.confidence < SURE:
            continue
        for text in (record.hambatan, record.upaya, record.perbaikan):
            words = letters(text)
            if len(words) < LONG_TEXT:
                continue
            again = next(
                (s for s in sentences if s.place.page > record.place.page and _within(words, s)), None
            )
            if again is not None:
                told.append((record, text, again))
    if len(told) < SEVERAL:
        return
    tables = [r.place.page for r, _, _ in told]
    later = [s.place.page for _, _, s in told]
    yield Hit(
        "TX-04",
        f"{capital(pages_id([*tables, *later]))}: {len(told)} isian tabel ({pages_id(tables)}) diulang kata demi kata "
        f"dalam teks ({pages_id(later)}): {quoted(shown(told[0][1]))}.",
        f"{capital(pages_en([*tables, *later]))}: {len(told)} cells of a table ({pages_en(tables)}) are repeated word "
        f"by word in the text ({pages_en(later)}): {quoted(shown(told[0][1]))}.",
        tuple(
            f
            for r, text, s in told
            for f in (
                Figure.at(r.place, shown(text), "isian tabel"),
                Figure.at(s.place, shown(s.text), "kalimat"),
            )
        ),
        frozenset({"TX-04:tabel"}),
        severity=Severity.LOW,
    )


def _within(words: str, told: ToldSentence) -> bool:
    """Whether a sentence is, or begins with, these words; a letter or two may differ."""
    text = letters(re.sub(r"^\W*\w{1,2}[.)]\s*", "", told.text))[: len(words)]
    return len(text) > len(words) * SAME_WORDS and SequenceMatcher(None, words, text).ratio() >= SAME_WORDS


@rule("ST-09")
def reviewed(view: ReportView) -> RuleHits:
    """The report of a regency, city or province carries the statement that it was reviewed
    (PermenPANRB 53/2014, Lampiran III)."""
    _need_report(view)
    if view.report.identity.level not in (UnitLevel.KABKOTA, UnitLevel.PROVINSI):
        raise NotRun(
            "pernyataan reviu dilampirkan pada laporan pemerintah daerah, bukan perangkat daerah",
            "the review statement belongs to the report of the local government, not of one of its units",
        )
    if view.unread:
        pages = [p.page for p in view.unread]
        raise NotRun(f"{pages_id(pages)} tidak terbaca", f"{pages_en(pages)} could not be read")
    if not any(t.name == "reviu" for t in view.report.prose.topics):
        first = view.report.prose.headings[0] if view.report.prose.headings else None
        if first is None:
            raise NotRun("judul laporan tidak terbaca", "the headings were not read")
        yield Hit(
            "ST-09",
            "Pernyataan telah direviu tidak ditemukan dalam laporan.",
            "The statement of review was not found in the report.",
            (Figure.at(first.place, first.title, "laporan"),),
            frozenset({"ST-09"}),
        )
    return 1


_CHAPTER_TOLD = re.compile(
    r"\W*(bab\s+(?:iv|v|i{1,3}))\W+(?P<title>[A-Z][\w ,/&]{4,60}?)[\s:.–-]+"
    r"(?:pada bab|bab ini|dalam bab|menguraikan|menyajikan|memuat|berisi|menjelaskan)",
    re.IGNORECASE,
)
_SCALE_FOLLOWS = re.compile(
    r"\bskala\b.{0,300}\b(?:sebagai berikut|berikut ini)\s*:?\s*$", re.IGNORECASE | re.DOTALL
)
SHOWN_OF_PROMISE = 160
"""Last letters of a sentence that promises a scale."""
RIGHT_BELOW = 90.0
"""Points from the end of a sentence to the first figure of the table below it, heading included, at most."""


@rule("ST-10")
def contents_are_kept(view: ReportView) -> RuleHits:
    """What the table of contents and the list of chapters name stands in the report under the same title."""
    _need_report(view)
    if view.unread:
        pages = [p.page for p in view.unread]
        raise NotRun(f"{pages_id(pages)} tidak terbaca", f"{pages_en(pages)} could not be read")
    entries = [
        e
        for e in view.report.prose.contents
        if e.place.confidence >= SURE and e.place.read_by is not ReadBy.OCR  # OCR spells no title surely
    ]
    names = {letters(h.title): h for h in view.report.prose.headings if letters(h.title)}
    plain_names = {telling_words(h.title) for h in names.values()}
    lost = [
        e
        for e in entries
        if not e.found
        and not _two_titles(letters(e.title), names)
        and telling_words(e.title) not in plain_names
        and not _TITLES_RUN_TOGETHER.search(e.title)
    ]
    if lost and len(lost) * 2 < len(entries):
        pages = sorted({e.place.page for e in lost})
        told = [
            (quoted(f"{e.number} {e.title}".strip(" .…")), _nearest(e, names, view.report.tables))
            for e in lost[:TOLD]
        ]
        listed_id = ", ".join(
            title + (f" (mirip: {quoted(like[0])}, {pages_id([like[1]])})" if like else "")
            for title, like in told
        )
        listed_en = ", ".join(
            title + (f" (like {quoted(like[0])}, {pages_en([like[1]])})" if like else "")
            for title, like in told
        )
        yield Hit(
            "ST-10",
            f"{capital(pages_id(pages))}: daftar isi menyebut {listed_id}, yang tidak ditemukan dengan judul itu "
            "dalam laporan.",
            f"{capital(pages_en(pages))}: the table of contents names {listed_en}, not found under that title in "
            "the report.",
            tuple(Figure.at(e.place, e.title, "daftar isi") for e in lost),
            frozenset({"ST-10"}),
        )
    yield from _promised_scales(view)
    yield from _other_titles(view)
    return len(entries)


_NUMBERED_TABLE = re.compile(r"\W*tab(?:el|le)\W*(\d+(?:\.\d+)*)", re.IGNORECASE)
_TITLES_RUN_TOGETHER = re.compile(r"\w\W+(?:tabel|gambar|grafik)\W*\d", re.IGNORECASE)
"""The end of one entry of a list of tables and the number of the next, read as one."""


def _two_titles(words: str, names: Mapping[str, Heading]) -> bool:
    """Whether an entry is two titles of the report, of which the table of contents gives one page number."""
    return any(words.startswith(name) and words.removeprefix(name) in names for name in names)


def _nearest(
    entry: ContentsEntry, names: Mapping[str, Heading], tables: Sequence[ReadTable]
) -> tuple[str, int] | None:
    """The title of the report that is most like an entry, if any is, with its page: the table of the same number, or a
    heading, of the same number half of it is enough."""
    if number := _NUMBERED_TABLE.match(entry.title):
        captioned = [
            t
            for t in tables
            if (same := _NUMBERED_TABLE.match(t.caption)) and same.group(1) == number.group(1)
        ]
        if len(captioned) == 1:
            return captioned[0].caption, captioned[0].page_from
    words = letters(entry.title)
    found = get_close_matches(words, names, n=1, cutoff=LIKE_TITLE)
    if not found:
        own = [n for n, h in names.items() if h.number and h.number.strip(" .") == entry.number.strip(" .")]
        found = get_close_matches(words, own, n=1, cutoff=LIKE_TITLE_OF_NUMBER)
    return (names[found[0]].title, names[found[0]].place.page) if found else None


def _other_titles(view: ReportView) -> Iterator[Hit]:
    """Chapters that the list of chapters ("Sistematika") calls by another title than the one they have."""
    titles = {
        h.number.upper(): h
        for h in view.report.prose.headings
        if h.level == 1 and h.title.isupper() and h.number.upper().startswith("BAB ")
    }
    told: list[tuple[str, ToldSentence, Heading]] = []
    for s in view.report.prose.sentences:
        named = _CHAPTER_TOLD.match(s.text)
        heading = titles.get(named[1].upper()) if named else None
        if (
            named is None
            or heading is None
            or s.place.confidence < SURE
            or heading.place.page <= s.place.page
        ):
            continue
        a, b = letters(named["title"]), letters(heading.title)
        if a and b and a not in b and b not in a:
            told.append((named["title"], s, heading))
    if told:
        pages = sorted({p for _, s, h in told for p in (s.place.page, h.place.page)})
        listed_id = "; ".join(
            f"{h.number} disebut {quoted(title)} ({pages_id([s.place.page])}), judulnya {quoted(h.title)} "
            f"({pages_id([h.place.page])})"
            for title, s, h in told[:TOLD]
        )
        listed_en = "; ".join(
            f"{h.number} is called {quoted(title)} ({pages_en([s.place.page])}), its title is {quoted(h.title)} "
            f"({pages_en([h.place.page])})"
            for title, s, h in told[:TOLD]
        )
        yield Hit(
            "ST-10",
            f"{capital(pages_id(pages))}: sistematika dan judul bab berbeda: {listed_id}.",
            f"{capital(pages_en(pages))}: the list of chapters and their titles differ: {listed_en}.",
            tuple(
                f
                for title, s, h in told
                for f in (Figure.at(s.place, title, h.number), Figure.at(h.place, h.title, h.number))
            ),
            frozenset({"ST-10:sistematika"}),
        )


def _promised_scales(view: ReportView) -> Iterator[Hit]:
    """Sentences that end in "skala ... sebagai berikut:" where no scale follows on the same page or the next."""
    for told in view.report.prose.sentences:
        if not _SCALE_FOLLOWS.search(told.text) or told.place.confidence < SURE:
            continue
        page, end = told.place.page, told.place.box.bottom
        near = {t.kind for t in view.report.tables if page <= t.page_from <= page + 1}
        tops = [
            o.place.box.top
            for o in view.report.observations
            if o.place.page == page and o.place.box.top > end
        ]
        between = [
            s
            for s in view.report.prose.sentences
            if s.place.page == page and end < s.place.box.top < min(tops, default=0.0)
        ]
        # The scale may be a list in the text: only a table right below the words is what they speak of.
        if not tops or min(tops) - end > RIGHT_BELOW or between or near & {TableKind.SKALA, TableKind.OTHER}:
            continue
        text = told.text
        if len(text) > SHOWN_OF_PROMISE:
            text = text[-SHOWN_OF_PROMISE:].partition(" ")[2]
        yield Hit(
            "ST-10",
            f"{capital(pages_id([page]))}: {quoted(text)} menjanjikan skala, tetapi yang menyusul bukan tabel skala.",
            f"{capital(pages_en([page]))}: {quoted(text)} promises a scale, but the table that follows is none.",
            (Figure.at(told.place, text, "kalimat"),),
            frozenset({f"ST-10:{page}:{round(told.place.box.top)}"}),
        )


@rule("CP-07")
def revision_is_told(view: ReportView) -> RuleHits:
    """A revised agreement is spoken of in the report, with its reason (PermenPANRB 53/2014, Lampiran I: change of
    officials, of strategy or budget, of priorities)."""
    _need_report(view)
    revised = view.own_revision
    if revised is None:
        raise NotRun(
            "tidak ada perubahan perjanjian kinerja dalam berkas", "no revised agreement in the file"
        )
    told = next((t for t in view.report.prose.topics if t.name == "perubahan_pk"), None)
    if told is None:
        first = view.own_agreement
        before, after = (a.parties if a is not None else () for a in (first, revised))
        changed = bool(before and after) and set(before) != set(after)
        who_id = (
            f" Para pihaknya berganti: {joined_id(before)} menjadi {joined_id(after)}." if changed else ""
        )
        who_en = f" Its parties changed: {joined_en(before)} became {joined_en(after)}." if changed else ""
        page = [revised.page_from]
        figure = next((o for o in view.report.observations if view.agreement_at(o) == revised), None)
        if figure is None:
            raise NotRun(
                "angka perubahan perjanjian tidak terbaca", "the figures of the revision were not read"
            )
        yield Hit(
            "CP-07",
            f"{capital(pages_id(page))}: ada perubahan perjanjian kinerja, tetapi laporan tidak menyebut "
            "perubahan itu dan "
            f"alasannya.{who_id}",
            f"{capital(pages_en(page))}: there is a revised agreement, but the report mentions neither the "
            "revision nor its "
            f"reason.{who_en}",
            (Figure.of(figure),),
            frozenset({"CP-07"}),
        )
    yield from cut_against_the_budget(view)
    return 1
