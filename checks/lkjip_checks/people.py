"""ID-01 to ID-05, CP-09, CP-10: who signs, to whom, and when."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted, shown
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import Official
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind, ReadBy, UnitLevel

NIP_DIGITS = 18
YOUNGEST, OLDEST = 17, 58
"""Age in years at which a civil servant can have been appointed."""
ONE_PERSON = 0.6
"""Likeness of two names from which on they are spellings of one."""
AGREED_BY = 1
"""Month by whose end an agreement is signed as a rule (practice of the SAKIP evaluation)."""
REPORTED_BY = 2
"""Month of the next year by whose end a unit reports (PermenPANRB 53/2014, Lampiran II D)."""

RANKS = {
    "juru muda": "I/a", "juru muda tk i": "I/b", "juru": "I/c", "juru tk i": "I/d", "pengatur muda": "II/a",
    "pengatur muda tk i": "II/b", "pengatur": "II/c", "pengatur tk i": "II/d", "penata muda": "III/a",
    "penata muda tk i": "III/b", "penata": "III/c", "penata tk i": "III/d", "pembina": "IV/a",
    "pembina tk i": "IV/b", "pembina utama muda": "IV/c", "pembina utama madya": "IV/d", "pembina utama": "IV/e",
}  # fmt: skip
"""The ranks of civil servants with their grade (PP 99/2000 and its annex)."""
_PRINTED_GRADE = re.compile(r"\b(IV|III|II|I)\s*[/.-]?\s*([a-e])\b")
_GRADE = re.compile(
    r"[\s,(/–-]*\b(?:(?i:gol(?:ongan)?)\.?\s*(?i:ruang)?\s*)?\(?(?:IV|III|II|I)\s*[/.-]?\s*[a-e]\)?.*$"
)
_DEGREES = re.compile(
    r"^(?:(?:dr[sg]?h?|dra|ir|h|hj|prof|r|rd|rr|kh|apt|ns|tgk)\b\.?\s*)+|,.*$|(?<=\S)\s+[SMDA]\.[A-Za-z].*$",
    re.IGNORECASE,
)
"""Titles before a name, and degrees behind it, be they behind a comma or not."""
SHORTENED = 3
"""Letters of a shortened word of a name, at most."""
_DEPUTY = re.compile(r"\b(?:plt|plh|pjs?|a\.?\s?n)\b", re.IGNORECASE)
"""Marks who acts for the holder of an office."""
PPPK = 21
"""From this number on the place of the month says that somebody is a PPPK, who has no rank (PP 49/2018)."""
_TO_PRESIDENT = re.compile(
    r"\b(?:kepala\s+skpd|kepala\s+perangkat\s+daerah|camat|kecamatan)\b(?:(?!\b(?:bupati|wali\s?kota)\b).)*\bmenyampaikan\b"
    r"(?:(?!\b(?:bupati|wali\s?kota)\b).)*\bkepada\s+presiden\b",
    re.IGNORECASE,
)
_TO_REGION = re.compile(r"\bcamat\s+kepada\s+(?:bupati|wali\s?kota)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:penutup|kesimpulan|simpulan)\b", re.IGNORECASE)
_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
    "november", "desember",
)  # fmt: skip
_SIGNED = re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]+)\s+(?P<year>(?:19|20)\d\d)$")


def _officials(view: ReportView) -> list[Official]:
    """The officials whose block was read from text: a misread letter accuses nobody."""
    sure = [
        o
        for o in view.report.prose.officials
        if o.place.read_by is ReadBy.TEXT and o.place.confidence >= SURE and o.name
    ]
    if not sure:
        raise NotRun(
            "tidak ada tanda tangan dengan NIP yang terbaca dari teks",
            "no signature with a NIP was read from text",
        )
    return sure


def _figure(official: Official, raw: str, what: str) -> Figure:
    return Figure.at(official.place, raw, what)


def _plain_name(name: str) -> str:
    """A name without degrees, titles and points."""
    bare = _DEGREES.sub("", name.strip())
    return re.sub(r"[^a-z]+", " ", (bare or name).lower()).strip()


def _one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one name is the other with some words shortened ("m" for "muhammad", "gst" for "gusti"), or its end or
    beginning, as a name over two lines leaves it."""
    if len(a) == len(b):
        pairs = [sorted(pair, key=len) for pair in zip(a, b, strict=True)]
        return all(x == y or (len(x) <= SHORTENED < len(y) and _shortens(x, y)) for x, y in pairs)
    less, more = sorted((list(a), list(b)), key=len)
    return bool(less) and less in (more[: len(less)], more[-len(less) :])


