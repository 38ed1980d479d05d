"""The pages of the review application: each takes the desk, an open store and the request, and gives an answer."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from lkjip.documents.checklist import checklist
from lkjip.documents.comparison import comparison
from lkjip.documents.excel import write_excel
from lkjip.documents.facts import ReportFacts
from lkjip.documents.html import as_html
from lkjip.documents.notes import basis_of, lke_notes, review_notes
from lkjip.documents.paper import Paper
from lkjip.marked_copy import marks_of, write_marked
from lkjip.review.pictures import NoPicture, View
from lkjip.review.unit_charts import MEASURES, ranking_of, unit_chart
from lkjip_checks.catalogue import CATALOGUE
from lkjip_corpus.reviews import Review
from lkjip_corpus.store import Store
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import Decision, DocumentKind, Severity

if TYPE_CHECKING:
    from jinja2 import Environment

    from lkjip.review.app import Desk

Row = dict[str, Any]
REVIEWER = "lkjip_reviewer"
YEAR_SECONDS = 365 * 24 * 3600
PARTS = "ST-"
"""Rules on the parts that a report must have."""
PAPERS = {"checklist": checklist, "notes": review_notes, "lke": lke_notes}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ID = re.compile(r"[0-9a-f]{64}")


# --- what all pages need


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )


def load_templates() -> None:
    """Compile all templates now, so that the first reader need not wait for it."""
    templates = _templates()
    for name in templates.list_templates():
        templates.get_template(name)


def show(desk: "Desk", request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """A page; text from reports is always escaped."""
    words = desk.words(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    html = (
        _templates()
        .get_template(template)
        .render(
            t=words,
            lang=words.language.value,
            token=request.state.token,
            here=here,
            reviewer_name=unquote(request.cookies.get(REVIEWER, "")),
            guarded=bool(desk.guard.password),
            **values,
        )
    )
    return HTMLResponse(html, status)


def own_path(path: str) -> str:
    """A path of this application; anything else leads to the overview."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def _report(store: Store, request: Request) -> Row:
    report_id = request.path_params["report_id"]
    row = next(iter(store.rows("reports", report_id)), None) if _ID.fullmatch(report_id) else None
    if row is None:
        raise HTTPException(404)
    return row


def _boxes(finding: Row, page: int) -> list[Box]:
    return [Box(*f["box"]) for f in json.loads(finding["figures"]) if f["page"] == page and f.get("box")]


# --- overview


