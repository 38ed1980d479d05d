"""How every worker process begins: silent, with a limit on its memory, and not outliving who started it."""

import gc
import os
import shutil
from multiprocessing import parent_process
from threading import Thread

MEMORY_MB = 3072
"""Address space of a worker; reading a scanned page takes 1,400 MB of it, the largest report of the corpus less.
LKJIP_MEMORY_MB changes it, 0 lifts it."""
COLLECT_AFTER = (50_000, 20, 100)
"""New objects before Python looks for unreachable ones, and rounds before it looks among older ones: what is read of a
report lives until it is stored, so that the default (700) only costs time, a tenth of the whole."""


def begin_worker(folder: str = "") -> None:
    """What libraries print about a damaged file is not for the user, who gets a message of ours; a page that wants
    all memory ends its worker, not the machine; and a worker whose parent was killed ends, too, and takes `folder` with
    it, where the answers of the pool lie."""
    _limit_memory()
    gc.set_threshold(*COLLECT_AFTER)
    os.environ.setdefault(
        "ARROW_DEFAULT_MEMORY_POOL", "system"
    )  # its own pool takes 1 GB of addresses at once
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    Thread(target=_end_with_parent, args=(folder,), daemon=True).start()


def _limit_memory() -> None:
    """Address space of the worker, where the system knows such a limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = os.environ.get("LKJIP_MEMORY_MB", "")
    limit = (int(wanted) if wanted.isdigit() else MEMORY_MB) * 1024 * 1024
    if limit:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _end_with_parent(folder: str) -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