def _shortens(short: str, word: str) -> bool:
    """Whether a word begins like another one and has its letters in their order ("gst", "gusti")."""
    rest = iter(word)
    return short[0] == word[0] and all(letter in rest for letter in short)


@rule("ID-01")
def one_nip_one_name(view: ReportView) -> RuleHits:
    """One NIP belongs to one name."""
    by_nip: dict[str, list[Official]] = defaultdict(list)
    for official in _officials(view):
        by_nip[official.nip].append(official)
    compared = 0
    for nip, same_nip in by_nip.items():
        compared += len(same_nip) - 1
        first = same_nip[0]
        for other in same_nip[1:]:
            a, b = _plain_name(first.name), _plain_name(other.name)
            if a == b or a.replace(" ", "") == b.replace(" ", "") or _one_name(a.split(), b.split()):
                continue
            likeness = SequenceMatcher(None, a, b).ratio()
            places = [first.place.page, other.place.page]
            way_id, way_en = (
                ("ejaan nama berbeda", "the name is spelt in two ways")
                if likeness >= ONE_PERSON
                else ("nama berbeda", "the names differ")
            )
            yield Hit(
                "ID-01",
                f"{capital(pages_id(places))}: NIP {nip} tercetak dengan nama {quoted(first.name)} dan "
                f"{quoted(other.name)}; {way_id}.",
                f"{capital(pages_en(places))}: the NIP {nip} is printed with the names {quoted(first.name)} and "
                f"{quoted(other.name)}; {way_en}.",
                tuple(_figure(o, o.name, f"NIP {nip}") for o in (first, other)),
                frozenset({f"ID-01:{nip}:{b}"}),
                copy_key=(nip, a, b),
            )
    if not compared:
        raise NotRun("tidak ada NIP yang tercetak lebih dari sekali", "no NIP is printed more than once")
    return compared


@rule("ID-02")
def valid_nip(view: ReportView) -> RuleHits:
    """A NIP has 18 digits: date of birth, month of appointment, sex (1 or 2), number."""
    compared = 0
    for official in _officials(view):
        compared += 1
        why = _nip_fault(official.nip)
        if why is not None:
            page = [official.place.page]
            yield Hit(
                "ID-02",
                f"{capital(pages_id(page))}: NIP {official.nip} milik {quoted(official.name)} tidak sah: {why[0]}.",
                f"{capital(pages_en(page))}: the NIP {official.nip} of {quoted(official.name)} is not valid: {why[1]}.",
                (_figure(official, official.nip, official.name),),
                frozenset({f"ID-02:{official.nip}"}),
                copy_key=(official.nip,),
            )
    return compared


def _is_pppk(nip: str) -> bool:
    return len(nip) == NIP_DIGITS and int(nip[12:14]) >= PPPK


def _nip_fault(nip: str) -> tuple[str, str] | None:
    if len(nip) != NIP_DIGITS:
        return f"{len(nip)} angka, semestinya {NIP_DIGITS}", f"{len(nip)} digits instead of {NIP_DIGITS}"
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return f"tanggal lahir {nip[:8]} tidak ada", f"there is no date of birth {nip[:8]}"
    year, month = int(nip[8:12]), int(nip[12:14])
    civil_servant = not _is_pppk(nip)
    if civil_servant and not 1 <= month <= len(_MONTHS):
        return f"bulan pengangkatan {nip[12:14]} tidak ada", f"there is no month of appointment {nip[12:14]}"
    age = year - born.year
    if civil_servant and not YOUNGEST <= age <= OLDEST:
        return f"diangkat tahun {year} pada umur {age} tahun", f"appointed in {year} at the age of {age}"
    if nip[14] not in "12":
        return f"angka jenis kelamin {nip[14]}", f"digit of the sex {nip[14]}"
    return None


