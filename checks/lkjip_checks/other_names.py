"""CU-01: names of other units, regencies and cities, as text copied from another report has them."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_normalize.regions import known_kecamatan, known_region, region_at_start
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import NamedUnit
from lkjip_schemas.vocabulary import ReadBy, UnitLevel

SEVERAL = 2
"""A name that more sentences have is none that was copied."""
OWN_NAME, SURELY_OWN = 0.7, 0.9
"""Likeness from which on a name is a spelling of the report's own; where another region has that name, much more."""
_BORDER = re.compile(
    r"berbatas|perbatasan|dibanding|perbandingan|studi|seperti|antar\b|sebelah", re.IGNORECASE
)
_MAY_NAME_OTHERS = re.compile(
    rf"{_BORDER.pattern}|kerja ?sama|\bmou\b|kunjungan|kunker|kaji|belajar|mutasi|pindah|pemekaran|induk|bersama|"
    r"antara|peringkat|juara|lomba|tuan rumah|delegasi|perwakilan|rujuk|asal|narasumber|peserta|pembentukan|"
    r"daerah lain|undang-undang|peraturan|keputusan|\bnomor\b|\btentang\b|kepada",
    re.IGNORECASE,
)
"""Sentences that have a reason to name another regency: comparing, working or travelling there, citing a law."""
_AGENCY_IN_TITLE = re.compile(
    r"\b(?P<agency>(?:DINAS|BADAN|INSPEKTORAT|SEKRETARIAT)[A-Z ,.&-]*?)\s+(?P<name>(?:KABUPATEN|KOTA) [A-Z ]+)"
)
"""The agency that a title in capitals names, and its regency or city."""
_IN_TITLES = re.compile(
    rf"{_MAY_NAME_OTHERS.pattern}|\b(?:dengan|dari|acuan|benchmark\w*|penghargaan|piagam|standar)\b",
    re.IGNORECASE,
)
"""Titles that have a reason to name the like agency of another regency."""
_ANY_REGION = re.compile(
    r"(?<!di )(?<!ke )(?<!dari )\b(?:Kabupaten|Kota)\s+[A-Z][a-z]+(?:\s+(?:dan\s+)?[A-Z][a-z]+){0,3}"
)
_PLACE = re.compile(
    r"\b(?:di|seluruh|se|masyarakat|warga|wilayah|kelurahan|desa)\s+(?:(?:seluruh|wilayah|semua|kelurahan|desa|kerja|pelayanan|hukum)\s+){0,3}"
    r"(?P<name>(?:Kecamatan|Kabupaten|Kota)\s+[A-Z][a-z]+(?:\s+(?:dan\s+)?[A-Z][a-z]+){0,3})"
)
_OWN_AREA = re.compile(r"\bwilayah\s+(?:kerja|pelayanan|hukum)\s+Kabupaten\b")
"""The area a unit works in, which lies in its own regency."""
_GOES_ON = re.compile(
    r"\b(?:tetap|terus)\s+(?:akan\s+|dapat\s+)?(?:di|me)\w*(?:lanjut|tingkat|laksana|pertahan|kembang)\w*|"
    r"\bakan\s+(?:di(?:terus|lanjut)kan|meneruskan|melanjutkan)\b",
    re.IGNORECASE,
)
"""What a unit goes on with, in a place of its own;"""
_BEGINS = re.compile(r"(?:^|[,;]\s*|\b(?:bahwa|maka|sehingga|oleh (?:karena|sebab) itu)\s+)$", re.IGNORECASE)
_ACTS = re.compile(
    r"\b(?P<name>Kecamatan\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})\s+"
    r"(?:perlu|harus|akan|berkomitmen|bertekad|berupaya|terus|senantiasa|telah (?:berupaya|melaksanakan|menetapkan))\b"
)
"""What a kecamatan has to do itself, named at the beginning of a clause;"""
_ALL_OF = re.compile(
    r"\b(?:seluruh|semua|setiap|kantor)\s+(?:kantor\s+)?"
    r"(?:kecamatan|desa|kelurahan|perangkat daerah|[os]k?pd|puskesmas)\b"
    r"(?:\s+(?:yang ada|dan kelurahan|dan desa))?\s*$",
    re.IGNORECASE,
)
"""or the offices of a place, all of them, that it works with;"""
_SERVES_OTHERS = re.compile(
    r"\b(?:melayani|pelayanan|layanan|menjangkau|mencakup|cakupan|serupa|(?:me)?niru|me?replikasi|replikasi|pembanding|"
    r"contoh|model|sampel|cabang|siaran|laborator\w*|rsud|rumah sakit|pdam|pmi|uptd?|digunakan|diterapkan|penerapan|"
    r"vaksin\w*|distribusi|bantuan|provinsi|regional|kasus|penularan|berasal|berawal|banjir|pasokan|memasok)\b",
    re.IGNORECASE,
)
"""unless it serves or follows those of another regency;"""
_HELD_ELSEWHERE = re.compile(
    r"\b(?:bimtek|bimbingan|diklat|pelatihan|rapat|uji|festival|porprov|pekan|pameran|pasien|warga|menghubungkan|"
    r"(?:oleh|dari) (?:kementerian|provinsi|pemerintah pusat))\b",
    re.IGNORECASE,
)
"""what goes on in the places of others, or by others."""
_RESULT_OF = re.compile(
    r"\b(?:capaian|realisasi|nilai|angka|persentase|indeks|ap[msk]|target|kinerja)\b"
    r"(?:\s+(?!(?:ada|adalah|pada|di|ke|dengan|oleh|dari|untuk|yaitu|yakni|rute|trayek|tertinggi|terendah)\b)[\w/()-]+)"
    r"{0,8}\s*$",
    re.IGNORECASE,
)
"""Before the name of the region whose result it is."""
_ON_TABLE = re.compile(
    r"\b(?:tabel|grafik|diagram)\s+(?:[\d.]+\s+)?(?:di\s?(?:atas|bawah)|tersebut|berikut)",
    re.IGNORECASE,
)
"""A sentence that says what a table or a chart shows."""
_FIELDS = (
    "kesehatan|pendidikan|kebudayaan|perhubungan|pertanian|pangan|sosial|perikanan|kelautan|pariwisata|perdagangan|"
    "perindustrian|lingkungan|hidup|kependudukan|sipil|perumahan|permukiman|pekerjaan|umum|penataan|ruang|kepegawaian|"
    "keuangan|pendapatan|aset|perencanaan|pembangunan|penanaman|modal|koperasi|usaha|tenaga|kerja|transmigrasi|pemuda|"
    "kepemudaan|olahraga|perpustakaan|kearsipan|komunikasi|informatika|pemberdayaan|perempuan|kehutanan|perkebunan|"
    "peternakan|penelitian|pengembangan|penanggulangan|bencana|kesatuan|bangsa|politik"
)
_AGENCY_OF_REPORT = re.compile(
    rf"\b(?:[Ll]aporan|LKj?\s?IP)\b.*\b[Kk]inerja\s+(?P<agency>(?:Dinas|Badan)"
    rf"(?:(?:,|\s+dan|\s+serta)?\s+(?i:{_FIELDS})\b){{1,8}})"
)
"""A sentence on the report, and the agency whose performance it is to show or to better."""
_SHORT_NAME = re.compile(r"\bB(?!APPEDA)[A-Z]{2,6}\b")
"""Short names of agencies ("BPKAD"): of another regency they are told only where the report is of such an agency."""
_KIND_OF_REGION = re.compile(r"^(?:kabupaten|kota)\s+")
_COMPARES = re.compile(r"dibanding|perbandingan|studi|kunjungan|kunker|kaji|belajar", re.IGNORECASE)
"""Sentences that have a reason to name the like agency of another regency;"""
_MEETS_OTHERS = re.compile(
    rf"{_COMPARES.pattern}|kerja ?sama|\bmou\b|mutasi|pindah|\basal\b|berasal|narasumber|peserta|bersama|terima kasih|"
    r"undang|rapat|bimbingan|bimtek|koordinasi",
    re.IGNORECASE,
)
"""or people of it."""


