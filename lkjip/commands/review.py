"""`lkjip review`: the local web application."""

import sys
from collections.abc import Sequence
from pathlib import Path

from lkjip.exit_codes import ExitCode
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language, pick

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def review(
    database: Path, language: Language, *, host: str, port: int, password: str, folders: Sequence[Path]
) -> ExitCode:
    """Serve the application until Ctrl-C. Other machines are let in only with a password."""
    if host not in LOOPBACK and not password:
        sys.stderr.write(
            pick(
                language,
                f"Aplikasi di {host} dapat dibuka mesin lain. Tetapkan kata sandi: LKJIP_PASSWORD=... lkjip review",
                f"On {host} other machines can open the application. Set a password: LKJIP_PASSWORD=... lkjip review",
            )
            + "\n"
        )
        return ExitCode.USAGE
    with Store.open(database):  # brought up to date, and known to be ours
        pass
    import uvicorn

    from lkjip.review import pages
    from lkjip.review.app import Desk, create_app
    from lkjip.review.files import Files
    from lkjip.review.security import guard

    pages.load_templates()
    app = create_app(Desk(database, Files(folders), guard(host, password), language))
    sys.stderr.write(
        pick(
            language,
            f"Buka http://{host}:{port}/ di peramban. Hentikan dengan Ctrl-C.",
            f"Open http://{host}:{port}/ in a browser. Stop with Ctrl-C.",
        )
        + "\n"
    )
    uvicorn.run(app, host=host, port=port, log_level="error", server_header=False, access_log=False)
    return ExitCode.DONE
