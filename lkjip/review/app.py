"""The review application: which address shows what. Pages are made in `pages`, safety lies in `security`."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from lkjip.review import pages
from lkjip.review.files import Files
from lkjip.review.pictures import Pictures
from lkjip.review.security import SESSION, Guard
from lkjip.review.words import Words
from lkjip_corpus.errors import CorpusError
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language

HERE = Path(__file__).parent
LANGUAGE = "lkjip_language"


@dataclass(slots=True)
class Desk:
    """What the pages work with."""

    database: Path
    files: Files
    guard: Guard
    language: Language
    pictures: Pictures = field(default_factory=Pictures)

    def words(self, request: Request) -> Words:
        """The words of the reader's language."""
        chosen = request.cookies.get(LANGUAGE, "")
        return Words(Language(chosen) if chosen in {x.value for x in Language} else self.language)


Show = Callable[[Desk, Store, Request], Response]


def create_app(desk: Desk) -> Starlette:
    """The application over the database of `desk`."""

    def reading(show: Show) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            with Store.open(desk.database, read_only=True) as store:
                return show(desk, store, request)

        return endpoint

    def writing(act: Show) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            with Store.open(desk.database) as store:
                return act(desk, store, request)

        return endpoint

    report = "/report/{report_id}"
    routes = [
        Route("/", reading(pages.overview)),
        Route("/search", reading(pages.search)),
        Route("/help", reading(pages.keys)),
        Route("/login", partial(_log_in, desk), methods=["GET", "POST"]),
        Route("/language", partial(_language, desk), methods=["POST"]),
        Route("/chart/ranking.svg", reading(pages.ranking_chart)),
        Route(report, reading(pages.report)),
        Route(f"{report}/table/{{number:int}}", reading(pages.table)),
        Route(f"{report}/finding/{{number:int}}", reading(pages.finding)),
        Route(f"{report}/finding/{{number:int}}", writing(pages.decide), methods=["POST"]),
        Route(f"{report}/doubt", reading(pages.doubt)),
        Route(f"{report}/doubt", writing(pages.decide_doubt), methods=["POST"]),
        Route(f"{report}/chart/{{what}}.svg", reading(pages.report_chart)),
        Route(f"{report}/marked.pdf", reading(pages.marked)),
        Route(f"{report}/document/{{name}}.{{form}}", reading(pages.document)),
        Route("/document/comparison.{form}", reading(pages.comparison_document)),
        Route("/image/{report_id}/page/{page:int}.png", reading(pages.page_image)),
        Route("/image/{report_id}/cell/{page:int}.png", reading(pages.cell_image)),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        desk.pictures.close()

    return Starlette(
        routes=routes,
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=desk.guard)],
        exception_handlers={
            HTTPException: partial(_not_found, desk),
            CorpusError: partial(_database_error, desk),
            Exception: partial(_unexpected, desk),
        },
        lifespan=lifespan,
    )


def _log_in(desk: Desk, request: Request) -> Response:
    if request.method == "GET":
        return pages.show(desk, request, "login.html", wrong=False)
    session = desk.guard.log_in(request.state.form.get("password", ""))
    if session is None:
        return pages.show(desk, request, "login.html", status=403, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(SESSION, session, httponly=True, samesite="strict")
    return answer


def _language(_desk: Desk, request: Request) -> Response:
    form = request.state.form
    answer = RedirectResponse(pages.own_path(form.get("back", "/")), 303)
    if form.get("to") in {x.value for x in Language}:
        answer.set_cookie(LANGUAGE, form["to"], max_age=pages.YEAR_SECONDS, httponly=True, samesite="strict")
    return answer


async def _not_found(desk: Desk, request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    if not hasattr(request.state, "token"):
        return PlainTextResponse(str(status), status)
    return pages.show(
        desk,
        request,
        "problem.html",
        status=status,
        message=desk.words(request)(
            "Halaman ini tidak ada. Kembali ke ikhtisar dan pilih laporannya dari sana.",
            "There is no such page. Go back to the overview and choose the report from there.",
        ),
    )


async def _database_error(desk: Desk, request: Request, error: Exception) -> Response:
    message = (
        desk.words(request)(error.message_id, error.message_en)
        if isinstance(error, CorpusError)
        else str(error)
    )
    return pages.show(desk, request, "problem.html", status=503, message=message)


async def _unexpected(desk: Desk, request: Request, _error: Exception) -> Response:
    text = desk.words(request)(
        "Terjadi kesalahan pada aplikasi. Muat ulang halaman; bila berulang, laporkan dengan alamat halaman ini.",
        "The application failed. Reload the page; if it fails again, report it with the address of this page.",
    )
    return HTMLResponse(f"<!doctype html><meta charset=utf-8><title>lkjip</title><p>{text}</p>", 500)