@rule("CU-01")
def own_name(view: ReportView) -> RuleHits:
    """Sentences on the report, its head and its agreement name the kecamatan that reports, not another one; those on
    institutions name its own regency or city."""
    identity = view.report.identity
    if identity.level is not UnitLevel.KECAMATAN and not known_region(identity.kabkota):
        raise NotRun(
            "bukan laporan kecamatan, dan kabupaten atau kotanya tidak terbaca",
            "not the report of a kecamatan, and its regency or city was not read",
        )
    of_kecamatan = identity.level is UnitLevel.KECAMATAN and identity.kecamatan
    compared = 0
    for named in view.report.prose.named_units if of_kecamatan else ():
        if named.place.confidence < SURE:
            continue
        compared += 1
        own = _is_own(identity.kecamatan, named.name, known_kecamatan)
        if not own and known_kecamatan(named.name) and not _BORDER.search(named.sentence):
            yield _other_name(view, named, named.name)
    for named in view.report.prose.named_regions:
        region = region_at_start(named.name)
        if named.place.confidence < SURE or not region or not known_region(identity.kabkota):
            continue
        compared += 1
        short = _SHORT_NAME.search(named.text.removesuffix(named.name))
        if short and not _is_short_for(short.group(), identity.instansi):
            continue
        own_agency = _is_own_agency(named, identity.instansi)
        reason = _MEETS_OTHERS if short else _COMPARES if own_agency else _MAY_NAME_OTHERS
        if not _is_own(identity.kabkota, region, known_region) and not reason.search(named.sentence):
            yield _other_name(view, named, region)
    yield from _places_of_others(view)
    yield from _reports_of_others(view)
    if known_region(identity.kabkota):
        yield from _titles_of_others(view)
        yield from _results_of_others(view)
    return compared