def overview(desk: "Desk", store: Store, request: Request) -> Response:
    """Units by years with findings and required parts; filters stand in the address."""
    asked = {k: request.query_params.get(k, "") for k in ("kabkota", "year", "kind", "unit", "severity")}
    reports = store.reports()
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for f in store.view("unit_findings"):
        counts[f["report_id"]][f["severity"]] += f["findings"]
    parts = {r["report_id"]: (r["present"], r["judged"]) for r in store.view("required_parts")}
    choices = {
        "kabkota": sorted({r["kabkota"] for r in reports if r["kabkota"]}),
        "year": sorted({str(r["year"]) for r in reports if r["year"]}, reverse=True),
        "kind": sorted({r["kind"] for r in reports}),
    }
    chosen = [
        r
        for r in reports
        if (not asked["kabkota"] or r["kabkota"] == asked["kabkota"])
        and (not asked["year"] or str(r["year"]) == asked["year"])
        and (not asked["kind"] or r["kind"] == asked["kind"])
        and asked["unit"].lower() in (r["instansi"] or r["file"]).lower()
        and (asked["severity"] not in set(Severity) or counts[r["report_id"]][asked["severity"]])
    ]
    years = sorted({r["year"] or 0 for r in chosen}, reverse=True)
    units: dict[tuple[str, str], dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for r in chosen:
        own = counts[r["report_id"]]
        units[(r["kabkota"] or r["provinsi"] or "", r["instansi"] or r["file"])][r["year"] or 0].append(
            {**r, "counts": own, "parts": parts.get(r["report_id"])}
        )
    regency, year = _most(chosen)
    return show(
        desk,
        request,
        "overview.html",
        asked=asked,
        choices=choices,
        years=years,
        units=sorted(units.items()),
        total=len(chosen),
        severities=[s.value for s in Severity],
        ranking=urlencode({"kabkota": regency, "year": year}) if regency else "",
        regency=regency,
        year=year,
    )


def _most(chosen: Sequence[Row]) -> tuple[str, int]:
    """The regency and year with the most performance reports among those chosen."""
    found: dict[tuple[str, int], int] = defaultdict(int)
    for r in chosen:
        if r["kabkota"] and r["year"] and r["kind"] == DocumentKind.LKJIP:
            found[(r["kabkota"], r["year"])] += 1
    return max(found, key=lambda k: (found[k], k), default=("", 0))


def ranking_chart(desk: "Desk", store: Store, request: Request) -> Response:
    """Units of a regency and year by mean achievement."""
    kabkota, year = request.query_params.get("kabkota", ""), request.query_params.get("year", "")
    if not year.isdigit():
        raise HTTPException(404)
    return _svg(ranking_of(store, kabkota, int(year), desk.words(request).language))


def _svg(text: str) -> Response:
    return Response(text, media_type="image/svg+xml")


def search(desk: "Desk", store: Store, request: Request) -> Response:
    """Sentences, findings and subjects with the words asked for."""
    asked = request.query_params.get("q", "")[:200]
    reports = {r["report_id"]: r for r in store.reports()}
    found = [
        {**hit, "report": reports[hit["report_id"]]}
        for hit in store.search(asked)
        if hit["report_id"] in reports
    ]
    return show(desk, request, "search.html", asked=asked, found=found)


def keys(desk: "Desk", _store: Store, request: Request) -> Response:
    """The keys of the application."""
    return show(desk, request, "help.html")


# --- a report


def report(desk: "Desk", store: Store, request: Request) -> Response:
    """A report: its findings, the most serious first, its parts, its figures by table."""
    row = _report(store, request)
    report_id = row["report_id"]
    decided = store.decisions(report_id)
    found = [{**f, "decision": decided.get(f["finding_key"], "")} for f in store.findings(report_id)]
    runs = [r for r in store.rows("rule_runs", report_id) if r["rule_id"].startswith(PARTS)]
    figures: dict[str, int] = defaultdict(int)
    for o in store.observations(report_id):
        figures[o["table_id"] or ""] += 1
    tables = [
        {**t, "number": int(str(t["table_id"]).rpartition("-")[2]), "figures": figures[t["table_id"]]}
        for t in store.rows("tables", report_id)
    ]
    unread = [p for p in store.rows("pages", report_id) if not p["reader"] and p["kind"] != "blank"]
    return show(
        desk,
        request,
        "report.html",
        report=row,
        found=[f for f in found if f["class"] != "e"],
        questions=[f for f in found if f["class"] == "e"],
        parts=[(r, CATALOGUE[r["rule_id"]]) for r in runs if r["rule_id"] in CATALOGUE],
        tables=tables,
        unread=unread,
        doubts=len(_open_doubts(store, report_id)),
        has_file=desk.files.find(store, report_id, row["file"]) is not None,
    )


def table(desk: "Desk", store: Store, request: Request) -> Response:
    """A table as it was read, beside its pages."""
    row = _report(store, request)
    number = request.path_params["number"]
    found = next(
        (t for t in store.rows("tables", row["report_id"]) if str(t["table_id"]).endswith(f"-{number:03d}")),
        None,
    )
    if found is None:
        raise HTTPException(404)
    cells = [c for c in store.rows("cells", row["report_id"]) if c["table_id"] == found["table_id"]]
    lines: dict[int, list[Row]] = defaultdict(list)
    for c in sorted(cells, key=lambda c: (c["row"], c["col"])):
        lines[c["row"]].append(c)
    return show(
        desk,
        request,
        "table.html",
        report=row,
        table=found,
        number=number,
        lines=sorted(lines.items()),
        pages=sorted({c["page"] for c in cells}),
        columns=range(found["n_cols"]),
        has_file=desk.files.find(store, row["report_id"], row["file"]) is not None,
    )


def report_chart(desk: "Desk", store: Store, request: Request) -> Response:
    """Achievement or absorption of a report's unit over the years."""
    row, what = _report(store, request), request.path_params["what"]
    if what not in MEASURES:
        raise HTTPException(404)
    language = desk.words(request).language
    return _svg(unit_chart(store, row["instansi"], row["kabkota"], what, language))


def marked(desk: "Desk", store: Store, request: Request) -> Response:
    """The report with its findings as annotations."""
    row = _report(store, request)
    pdf = desk.files.find(store, row["report_id"], row["file"])
    if pdf is None:
        raise HTTPException(404)
    with TemporaryDirectory(prefix="lkjip-") as scratch:
        out = Path(scratch) / "marked.pdf"
        write_marked(pdf, marks_of(store.standing(row["report_id"]), desk.words(request).language), out)
        body = out.read_bytes()
    return Response(
        body, media_type="application/pdf", headers=_download(f"{Path(row['file']).stem}-temuan.pdf")
    )


def document(desk: "Desk", store: Store, request: Request) -> Response:
    """A document for evaluators, as a page to print or as a workbook."""
    row = _report(store, request)
    make = PAPERS.get(request.path_params["name"])
    if make is None:
        raise HTTPException(404)
    return _paper(make(ReportFacts(store, row["report_id"])), request.path_params["form"])


def comparison_document(_desk: "Desk", store: Store, request: Request) -> Response:
    """The units of a regency side by side."""
    year = request.query_params.get("year", "")
    if not year.isdigit():
        raise HTTPException(404)
    return _paper(
        comparison(store, request.query_params.get("kabkota", ""), int(year)), request.path_params["form"]
    )


def _paper(paper: Paper, form: str) -> Response:
    if form == "html":
        # Its own style stands in the page: nothing else may.
        return HTMLResponse(
            as_html(paper),
            headers={
                "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
            },
        )
    if form != "xlsx":
        raise HTTPException(404)
    with TemporaryDirectory(prefix="lkjip-") as scratch:
        path = Path(scratch) / "paper.xlsx"
        write_excel(paper, path)
        body = path.read_bytes()
    return Response(body, media_type=EXCEL, headers=_download(f"{paper.name}.xlsx"))


def _download(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name, safe='')}"}


