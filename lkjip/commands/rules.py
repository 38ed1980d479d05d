"""`lkjip rules`: the rule catalogue, or one rule in full."""

import sys
import textwrap

from lkjip.exit_codes import ExitCode
from lkjip.summary import WIDTH
from lkjip_checks import CATALOGUE, RuleInfo
from lkjip_checks.catalogue import BasisStatus
from lkjip_corpus.words import word
from lkjip_schemas.bilingual import Language, pick

_STATUS = {
    BasisStatus.VERIFIED: ("terverifikasi pada naskahnya", "checked against the text"),
    BasisStatus.SECONDARY: ("menurut satu sumber kedua", "from one secondary source"),
    BasisStatus.PRACTICE: ("praktik; pasal belum diperiksa", "practice; article not checked"),
    BasisStatus.NONE: ("logika sendiri", "own logic"),
}


def rules(rule_id: str, language: Language) -> ExitCode:
    """Write the catalogue, or the rule `rule_id`, to stdout."""
    if not rule_id:
        _list(language)
        return ExitCode.DONE
    info = CATALOGUE.get(rule_id.upper())
    if info is None:
        sys.stderr.write(
            pick(
                language,
                f"Tidak ada kaidah {rule_id}. Lihat daftar: lkjip rules",
                f"There is no rule {rule_id}. See the list: lkjip rules",
            )
            + "\n"
        )
        return ExitCode.USAGE
    _one(info, language)
    return ExitCode.DONE


def _list(language: Language) -> None:
    print(
        pick(
            language,
            f"{len(CATALOGUE)} kaidah. Rincian: lkjip rules ID",
            f"{len(CATALOGUE)} rules. In full: lkjip rules ID",
        )
    )
    for info in CATALOGUE.values():
        title = pick(language, info.title_id, info.title_en)
        print(f"{info.id:6} {word(info.severity, language).lower():7} {info.finding_class}  {title}")


def _one(info: RuleInfo, language: Language) -> None:
    rows = [
        (pick(language, "Kaidah", "Rule"), f"{info.id}  {pick(language, info.title_id, info.title_en)}"),
        (pick(language, "Tingkat", "Severity"), word(info.severity, language).lower()),
        (pick(language, "Kelas", "Class"), f"{info.finding_class}: {word(info.finding_class, language)}"),
        (
            pick(language, "Yang diperiksa", "What is checked"),
            pick(language, info.checks_id, info.checks_en),
        ),
        (pick(language, "Toleransi", "Tolerance"), pick(language, info.tolerance_id, info.tolerance_en)),
        (pick(language, "Memerlukan", "Needs"), ", ".join(info.needs)),
        (
            pick(language, "Dasar", "Basis"),
            "; ".join(f"{b.text} ({pick(language, *_STATUS[b.status])})" for b in info.basis),
        ),
        (pick(language, "Contoh", "Example"), pick(language, info.example_id, info.example_en)),
        (pick(language, "Cara menjawab", "How to answer"), pick(language, info.answer_id, info.answer_en)),
        (
            pick(language, "Rekomendasi", "Recommendation"),
            pick(language, info.recommendation_id, info.recommendation_en),
        ),
    ]
    for name, text in rows:
        if text:
            print(
                "\n".join(
                    textwrap.wrap(text, WIDTH, initial_indent=f"{name + ':':17}", subsequent_indent=" " * 17)
                )
            )