def _titles_of_others(view: ReportView) -> Iterator[Hit]:
    """Titles of tables that name the agency that reports, but of another regency ("OPD : DINAS PERHUBUNGAN KABUPATEN
    SAROLANGUN")."""
    identity = view.report.identity
    own = letters(_KIND_OF_REGION.sub("", identity.kabkota.lower()))
    for table in view.report.tables:
        match = _AGENCY_IN_TITLE.search(table.caption)
        region = region_at_start(match["name"].title()) if match else ""
        if (
            match is None
            or not region
            or not letters(identity.instansi).startswith(letters(match["agency"]))
            or _IN_TITLES.search(table.caption)
            or own in letters(table.caption)
            or _is_own(identity.kabkota, region, known_region)
        ):
            continue
        first = next(iter(view.observations_of(table.number)), None)
        if first is None or first.place.confidence < SURE or first.place.read_by is ReadBy.OCR:
            continue
        named = NamedUnit(name=match["name"], text=match.group(), sentence=table.caption, place=first.place)
        yield _other_name(view, named, region)


def _results_of_others(view: ReportView) -> Iterator[Hit]:
    """Sentences on the table beside them that give its results to another regency, which the report's tables nowhere
    name and its sentences hardly ever do."""
    identity = view.report.identity
    own = letters(_KIND_OF_REGION.sub("", identity.kabkota.lower()))
    for told in view.report.prose.sentences:
        if (
            told.place.confidence < SURE
            or not _ON_TABLE.search(told.text)
            or _MAY_NAME_OTHERS.search(told.text)
        ):
            continue
        for match in _ANY_REGION.finditer(told.text):
            region = region_at_start(match.group())
            if not region or _is_own(identity.kabkota, region, known_region) or own in letters(told.text):
                continue
            if not _RESULT_OF.search(told.text[: match.start()]):
                continue
            name = letters(_KIND_OF_REGION.sub("", region.lower()))
            if _hardly_named(view, name, letters(region)):
                text = match.group()
                named = NamedUnit(name=text, text=text, sentence=told.text, place=told.place)
                yield _other_name(view, named, region)


def _places_of_others(view: ReportView) -> Iterator[Hit]:
    """Sentences on what the unit goes on with, in another kecamatan, regency or city ("tetap dilanjutkan di Kabupaten
    Contoh"), on all offices of another regency ("seluruh kecamatan di Kabupaten Contoh") or on the area it works in,
    which the report's tables nowhere name and its sentences hardly ever do."""
    identity = view.report.identity
    own_names = [
        letters(n) for n in (identity.kecamatan, _KIND_OF_REGION.sub("", identity.kabkota.lower())) if n
    ]
    for told in view.report.prose.sentences:
        if (
            told.place.confidence < SURE
            or _MAY_NAME_OTHERS.search(told.text)
            or _HELD_ELSEWHERE.search(told.text)
            or any(name in letters(told.text) for name in own_names)
        ):
            continue
        goes_on = _GOES_ON.search(told.text)
        serves = _SERVES_OTHERS.search(_OWN_AREA.sub("", told.text))
        for match in _PLACE.finditer(told.text):
            kind, _, rest = match["name"].partition(" ")
            of_all = kind != "Kecamatan" and (
                _ALL_OF.search(told.text[: match.start()]) or _OWN_AREA.search(match.group())
            )
            if not goes_on and (serves or not of_all):
                continue
            if kind == "Kecamatan":
                name = rest if identity.level is UnitLevel.KECAMATAN and known_kecamatan(rest) else ""
            else:
                name = region_at_start(match["name"]) if known_region(identity.kabkota) else ""
            bare = letters(_KIND_OF_REGION.sub("", name.lower()))
            if bare and _hardly_named(view, bare, bare):
                named = NamedUnit(
                    name=match["name"], text=match["name"], sentence=told.text, place=told.place
                )
                yield _other_name(view, named, match["name"])