# --- a finding


def finding(desk: "Desk", store: Store, request: Request) -> Response:
    """A finding: its places side by side, the arithmetic, the basis, three answers."""
    return _finding_page(desk, store, request)


def _finding_page(desk: "Desk", store: Store, request: Request, problem: str = "") -> Response:
    row, found, own = _found(store, request)
    order = [f["finding_no"] for f in found]
    at = order.index(own["finding_no"])
    figures = json.loads(own["figures"])
    pages: dict[int, list[Row]] = {}
    for n, figure in enumerate(figures):
        pages.setdefault(figure["page"], []).append({**figure, "n": n})
    history = [
        r
        for r in store.rows("reviews")
        if (r["report_id"], r["finding_key"]) == (row["report_id"], own["finding_key"])
    ]
    info = CATALOGUE[own["rule_id"]]
    return show(
        desk,
        request,
        "finding.html",
        status=422 if problem else 200,
        report=row,
        finding=own,
        info=info,
        basis=basis_of(own["rule_id"]),
        pages=sorted(pages.items()),
        figures=figures,
        history=history,
        following=ReportFacts(store, row["report_id"]).following(own["finding_key"]),
        before=order[at - 1] if at else None,
        after=order[at + 1] if at + 1 < len(order) else None,
        position=at + 1,
        count=len(order),
        problem=problem,
        has_file=desk.files.find(store, row["report_id"], row["file"]) is not None,
    )


def _found(store: Store, request: Request) -> tuple[Row, list[Row], Row]:
    """The report, its findings in order, and the one asked for."""
    row = _report(store, request)
    found = store.findings(row["report_id"])
    own = next((f for f in found if f["finding_no"] == request.path_params["number"]), None)
    if own is None:
        raise HTTPException(404)
    return row, found, own


def decide(desk: "Desk", store: Store, request: Request) -> Response:
    """Append a decision on a finding and go to the next one."""
    row, found, own = _found(store, request)
    form, words = request.state.form, desk.words(request)
    figures = json.loads(own["figures"])
    which = form.get("figure", "")
    figure = figures[int(which)] if which.isdigit() and int(which) < len(figures) else None
    misread = form.get("decision") == Decision.MISREAD
    try:
        review = Review(
            row["report_id"],
            Decision(form.get("decision", "")),
            form.get("reviewer", ""),
            _now(),
            own["finding_key"],
            form.get("reason", ""),
            figure["page"] if misread and figure else None,
            Box(*figure["box"]) if misread and figure and figure.get("box") else None,
            figure["raw"] if misread and figure else "",
            form.get("right", "") if misread else "",
        )
    except ValueError as error:
        said = {
            "reviewer": words("Tuliskan nama pereviu.", "Write the name of the reviewer."),
            "reason": words("Penolakan memerlukan alasan.", "A rejection needs a reason."),
            "right": words(
                "Pilih angka yang salah dibaca dan tuliskan yang benar.",
                "Choose the figure that was misread and write the right one.",
            ),
            "length": words("Teksnya terlalu panjang.", "The text is too long."),
        }
        return _finding_page(
            desk, store, request, said.get(str(error), words("Pilih sebuah jawaban.", "Choose an answer."))
        )
    store.decide(review)
    later = [f["finding_no"] for f in found if f["finding_no"] > own["finding_no"]]
    to = f"/report/{row['report_id']}/finding/{later[0]}" if later else f"/report/{row['report_id']}"
    return _remembering(RedirectResponse(to, 303), review.reviewer)