@rule("ID-03")
def known_rank(view: ReportView) -> RuleHits:
    """The rank printed under a name is one of the ranks of civil servants, and the grade beside it is that of the rank
    (PP 99/2000)."""
    compared = 0
    for official in _officials(view):
        if not official.rank or _is_pppk(official.nip):
            continue
        compared += 1
        plain = re.sub(r"\btingkat\b", "tk", _GRADE.sub("", official.rank).lower()).rstrip(" /(")
        plain = re.sub(r"\btk[. ]*(?:i|1|l|satu)\b", "tk i", re.sub(r"[.,]+", " ", plain))
        plain = " ".join(plain.split())
        grade = _PRINTED_GRADE.search(official.rank)
        right = RANKS.get(plain, "")
        if right and (grade is None or f"{grade.group(1)}/{grade.group(2)}" == right):
            continue
        page = [official.place.page]
        why_id, why_en = (
            (f"bergolongan {right}", f"has the grade {right}")
            if right
            else ("tidak ada dalam daftar pangkat PNS", "is none of the ranks of civil servants")
        )
        yield Hit(
            "ID-03",
            f"{capital(pages_id(page))}: pangkat {quoted(official.rank)} milik {quoted(official.name)} {why_id}.",
            f"{capital(pages_en(page))}: the rank {quoted(official.rank)} of {quoted(official.name)} {why_en}.",
            (_figure(official, official.rank, official.name),),
            frozenset({f"ID-03:{official.nip}:{plain}"}),
            copy_key=(official.nip, plain),
            expected=right,
        )
    if not compared:
        raise NotRun("tidak ada pangkat yang tercetak di bawah nama", "no rank is printed under a name")
    return compared


@rule("ID-04")
def office_and_addressee(view: ReportView) -> RuleHits:
    """One person at a time holds an office, and a unit reports to its head of region (PermenPANRB 53/2014)."""
    compared = 0
    terms: dict[str, list[tuple[tuple[int, int], Official]]] = defaultdict(list)
    for o in view.report.prose.officials:
        signed = _SIGNED.search(o.signed.strip())
        if o.place.read_by is ReadBy.TEXT and o.place.confidence >= SURE and o.name and o.role and signed:
            when = (int(signed.group("year")), _month(signed.group("month")))
            if when[1]:
                terms[_office(o.role)].append((when, o))
    for office, found in terms.items():
        compared += len(found) - 1
        back = _returned(sorted(found, key=lambda x: x[0]))
        if back is not None:
            first, between, again = back
            pages = sorted({o.place.page for o in back})
            listed = ", ".join(f"{quoted(o.name)} ({o.signed})" for o in (first, between, again))
            yield Hit(
                "ID-04",
                f"{capital(pages_id(pages))}: pejabat {office} berganti lalu kembali: {listed}.",
                f"{capital(pages_en(pages))}: the holder of the office {office} changes and comes back: {listed}.",
                tuple(_figure(o, o.name, o.role) for o in (first, between, again)),
                frozenset({f"ID-04:{office}"}),
            )
    if view.report.identity.level is UnitLevel.KECAMATAN:
        to_president = [s for s in view.report.prose.sentences if _TO_PRESIDENT.search(s.text)]
        to_region = [s for s in view.report.prose.sentences if _TO_REGION.search(s.text)]
        compared += len(to_president) + len(to_region)
        if to_president and to_region:
            told = (to_president[0], to_region[0])
            pages = sorted({s.place.page for s in told})
            yield Hit(
                "ID-04",
                f"{capital(pages_id(pages))}: laporan disebut disampaikan kepada Presiden dan kepada kepala daerah; "
                "camat melapor kepada bupati atau wali kota.",
                f"{capital(pages_en(pages))}: the report is said to go to the President and to the head of the region; "
                "a camat reports to the bupati or wali kota.",
                tuple(Figure.at(s.place, shown(s.text), "tujuan laporan") for s in told),
                frozenset({"ID-04:kepada"}),
            )
    if not compared:
        raise NotRun(
            "tidak ada jabatan yang ditandatangani lebih dari sekali dengan tanggal",
            "no office signs more than once with a date",
        )
    return compared


