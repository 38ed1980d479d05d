"""How every worker process begins: silent, and not outliving the process that started it."""

import os
from multiprocessing import parent_process
from threading import Thread


def begin_worker() -> None:
    """What libraries print about a damaged file is not for the user, who gets a message of ours; and a worker whose
    parent was killed ends, too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
