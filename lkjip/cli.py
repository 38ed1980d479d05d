"""The command line: options, help texts in both languages, errors to exit codes.

Heavy packages are imported inside the commands, so that `lkjip --help` answers at once.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from lkjip import __version__
from lkjip.exit_codes import ExitCode
from lkjip.language import language_from
from lkjip_schemas.bilingual import Language, pick

DEFAULT_DATABASE = Path("lkjip.db")
SEVERITIES = ("high", "medium", "low")
EXPORT_FORMATS = ("csv", "xlsx", "parquet", "datapackage", "charts")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_from(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = build(language).main(args=given, prog_name="lkjip", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        sys.stderr.write(
            pick(language, "Salah pakai: ", "Usage: ")
            + error.format_message()
            + "\n"
            + pick(language, "Lihat: lkjip --help", "See: lkjip --help")
            + "\n"
        )
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away (`lkjip findings | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    return int(code or 0)


def build(language: Language) -> click.Group:
    """The command group with help texts in one language."""
    say = _Sayer(language)
    group = click.Group(
        help=say(
            "Membaca laporan kinerja (LKjIP) PDF menjadi data dan menunjukkan angka yang saling bertentangan.",
            "Reads performance reports (LKjIP) in PDF into data and shows the figures that contradict each other.",
        ),
        params=[
            _lang(say),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help=say("tampilkan versi", "show the version"),
            ),
        ],
        callback=lambda lang: None,
    )
    for command in (
        _run,
        _findings,
        _export,
        _show,
        _review,
        _annotate,
        _documents,
        _explore,
        _rules,
        _doctor,
    ):
        group.add_command(command(say, language))
    return group


class _Sayer:
    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, indonesian: str, english: str) -> str:
        return pick(self.language, indonesian, english)


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"lkjip {__version__}")
        context.exit()


def _lang(say: _Sayer) -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice([x.value for x in Language]),
        help=say("bahasa pesan: id atau en", "language of messages: id or en"),
    )


def _db(say: _Sayer) -> click.Option:
    return click.Option(
        ["--db"],
        type=click.Path(dir_okay=False, path_type=Path),
        default=DEFAULT_DATABASE,
        show_default=True,
        metavar="FILE",
        help=say("berkas basis data SQLite", "SQLite database file"),
    )


def _pdf() -> click.Argument:
    return click.Argument(["pdf"], type=click.Path(path_type=Path), metavar="PDF")


def _output(metavar: str, help_text: str) -> click.Option:
    return click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        required=True,
        metavar=metavar,
        help=help_text,
    )


def _report(say: _Sayer) -> click.Option:
    return click.Option(
        ["--report"],
        default="",
        metavar="ID",
        help=say(
            "hanya laporan ini (ID, awalnya, atau nama berkas)",
            "only this report (id, its start, or file name)",
        ),
    )


def _port(say: _Sayer, default: int) -> click.Option:
    return click.Option(
        ["--port"],
        type=click.IntRange(1, 65535),
        default=default,
        show_default=True,
        metavar="N",
        help=say("porta", "port"),
    )


def _command(
    name: str,
    help_text: str,
    params: list[click.Parameter],
    body: Callable[..., ExitCode],
    language: Language,
) -> click.Command:
    """A command whose database and export errors become messages and exit codes."""

    def callback(**values: Any) -> ExitCode:
        values.pop("lang", None)
        from lkjip_corpus.errors import CorpusError

        try:
            return body(**values)
        except CorpusError as error:
            sys.stderr.write(pick(language, error.message_id, error.message_en) + "\n")
            return ExitCode(error.exit_code)

    return click.Command(name, help=help_text, params=params, callback=callback)


def _run(say: _Sayer, language: Language) -> click.Command:
    def body(
        paths: tuple[str, ...],
        db: Path,
        force: bool,
        workers: int,
        page_seconds: float,
        fail_on: str | None,
        executor: str,
        scheduler: str,
        log: Path | None,
    ) -> ExitCode:
        from lkjip.commands.run import run
        from lkjip_schemas.vocabulary import Severity

        if (executor == "dask") != bool(scheduler):
            raise click.UsageError(
                say(
                    "--executor dask dan --scheduler dipakai bersama",
                    "--executor dask and --scheduler go together",
                )
            )
        return run(
            paths,
            db,
            language,
            force=force,
            workers=workers,
            page_seconds=page_seconds,
            fail_on=Severity(fail_on) if fail_on else None,
            scheduler=scheduler,
            log=log,
        )

    return _command(
        "run",
        say(
            "Membaca setiap PDF (berkas, folder, atau alamat seperti s3://wadah/folder), memeriksanya, dan menyimpan "
            "hasilnya ke satu berkas SQLite.",
            "Reads every PDF (files, folders, or addresses such as s3://bucket/folder), checks it, and stores the "
            "result in one SQLite file.",
        ),
        [
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
            _db(say),
            click.Option(
                ["--force"],
                is_flag=True,
                help=say("baca ulang berkas yang tidak berubah", "read unchanged files again"),
            ),
            click.Option(
                ["--workers"],
                type=click.IntRange(0),
                default=0,
                metavar="N",
                help=say(
                    "jumlah proses (bawaan: satu per prosesor)",
                    "number of processes (default: one per processor)",
                ),
            ),
            click.Option(
                ["--page-seconds"],
                type=click.FloatRange(0, min_open=True),
                default=60.0,
                metavar="S",
                help=say(
                    "batas waktu per halaman; halaman yang lebih lama dilewati dan dicatat (bawaan: 60)",
                    "time limit per page; a page that takes longer is left out and noted (default: 60)",
                ),
            ),
            click.Option(
                ["--fail-on"],
                type=click.Choice(SEVERITIES),
                help=say(
                    "kode keluar 1 bila ada temuan setingkat ini atau lebih berat",
                    "exit code 1 when there are findings this serious or more",
                ),
            ),
            click.Option(
                ["--executor"],
                type=click.Choice(["local", "dask"]),
                default="local",
                help=say(
                    "tempat membaca: mesin ini, atau klaster dask (bersama --scheduler)",
                    "where to read: this machine, or a dask cluster (with --scheduler)",
                ),
            ),
            click.Option(
                ["--scheduler"],
                default="",
                metavar="ADDRESS",
                help=say(
                    "alamat penjadwal dask, misalnya tcp://host:8786",
                    "address of the dask scheduler, such as tcp://host:8786",
                ),
            ),
            click.Option(
                ["--log"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar="FILE",
                help=say("tulis satu baris per berkas ke FILE", "write a line per file to FILE"),
            ),
            _lang(say),
        ],
        body,
        language,
    )


def _findings(say: _Sayer, language: Language) -> click.Command:
    def body(
        db: Path,
        report: str,
        rule: str,
        min_severity: str | None,
        folded: bool,
        as_json: bool,
        as_csv: bool,
        phrased: bool,
    ) -> ExitCode:
        from lkjip.commands.findings import findings
        from lkjip_schemas.vocabulary import Severity

        return findings(
            db,
            language,
            report=report,
            rule=rule,
            folded=folded,
            as_json=as_json,
            as_csv=as_csv,
            phrased=phrased,
            min_severity=Severity(min_severity) if min_severity else None,
        )

    return _command(
        "findings",
        say(
            "Menampilkan temuan, yang terberat lebih dulu, dengan halaman, angka tercetak, dan hitungannya.",
            "Shows the findings, most serious first, with page, printed figures and the arithmetic.",
        ),
        [
            _db(say),
            _report(say),
            click.Option(
                ["--rule"], default="", metavar="ID", help=say("hanya kaidah ini", "only this rule")
            ),
            click.Option(
                ["--min-severity"],
                type=click.Choice(SEVERITIES),
                help=say("hanya setingkat ini atau lebih berat", "only this serious or more"),
            ),
            click.Option(
                ["--folded"],
                is_flag=True,
                help=say(
                    "sertakan temuan yang hanya akibat temuan lain",
                    "include findings that only follow from others",
                ),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=say("sebagai JSON", "as JSON")),
            click.Option(["--csv", "as_csv"], is_flag=True, help=say("sebagai CSV", "as CSV")),
            click.Option(
                ["--phrased"],
                is_flag=True,
                help=say(
                    "dalam kalimat laporan hasil evaluasi (“Namun demikian, masih terdapat ...”, “Agar ...”)",
                    "in the phrases of evaluation reports (“Namun demikian, masih terdapat ...”, “Agar ...”)",
                ),
            ),
            _lang(say),
        ],
        body,
        language,
    )


def _export(say: _Sayer, language: Language) -> click.Command:
    def body(db: Path, form: str, output: Path, without_people: bool) -> ExitCode:
        from lkjip.commands.export import export

        return export(db, output, form, language, without_people=without_people)

    return _command(
        "export",
        say(
            "Menulis seluruh data: csv, parquet, datapackage, dan charts (grafik SVG) ke sebuah folder, xlsx ke sebuah "
            "buku kerja Excel.",
            "Writes the whole dataset: csv, parquet, datapackage and charts (SVG) to a folder, xlsx to an Excel "
            "workbook.",
        ),
        [
            click.Argument(["output"], type=click.Path(path_type=Path), metavar="OUT"),
            _db(say),
            click.Option(
                ["--format", "form"],
                type=click.Choice(EXPORT_FORMATS),
                required=True,
                help=say("bentuk keluaran", "form of the output"),
            ),
            click.Option(
                ["--without-people"],
                is_flag=True,
                help=say(
                    "tanpa nama dan NIP (data pribadi, UU 27/2022)",
                    "without names and NIP (personal data, UU 27/2022)",
                ),
            ),
            _lang(say),
        ],
        body,
        language,
    )


def _show(say: _Sayer, language: Language) -> click.Command:
    def body(pdf: Path, page: int, output: Path) -> ExitCode:
        from lkjip.commands.show import show

        return show(pdf, page, output, language)

    return _command(
        "show",
        say(
            "Menggambar satu halaman dengan sel, kepala tabel, judul, dan tulisan di luar tabel yang terbaca.",
            "Draws one page with the cells, headers, captions and the text outside tables that were read.",
        ),
        [
            _pdf(),
            click.Option(
                ["--page"],
                type=click.IntRange(1),
                required=True,
                metavar="N",
                help=say("halaman (mulai 1)", "page (from 1)"),
            ),
            _output("OUT.png", say("berkas gambar", "image file")),
            _lang(say),
        ],
        body,
        language,
    )


def _review(say: _Sayer, language: Language) -> click.Command:
    def body(db: Path, host: str, port: int, folders: tuple[Path, ...]) -> ExitCode:
        from lkjip.commands.review import review

        password = os.environ.get("LKJIP_PASSWORD", "")
        return review(db, language, host=host, port=port, password=password, folders=folders)

    return _command(
        "review",
        say(
            "Membuka aplikasi reviu di peramban: temuan dengan halamannya berdampingan, keputusan pereviu, dokumen. "
            "Kata sandi bagi mesin lain: variabel LKJIP_PASSWORD.",
            "Opens the review application in the browser: findings with their pages side by side, decisions, "
            "documents. The password for other machines is the variable LKJIP_PASSWORD.",
        ),
        [
            _db(say),
            _port(say, 8765),
            click.Option(
                ["--host"],
                default="127.0.0.1",
                show_default=True,
                metavar="HOST",
                help=say(
                    "alamat; selain mesin ini sendiri memerlukan kata sandi",
                    "address; others than this machine need a password",
                ),
            ),
            click.Option(
                ["--pdf", "folders"],
                multiple=True,
                type=click.Path(file_okay=False, path_type=Path),
                metavar="FOLDER",
                help=say(
                    "folder tempat PDF bila sudah berpindah (boleh berulang)",
                    "folder with the PDFs where they have moved (may be repeated)",
                ),
            ),
            _lang(say),
        ],
        body,
        language,
    )


def _annotate(say: _Sayer, language: Language) -> click.Command:
    def body(pdf: Path, output: Path, db: Path) -> ExitCode:
        from lkjip.commands.annotate import annotate

        return annotate(pdf, output, db, language)

    return _command(
        "annotate",
        say(
            "Menulis salinan laporan dengan temuan sebagai sorotan dan catatan, untuk dikirim kembali ke instansi.",
            "Writes a copy of the report with the findings as highlights and notes, to send back to the agency.",
        ),
        [
            _pdf(),
            _output("OUT.pdf", say("berkas salinan", "the copy")),
            _db(say),
            _lang(say),
        ],
        body,
        language,
    )


def _documents(say: _Sayer, language: Language) -> click.Command:
    def body(output: Path, db: Path, report: str) -> ExitCode:
        from lkjip.commands.documents import documents

        return documents(db, output, language, report=report)

    return _command(
        "documents",
        say(
            "Menulis dokumen untuk evaluator ke sebuah folder (HTML siap cetak dan Excel): Checklist Reviu, Catatan "
            "Hasil Reviu, catatan LKE, dan perbandingan antarinstansi.",
            "Writes documents for evaluators to a folder (HTML ready to print, and Excel): review checklist, review "
            "notes, LKE notes, and a comparison of units. They are in Indonesian.",
        ),
        [
            click.Argument(["output"], type=click.Path(file_okay=False, path_type=Path), metavar="OUT"),
            _db(say),
            _report(say),
            _lang(say),
        ],
        body,
        language,
    )


def _explore(say: _Sayer, language: Language) -> click.Command:
    def body(db: Path, port: int) -> ExitCode:
        from lkjip.commands.explore import explore

        return explore(db, language, port=port)

    return _command(
        "explore",
        say(
            "Membuka basis data di Datasette (hanya baca) dengan keterangan tabel, penyaring, dan kueri siap pakai.",
            "Opens the database in Datasette (read only) with descriptions, facets and ready queries.",
        ),
        [
            _db(say),
            _port(say, 8766),
            _lang(say),
        ],
        body,
        language,
    )


def _rules(say: _Sayer, language: Language) -> click.Command:
    def body(rule_id: str) -> ExitCode:
        from lkjip.commands.rules import rules

        return rules(rule_id, language)

    return _command(
        "rules",
        say(
            "Menampilkan daftar kaidah, atau satu kaidah lengkap dengan dasar hukum dan contoh.",
            "Shows the rule catalogue, or one rule in full with its legal basis and an example.",
        ),
        [click.Argument(["rule_id"], required=False, default="", metavar="[ID]"), _lang(say)],
        body,
        language,
    )


def _doctor(say: _Sayer, language: Language) -> click.Command:
    def body() -> ExitCode:
        from lkjip.commands.doctor import doctor

        return doctor(language)

    return _command(
        "doctor",
        say(
            "Memeriksa apa yang terpasang, apa yang kurang, dan cara memasangnya.",
            "Checks what is installed, what is missing, and how to get it.",
        ),
        [_lang(say)],
        body,
        language,
    )


def entry() -> None:
    """Entry point of the installed command."""
    raise SystemExit(main())