def _remembering(answer: Response, reviewer: str) -> Response:
    answer.set_cookie(REVIEWER, quote(reviewer[:80]), max_age=YEAR_SECONDS, httponly=True, samesite="strict")
    return answer


def _now() -> str:
    """The time of a decision: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


# --- doubtful readings


def _open_doubts(store: Store, report_id: str) -> list[Row]:
    """The doubtful readings on which nobody has decided, with their places."""
    decided = {(page, box) for page, box in store.corrections(report_id)}
    places = {(c["table_id"], c["row"], c["col"]): c for c in store.rows("cells", report_id)}
    found = []
    for d in store.rows("doubts", report_id):
        cell = places.get((d["table_id"], d["row"], d["col"]))
        if cell is not None:
            box = Box(cell["x0"], cell["top"], cell["x1"], cell["bottom"])
            if (cell["page"], box) not in decided:
                found.append({**d, "page": cell["page"], "box": box})
    return found


def doubt(desk: "Desk", store: Store, request: Request) -> Response:
    """The next doubtful reading: the cell enlarged, both readings."""
    row = _report(store, request)
    doubts = _open_doubts(store, row["report_id"])
    return show(
        desk,
        request,
        "doubt.html",
        report=row,
        doubt=doubts[0] if doubts else None,
        left=len(doubts),
        has_file=desk.files.find(store, row["report_id"], row["file"]) is not None,
    )


def decide_doubt(_desk: "Desk", store: Store, request: Request) -> Response:
    """Append what a reviewer says of a doubtful reading and go to the next one."""
    row = _report(store, request)
    form = request.state.form
    for d in _open_doubts(store, row["report_id"]):
        if [d["table_id"], str(d["row"]), str(d["col"])] == [
            form.get(k, "") for k in ("table", "row", "col")
        ]:
            right = form.get("right", "").strip() or d["text"]
            decision = Decision.ACCEPTED if right == d["text"] else Decision.MISREAD
            reviewer = form.get("reviewer", "").strip() or "-"
            store.decide(
                Review(
                    row["report_id"],
                    decision,
                    reviewer,
                    _now(),
                    page=d["page"],
                    box=d["box"],
                    read=d["text"],
                    right=right,
                )
            )
            break
    return _remembering(RedirectResponse(f"/report/{row['report_id']}/doubt", 303), form.get("reviewer", ""))


# --- pictures


def page_image(desk: "Desk", store: Store, request: Request) -> Response:
    """A page, with the cells of a finding outlined where the address names one."""
    row = _report(store, request)
    page = request.path_params["page"]
    wanted = request.query_params.get("finding", "")
    boxes = next(
        (_boxes(f, page) for f in store.findings(row["report_id"]) if str(f["finding_no"]) == wanted), []
    )
    band = request.query_params.get("view") == View.BAND
    return _picture(desk, store, row, page, boxes, View.BAND if band else View.PAGE)


def cell_image(desk: "Desk", store: Store, request: Request) -> Response:
    """A place of a page, enlarged."""
    row = _report(store, request)
    try:
        corners = [float(request.query_params[k]) for k in ("x0", "top", "x1", "bottom")]
    except (KeyError, ValueError) as error:
        raise HTTPException(404) from error
    if not all(-1e4 < c < 1e5 for c in corners):
        raise HTTPException(404)
    return _picture(desk, store, row, request.path_params["page"], [Box(*corners)], View.CELL)


def _picture(desk: "Desk", store: Store, row: Row, page: int, boxes: Sequence[Box], view: View) -> Response:
    pdf = desk.files.find(store, row["report_id"], row["file"])
    if pdf is None or not 1 <= page <= (row["pages"] or 0):
        raise HTTPException(404)
    try:
        body = desk.pictures.draw(pdf, page, boxes, view)
    except NoPicture as error:
        raise HTTPException(404) from error
    return Response(body, media_type="image/png")
