"""The errors that are planted, each with the rules that may tell it.

An error is given the facts and layout of a consistent report and says which printed texts a copy changes, or
None where the report has no place for it. `rules` are those whose finding counts as detection, `told` words of
the finding's message that it must hold.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from samples.planted.facts import Facts, Indicator, Work, rounded
from samples.planted.layout import Layout

Changes = dict[str, str]


@dataclass(frozen=True)
class Planted:
    """A copy's changes, and what a finding must say."""

    changes: Changes
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class ErrorKind:
    """A kind of error: a name, the rules that may tell it, how it is planted."""

    name: str
    rules: tuple[str, ...]
    plant: Callable[[Facts, Layout], Planted | None]


def _plain(facts: Facts) -> tuple[int, Indicator]:
    """An indicator where more is better, neither a grade nor a target of 100."""
    return next(
        (n, i) for n, i in enumerate(facts.indicators) if not i.lower and not i.name.startswith("Predikat")
    )


def _value(layout: Layout, indicator: Indicator, value: Decimal) -> str:
    text = layout.number(value, trim=indicator.decimals == 0)
    return f"{text} %" if indicator.unit == "%" and layout.percent_in_cell else text


def _rows(facts: Facts, level: str) -> list[tuple[int, Work]]:
    return [(n, w) for n, w in enumerate(facts.rows) if w.level == level]


def _share(facts: Facts, layout: Layout) -> Planted:
    n, i = _plain(facts)
    text = layout.percent(i.share(facts.year, cut=facts.cut) + Decimal("7.5"))
    return Planted({f"measured.{n}.share": text}, (text,))


def _lower_share(facts: Facts, layout: Layout) -> Planted | None:
    found = next(((n, i) for n, i in enumerate(facts.indicators) if i.lower), None)
    if found is None:
        return None
    n, i = found
    text = layout.percent(i.share(facts.year) + Decimal("31.37"))
    return Planted({f"measured.{n}.share": text}, (text,))


def _absorption(facts: Facts, layout: Layout) -> Planted:
    n, w = _rows(facts, "kegiatan")[0]
    text = layout.percent(w.absorption - Decimal("3.21"))
    return Planted({f"budget.{n}.share": text}, (text,))


def _parts(facts: Facts, layout: Layout) -> Planted:
    n, w = next((n, w) for n, w in _rows(facts, "kegiatan") if len(w.parts) > 1)
    text = layout.rupiah(w.spent + 1_000_000 if w.spent + 1_000_000 <= w.budget else w.spent - 1_000_000)
    return Planted({f"budget.{n}.spent": text}, (text,))


def _total(facts: Facts, layout: Layout) -> Planted:
    text = layout.rupiah(facts.spent - 1000)
    return Planted({"budget.total_spent": text}, (text,))


def _overspent(facts: Facts, layout: Layout) -> Planted:
    n, w = _rows(facts, "sub")[0]
    text = layout.rupiah(w.budget + 12_345_000)
    return Planted({f"budget.{n}.spent": text}, (text,))


def _progress(facts: Facts, layout: Layout) -> Planted:
    n, i = _plain(facts)
    text = layout.percent(i.progress(facts.year) - Decimal("6.4"))
    return Planted({f"progress.{n}.share": text}, (text,))


def _mean(facts: Facts, layout: Layout) -> Planted:
    shares = [i.share(facts.year, cut=facts.cut) for i in facts.indicators]
    text = layout.percent(rounded(sum(shares, Decimal(0)) / len(shares), 2) + 4)
    return Planted({"measured.mean": text}, (text,))


def _staff(facts: Facts, layout: Layout) -> Planted:
    text = str(sum(facts.staff) + 3)
    return Planted({"staff.total": text}, (text,))


def _efficiency(facts: Facts, layout: Layout) -> Planted:
    share = facts.indicators[0].share(facts.year, cut=facts.cut) - facts.programs[0].absorption
    text = layout.percent(share + Decimal("5.5")).removesuffix(" %")
    return Planted({"efficiency.0": text}, (text,))


