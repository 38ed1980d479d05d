"""What stands between the application and a hostile web page, report or network.

One middleware: only known hosts (DNS rebinding), a password where the application is open to others, a token in every
form (cross-site request forgery), and headers that forbid scripts, frames and foreign content.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

SESSION, TOKEN = "lkjip_session", "lkjip_token"
MOST_BYTES = 64 * 1024
"""Of a form: a decision is a few hundred bytes."""
MOST_SESSIONS = 200
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
OPEN_PATHS = ("/login", "/static/")

Next = Callable[[Request], Awaitable[Response]]


@dataclass(slots=True)
class Guard:
    """Who may come in. `hosts` are the names the application answers to; `password` empty: no log-in."""

    hosts: frozenset[str]
    password: str = ""
    _sessions: dict[str, None] = field(default_factory=dict)

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Check a request, answer it, and put the headers on the answer."""
        response = await self._answer(request, call_next)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.url.path.startswith("/static/") or request.url.path.startswith("/image/"):
            response.headers["Cache-Control"] = "private, max-age=600"
        return response

    async def _answer(self, request: Request, call_next: Next) -> Response:
        if _host(request) not in self.hosts:
            return PlainTextResponse("Host tidak dikenal / unknown host", 421)
        if self.password and not self._is_known(request) and not request.url.path.startswith(OPEN_PATHS):
            return RedirectResponse("/login", 303)
        token = request.cookies.get(TOKEN, "")
        fresh = len(token) < 20
        request.state.token = secrets.token_urlsafe(24) if fresh else token
        if request.method not in {"GET", "HEAD"}:
            refused = await self._refuse_form(request, "" if fresh else token)
            if refused is not None:
                return refused
        response = await call_next(request)
        if fresh:
            response.set_cookie(TOKEN, request.state.token, httponly=True, samesite="strict")
        return response

    async def _refuse_form(self, request: Request, token: str) -> Response | None:
        """Why a form is not taken; None when it is. Its fields are in `request.state.form` then."""
        if request.method != "POST":
            return PlainTextResponse("method", 405)
        origin = request.headers.get("origin") or request.headers.get("referer") or ""
        if origin and urlsplit(origin).netloc != request.headers.get("host"):
            return PlainTextResponse("Formulir dari situs lain / form from another site", 403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                return PlainTextResponse("Formulir terlalu besar / form too large", 413)
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40)
        request.state.form = {name: values[-1] for name, values in fields.items()}
        if not token or not hmac.compare_digest(request.state.form.get("token", "").encode(), token.encode()):
            return PlainTextResponse(
                "Muat ulang halaman lalu kirim lagi / reload the page and send again", 403
            )
        return None

    def _is_known(self, request: Request) -> bool:
        return request.cookies.get(SESSION, "") in self._sessions

    def log_in(self, password: str) -> str | None:
        """A new session for the right password; None for a wrong one."""
        if not hmac.compare_digest(password.encode(), self.password.encode()):
            return None
        session = secrets.token_urlsafe(32)
        self._sessions[session] = None
        while len(self._sessions) > MOST_SESSIONS:
            del self._sessions[next(iter(self._sessions))]
        return session


def guard(host: str, password: str, names: Iterable[str] = ()) -> Guard:
    """The guard of an application that listens at `host`; `names` are more names it answers to."""
    own = {*LOOPBACK, *(n.lower() for n in names)}
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        own.add(host.lower())
    return Guard(frozenset(own), password)


def _host(request: Request) -> str:
    """The host that the browser asked for, without the port."""
    given = request.headers.get("host", "").lower()
    if given.startswith("["):
        return given.partition("]")[0] + "]"
    return given.partition(":")[0]