def _office(role: str) -> str:
    """An office without the words that mark a deputy."""
    return " ".join(re.sub(r"\b(?:plt|plh|pj|pjs)\b\.?|[^a-z ]", " ", role.lower()).split())


def _returned(found: list[tuple[tuple[int, int], Official]]) -> tuple[Official, Official, Official] | None:
    """Three signatures of which the middle one, dated in between, is by somebody else."""
    for i, (start, first) in enumerate(found):
        for j, (middle, between) in enumerate(found[i + 1 :], i + 1):
            if middle <= start or _same_person(first, between) or _DEPUTY.search(between.role):
                continue
            for end, again in found[j + 1 :]:
                if end > middle and _same_person(first, again):
                    return first, between, again
    return None


def _same_person(a: Official, b: Official) -> bool:
    names = _plain_name(a.name), _plain_name(b.name)
    return (bool(a.nip) and a.nip == b.nip) or SequenceMatcher(None, *names).ratio() >= ONE_PERSON


@rule("ID-05")
def full_date(view: ReportView) -> RuleHits:
    """A signature carries its full date: day, month and year."""
    dated = [(o, m) for o in _officials(view) if (m := _SIGNED.search(o.signed.strip()))]
    if not dated:
        raise NotRun("tidak ada tanggal tanda tangan yang terbaca", "no date of a signature was read")
    without = [o for o, m in dated if not m.group("day")]
    if without:
        pages = sorted({o.place.page for o in without})
        texts = list(dict.fromkeys(o.signed for o in without))
        yield Hit(
            "ID-05",
            f"{capital(pages_id(pages))}: tanggal tanda tangan tidak lengkap (hanya bulan dan tahun): "
            f"{', '.join(quoted(t) for t in texts)}.",
            f"{capital(pages_en(pages))}: signatures without the day: {', '.join(quoted(t) for t in texts)}.",
            tuple(_figure(o, o.signed, o.role or o.name) for o in without),
            frozenset({"ID-05:day"}),
        )
    return len(dated)


@rule("CP-09")
def agreement_in_time(view: ReportView) -> RuleHits:
    """The agreement of a year is signed in January, a revision within the year."""
    own = [a for a in (view.own_agreement, view.own_revision) if a is not None and a.year and a.month]
    if not own or not view.year:
        raise NotRun("tanggal perjanjian kinerja tidak terbaca", "the date of the agreement was not read")
    for agreement in own:
        revised = agreement.kind is AgreementKind.PERUBAHAN_PK
        late = agreement.year > view.year or (
            not revised and agreement.year == view.year and agreement.month > AGREED_BY
        )
        if late:
            signed = [
                o.place.page
                for o in view.report.prose.officials
                if agreement.page_from <= o.place.page <= agreement.page_to
                and o.signed.strip() == agreement.date_text
            ]
            page = [min(signed, default=agreement.page_to)]
            name_id, name_en = (
                ("perubahan perjanjian kinerja", "the revised agreement")
                if revised
                else ("perjanjian kinerja", "the agreement")
            )
            due_id, due_en = (
                (
                    f"tahun {view.year} sudah lewat",
                    f"{view.year} was over by then",
                )
                if agreement.year > view.year
                else (
                    "lazimnya paling lambat sebulan setelah DPA disahkan, yaitu Januari",
                    "it is usually signed within a month of the budget document (DPA), that is in January",
                )
            )
            yield Hit(
                "CP-09",
                f"{capital(pages_id(page))}: {name_id} tahun {view.year} bertanggal {quoted(agreement.date_text)}; "
                f"{due_id}.",
                f"{capital(pages_en(page))}: {name_en} for {view.year} is dated {quoted(agreement.date_text)}; "
                f"{due_en}.",
                (Figure(page=page[0], raw=agreement.date_text, value=None, what=name_id),),
                frozenset({f"CP-09:{agreement.kind}"}),
            )
    return len(own)