def _reports_of_others(view: ReportView) -> Iterator[Hit]:
    """Sentences on the report of an agency that give it to one of other fields ("evaluasi kinerja Dinas Pariwisata" in
    the foreword of Dinas Perdagangan), and those in which another kecamatan does what this one has to do."""
    identity = view.report.identity
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE or _MAY_NAME_OTHERS.search(told.text):
            continue
        match = _AGENCY_OF_REPORT.search(told.text)
        if match is not None and identity.instansi.split(" ")[0].lower() in ("dinas", "badan"):
            fields, own = (set(re.findall(_FIELDS, n.lower())) for n in (match["agency"], identity.instansi))
            if own and not fields & own:
                text = match["agency"]
                named = NamedUnit(name=text, text=text, sentence=told.text, place=told.place)
                yield _other_name(view, named, text)
        if identity.level is not UnitLevel.KECAMATAN or letters(identity.kecamatan) in letters(told.text):
            continue
        for acting in _ACTS.finditer(told.text):
            name = acting["name"].removeprefix("Kecamatan ")
            if (
                known_kecamatan(name)
                and _BEGINS.search(told.text[: acting.start()])
                and _hardly_named(view, letters(name), letters(name))
            ):
                text = acting["name"]
                named = NamedUnit(name=text, text=text, sentence=told.text, place=told.place)
                yield _other_name(view, named, text)


def _hardly_named(view: ReportView, in_tables: str, in_sentences: str) -> bool:
    """Whether tables nowhere and sentences hardly ever hold the letters of a name."""
    if any(in_tables in letters(text) for text in _table_texts(view)):
        return False
    return sum(in_sentences in letters(s.text) for s in view.report.prose.sentences) <= SEVERAL


def _table_texts(view: ReportView) -> Iterator[str]:
    """Titles, headings and labels of tables."""
    for table in view.report.tables:
        yield table.caption
        yield from (column.header for column in table.columns)
    for o in view.report.observations:
        yield from (o.subject, o.parent, o.text)


def _is_short_for(short: str, agency: str) -> bool:
    """Whether a short name has the first letters of the words of an agency, or all but one of them: BPKAD for Badan
    Pengelolaan Keuangan, Pendapatan dan Aset Daerah."""
    words = re.findall(r"[A-Z]+", re.split(r"\b(?:KABUPATEN|KOTA|PROVINSI)\b", agency.upper())[0])
    initials = [letter for word in words if word != "DAN" for letter in ("SDM" if word == "SDM" else word[0])]
    rest = iter(initials)
    return len(short) >= len(initials) - 1 and all(letter in rest for letter in short)


def _is_own_agency(named: NamedUnit, agency: str) -> bool:
    """Whether an institution of another regency has the name of the agency that reports ("Dinas Pendidikan ...")."""
    institution = re.sub(r"\bRSUD\b", "Rumah Sakit Umum Daerah", named.text.removesuffix(named.name))
    return bool(institution.strip()) and letters(agency).startswith(letters(institution))


def _is_own(own: str, name: str, known: Callable[[str], bool]) -> bool:
    """Whether a name is that of the report's own unit, be it shortened or spelt a little otherwise. Of two that the
    gazetteer knows ("Paser", "Penajam Paser Utara") one may begin like the other, no more."""
    a, b = (_KIND_OF_REGION.sub("", n.lower()) for n in (own, name))
    if a.startswith(b) or b.startswith(a):
        return True
    if known is known_kecamatan and (a.endswith(f" {b}") or b.endswith(f" {a}")):
        return True  # "Sunggal" for Medan Sunggal
    alike = SequenceMatcher(None, a, b).ratio()
    return alike >= SURELY_OWN if known(own) and known(name) else a in b or b in a or alike >= OWN_NAME


def _other_name(view: ReportView, named: NamedUnit, name: str) -> Hit:
    page, identity = [named.place.page], view.report.identity
    own = identity.instansi or identity.kabkota
    if known_region(name) and letters(identity.kabkota) not in letters(own):
        own += f" {identity.kabkota}"
    printed = len(name.split())
    text = named.text.removesuffix(named.name) + " ".join(named.name.split()[:printed])
    return Hit(
        "CU-01",
        f"{capital(pages_id(page))}: {quoted(text)}, padahal ini laporan {own}.",
        f"{capital(pages_en(page))}: {quoted(text)}, but this is the report of {own}.",
        (Figure.at(named.place, text, "nama instansi"),),
        frozenset({f"CU-01:{name.lower()}"}),
        copy_key=(name.lower(),),
        expected=own,
    )
