"""`lkjip findings`: the findings, most serious first, with page, printed figures and arithmetic."""

import csv
import json
import sys
import textwrap
from pathlib import Path
from typing import Any

from lkjip.exit_codes import ExitCode
from lkjip.summary import WIDTH
from lkjip_checks.phrasing import evaluation_phrase
from lkjip_corpus.store import Store
from lkjip_corpus.words import what_in_words, word
from lkjip_schemas.bilingual import Language, half, pick
from lkjip_schemas.fields import FINDINGS
from lkjip_schemas.vocabulary import FindingClass, Severity


def findings(
    database: Path,
    language: Language,
    *,
    report: str = "",
    rule: str = "",
    min_severity: Severity | None = None,
    folded: bool = False,
    as_json: bool = False,
    as_csv: bool = False,
    phrased: bool = False,
) -> ExitCode:
    """Write the findings of `database` to stdout; `report` is a report id, its start, or a file name.

    `phrased` words them as evaluation reports do ("Namun demikian, masih terdapat ...", "Agar ...").
    """
    with Store.open(database, read_only=True) as store:
        rows = _rows(store, report, rule, min_severity, folded)
    if as_json:
        json.dump([_json(row) for row in rows], sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif as_csv:
        writer = csv.DictWriter(sys.stdout, FINDINGS.names, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    elif phrased:
        _phrased(rows, language)
    else:
        _text(rows, language)
    return ExitCode.DONE


def _rows(
    store: Store, report: str, rule: str, min_severity: Severity | None, folded: bool
) -> list[dict[str, Any]]:
    wanted = {r["report_id"] for r in store.reports_named(report)}
    found = store.findings(rule=rule or None, min_severity=min_severity, include_folded=folded)
    return [row for row in found if row["report_id"] in wanted]


def _json(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "figures": json.loads(row["figures"] or "[]")}


def _phrased(rows: list[dict[str, Any]], language: Language) -> None:
    """Paragraphs to copy into a report of an evaluation: finding and recommendation."""
    if not rows:
        print(pick(language, "Tidak ada temuan.", "No findings."))
    for number, row in enumerate(rows, 1):
        told, recommended = evaluation_phrase(
            row["rule_id"], FindingClass(row["class"]), row["message_id"], row["message_en"], language
        )
        head = f"{number}. "
        print(textwrap.fill(f"{head}{told}", WIDTH, subsequent_indent=" " * len(head)))
        print(textwrap.fill(recommended, WIDTH, initial_indent="   ", subsequent_indent="   "))
        print(f"   [{row['rule_id']}; {row['file']}]\n")


def _text(rows: list[dict[str, Any]], language: Language) -> None:
    if not rows:
        print(pick(language, "Tidak ada temuan.", "No findings."))
        return
    out = []
    for row in rows:
        out.append(
            f"{row['rule_id']}  [{word(row['severity'], language).lower()}; "
            f"{word(row['class'], language).lower()}]  {row['file']}  "
            f"{pick(language, 'hlm.', 'p.')} {row['pages'].replace(';', ', ')}"
        )
        message = pick(language, row["message_id"], row["message_en"])
        out += textwrap.wrap(message, WIDTH, initial_indent="  ", subsequent_indent="  ")
        for figure in json.loads(row["figures"] or "[]"):
            what = f"{pick(language, 'hlm.', 'p.')} {figure['page']}: {figure['raw']}  "
            what += f"({what_in_words(figure['what'], language)})"
            out += textwrap.wrap(what, WIDTH, initial_indent="    · ", subsequent_indent="      ")
        for name, text in (
            (pick(language, "Semestinya", "Would be right"), row["expected"]),
            (pick(language, "Perbaikan terkecil", "Smallest repair"), half(language, row["repair"])),
        ):
            if text:
                out += textwrap.wrap(f"{name}: {text}", WIDTH, initial_indent="  ", subsequent_indent="    ")
        out.append("")
    print("\n".join(out))