@rule("CP-10")
def report_in_time(view: ReportView) -> RuleHits:
    """The report of a unit is signed within two months after the year, not before it has ended (PermenPANRB 53/2014,
    Lampiran II D)."""
    if view.report.identity.kind is not DocumentKind.LKJIP or not view.year:
        raise NotRun("bukan laporan kinerja", "not a performance report")
    if view.report.identity.level not in (UnitLevel.KECAMATAN, UnitLevel.OPD):
        raise NotRun(
            "batas dua bulan berlaku bagi perangkat daerah", "the limit of two months is that of units"
        )
    after = [
        (o, m)
        for o in _officials(view)
        if (m := _SIGNED.search(o.signed.strip())) and int(m.group("year")) == view.year + 1
    ]
    early = _signed_too_early(view) if not after else []
    if early:
        yield _dated_hit(view, early, "sebelum tahun itu berakhir", "before the year had ended")
        return len(early)
    if not after:
        raise NotRun("tanggal laporan tidak terbaca", "the date of the report was not read")
    late = [o for o, m in after if _month(m.group("month")) > REPORTED_BY]
    if late and len(late) == len(after):
        yield _dated_hit(
            view,
            late,
            "lewat dari dua bulan setelah tahun berakhir",
            "more than two months after the end of the year",
        )
    return len(after)


def _dated_hit(view: ReportView, signed: Sequence[Official], when_id: str, when_en: str) -> Hit:
    pages, date_text = sorted({o.place.page for o in signed}), quoted(signed[0].signed)
    return Hit(
        "CP-10",
        f"{capital(pages_id(pages))}: laporan tahun {view.year} bertanggal {date_text}, {when_id}.",
        f"{capital(pages_en(pages))}: the report on {view.year} is dated {date_text}, {when_en}.",
        tuple(_figure(o, o.signed, o.role or o.name) for o in signed),
        frozenset({"CP-10"}),
    )


_ATTACHED = re.compile(
    r"\b(?:lampiran|keputusan|surat|perjanjian|rencana aksi|indikator kinerja)\b", re.IGNORECASE
)
_LAST_DAY = re.compile(r"\b31\s*desember\b", re.IGNORECASE)


def _signed_too_early(view: ReportView) -> list[Official]:
    """Who signed the closing chapter within the year that the report is on; its last day may stand for its end."""
    closing = [h.place.page for h in view.report.prose.headings if h.level == 1 and _CLOSING.search(h.title)]
    last = max(closing, default=0)
    attached = {
        h.place.page for h in view.report.prose.headings if _ATTACHED.search(h.title) and h.place.page > last
    } | {t.page_from for t in view.report.tables if t.page_from > last}
    return [
        o
        for o in _officials(view)
        if last
        and (o.place.page == last or (o.place.page == last + 1 and o.place.page not in attached))
        and (m := _SIGNED.search(o.signed.strip()))
        and int(m.group("year")) == view.year
        and not _LAST_DAY.search(o.signed)
        and not any(a.page_from <= o.place.page <= a.page_to for a in view.agreements)
    ]


def _month(word: str) -> int:
    """The number of a month by its name in any spelling; 0 when it is none."""
    plain = word.lower().replace("nop", "nov").replace("peb", "feb")
    return next((i for i, name in enumerate(_MONTHS, 1) if name == plain), 0)