def _out_of_range(facts: Facts, layout: Layout) -> Planted | None:
    found = next(((n, i) for n, i in enumerate(facts.indicators) if "yang tertib" in i.name), None)
    if found is None:
        return None
    n, i = found
    value = Decimal("112.50")
    changed = replace(i, realised={**i.realised, facts.year: value})
    text = _value(layout, i, value)
    return Planted(
        {
            f"measured.{n}.realised": text,
            f"measured.{n}.share": layout.percent(changed.share(facts.year, cut=facts.cut)),
        },
        (text,),
    )


def _target(facts: Facts, layout: Layout) -> Planted:
    n, i = _plain(facts)
    changed = replace(i, target={**i.target, facts.year: i.target[facts.year] - 5})
    text = _value(layout, i, changed.target[facts.year])
    return Planted(
        {
            f"measured.{n}.target": text,
            f"measured.{n}.share": layout.percent(changed.share(facts.year, cut=facts.cut)),
        },
        (text,),
    )


def _realised(facts: Facts, layout: Layout) -> Planted:
    n, i = _plain(facts)
    text = _value(layout, i, i.realised[facts.year] + 3)
    return Planted({f"years.{n}.{facts.year}": text}, (text,))


def _share_is_realised(facts: Facts, layout: Layout) -> Planted:
    return Planted(
        {
            f"measured.{n}.share": layout.percent(i.realised[facts.year])
            if i.decimals
            else layout.number(i.realised[facts.year])
            for n, i in enumerate(facts.indicators)
        }
    )


def _count(facts: Facts, layout: Layout) -> Planted:
    return Planted({"text.count": "5 (enam)"}, ("5 (enam)",))


def _program_budget(facts: Facts, layout: Layout) -> Planted:
    text = layout.rupiah(facts.programs[0].budget - 20_000_000)
    total = layout.rupiah(facts.budget - 20_000_000)
    return Planted({"programs.0": text, "programs.total": total}, (text,))


def _sentence(facts: Facts, layout: Layout) -> Planted:
    text = f"Rp. {facts.spent + 1_000_000_000:,.0f},-".replace(",", ".").replace(".-", ",-")
    return Planted({"text.spent2": text})


def _body_agreement(facts: Facts, layout: Layout) -> Planted | None:
    n, i = _plain(facts)
    text = _value(layout, i, i.target[facts.year] + 6)
    return Planted({f"body.{n}": text}, (text,))


def _old_agreement(facts: Facts, layout: Layout) -> Planted | None:
    if not facts.revised:
        return None
    n, i = _plain(facts)
    text = _value(layout, i, i.target[facts.year] + 6)
    return Planted({f"revision.{n}": text}, (text,))


def _plan_target(facts: Facts, layout: Layout) -> Planted:
    n, i = _plain(facts)
    text = _value(layout, i, i.target[facts.year] + 7)
    return Planted({f"plan.{n}.{facts.year}": text}, (text,))


def _end_target(facts: Facts, layout: Layout) -> Planted | None:
    if not facts.at_end:
        return None
    n, i = _plain(facts)
    changed = replace(i, end=i.end + 5)
    text = _value(layout, i, changed.end)
    return Planted(
        {f"progress.{n}.end": text, f"progress.{n}.share": layout.percent(changed.progress(facts.year))},
        (text,),
    )


def _agreed_budget(facts: Facts, layout: Layout) -> Planted:
    text = layout.rupiah(facts.programs[0].budget - 55_000_000)
    key = "revision" if facts.revised else "agreement"
    return Planted({f"{key}.program.0": text}, (text,))


def _plan_year(facts: Facts, layout: Layout) -> Planted:
    return Planted({"progress.year": str(facts.plan[1] + 1)}, (str(facts.plan[1] + 1),))


def _grade(facts: Facts, layout: Layout) -> Planted | None:
    found = next(((n, i) for n, i in enumerate(facts.indicators) if i.name.startswith("Predikat")), None)
    if found is None:
        return None
    n, i = found
    text = f"AA ({layout.number(i.realised[facts.year])})"
    return Planted({f"measured.{n}.realised": text}, (text,))


def _year(facts: Facts, layout: Layout) -> Planted:
    return Planted({"text.year": str(facts.year - 1)}, (str(facts.year - 1),))


def _name(facts: Facts, layout: Layout) -> Planted:
    text = facts.person[0].replace("A", "I", 1)
    return Planted({"signature.end.name": text}, (text,))


def _nip(facts: Facts, layout: Layout) -> Planted:
    nip = facts.person[2]
    text = nip[:4] + "13" + nip[6:]
    keys = ["signature.front.nip", "signature.end.nip", "agreement.signature.nip"]
    return Planted(dict.fromkeys(keys + ["revision.signature.nip"] * facts.revised, text), (text,))


def _rank(facts: Facts, layout: Layout) -> Planted:
    return Planted({"signature.end.rank": "Pembina Tk. III"}, ("Pembina Tk. III",))


def _code(facts: Facts, layout: Layout) -> Planted:
    (_, first), (b, _) = _rows(facts, "sub")[:2]
    return Planted({f"budget.{b}.code": first.code}, (first.code,))


def _other_unit(facts: Facts, layout: Layout) -> Planted:
    return Planted({"text.unit": "Kecamatan Astanaanyar"}, ("Astanaanyar",))


KINDS: tuple[ErrorKind, ...] = (
    ErrorKind("capaian salah hitung", ("AR-01",), _share),
    ErrorKind("capaian indikator negatif salah hitung", ("AR-02",), _lower_share),
    ErrorKind("persentase serapan salah", ("AR-03",), _absorption),
    ErrorKind("kegiatan bukan jumlah sub kegiatan", ("AR-04",), _parts),
    ErrorKind("jumlah total salah", ("AR-05",), _total),
    ErrorKind("realisasi melebihi pagu", ("AR-07",), _overspent),
    ErrorKind("tingkat kemajuan salah", ("AR-08",), _progress),
    ErrorKind("rata-rata capaian salah", ("AR-09",), _mean),
    ErrorKind("jumlah pegawai salah", ("AR-12",), _staff),
    ErrorKind("efisiensi salah", ("AR-13",), _efficiency),
    ErrorKind("persentase di atas 100", ("AR-14",), _out_of_range),
    ErrorKind("target berbeda antartabel", ("CT-01",), _target),
    ErrorKind("realisasi berbeda antartabel", ("CT-02",), _realised),
    ErrorKind("kolom capaian mengulang realisasi", ("CT-03",), _share_is_realised),
    ErrorKind("angka dan kata berbeda", ("CT-06",), _count),
    ErrorKind("pagu program berbeda antartabel", ("CT-07",), _program_budget),
    ErrorKind("rupiah dalam kalimat berbeda dari tabel", ("CT-08",), _sentence),
    ErrorKind("tabel PK berbeda dari PK tertanda", ("CP-01", "CT-01"), _body_agreement),
    ErrorKind("pengukuran tidak memakai PK perubahan", ("CP-02", "CT-01"), _old_agreement),
    ErrorKind("target PK berbeda dari Renstra", ("CP-03",), _plan_target),
    ErrorKind("target tahun terakhir bukan target akhir", ("CP-04",), _end_target),
    ErrorKind("anggaran PK berbeda dari laporan", ("CP-06",), _agreed_budget),
    ErrorKind("tahun target akhir di luar Renstra", ("CP-08",), _plan_year),
    ErrorKind("predikat SAKIP tidak sesuai nilai", ("CP-12",), _grade),
    ErrorKind("tahun laporan salah", ("CY-05",), _year),
    ErrorKind("satu NIP dua nama", ("ID-01",), _name),
    ErrorKind("NIP tidak sah", ("ID-02",), _nip),
    ErrorKind("pangkat tidak dikenal", ("ID-03",), _rank),
    ErrorKind("kode dipakai dua kali", ("KD-02",), _code),
    ErrorKind("nama kecamatan lain", ("CU-01",), _other_unit),
)
"""Every kind of error that is planted; those of classes a and b (arithmetic, conflict between places)."""
