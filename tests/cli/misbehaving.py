"""Readers that misbehave on page 2, for tests of the processes that run them.

A module of its own, because a reading process imports what it runs by name.
"""

import os
import signal
import sys
import threading
import time

from lkjip.work import Failed, process
from lkjip_extract import pdfium, reading


def hangs(path, skip, watch, corrections, ahead=False):
    """Page 2 never ends."""
    return _on_page_two(path, skip, watch, corrections, ahead, lambda: time.sleep(600))


def dies(path, skip, watch, corrections, ahead=False):
    """Page 2 ends the process at once, as a crash inside a library does."""
    return _on_page_two(path, skip, watch, corrections, ahead, lambda: os._exit(139))


def dies_when_loaded(path, skip, watch, corrections, ahead=False):
    """Page 2 ends the process when pdfium opens it: ahead, while page 1 is worked on, if pages are loaded ahead."""

    def loading(load):
        def loaded(document, index):
            if index == 1:
                os._exit(139)
            return load(document, index)

        return loaded

    def slowly(page, number, *rest):
        if number == 1:
            time.sleep(1.0)  # page 2 comes first where it may
        return read_page(page, number, *rest)

    real = pdfium._load_page, pdfium._load_page_freely, reading.read_page
    read_page = reading.read_page
    pdfium._load_page, pdfium._load_page_freely = map(loading, real[:2])
    reading.read_page = slowly
    try:
        return process(path, skip, watch, corrections, ahead)
    finally:
        pdfium._load_page, pdfium._load_page_freely, reading.read_page = real


def dies_at_once(path, skip, watch, corrections, ahead=False):
    """The process ends before any page is read."""
    os._exit(1)


def has_no_memory(path, skip, watch, corrections, ahead=False):
    """The first worker that reads the file has read much before: memory is gone at page 2. The next has enough."""
    seen = path.with_suffix(".seen")
    if seen.exists():
        return process(path, skip, watch, corrections, ahead)
    seen.touch()
    return _on_page_two(path, skip, watch, corrections, ahead, _no_memory)


def never_has_memory(path, skip, watch, corrections, ahead=False):
    """Page 2 wants more memory than there is, whoever reads it."""
    return _on_page_two(path, skip, watch, corrections, ahead, _no_memory)


def dies_while_it_answers(path, skip, watch, corrections, ahead=False):
    """The first worker is killed while it sends a long answer, the next is not."""
    seen = path.with_suffix(".seen")
    if not seen.exists():
        seen.touch()
        threading.Thread(target=_kill_when_sending, daemon=True).start()
    return Failed("", path.name, "x" * 50_000_000, "x")


def _kill_when_sending():
    """End the process in the middle of what its main thread sends through a pipe."""
    main = threading.main_thread().ident
    while True:
        frame = sys._current_frames()[main]
        while frame is not None:
            if frame.f_code.co_name == "_send":
                os.kill(os.getpid(), signal.SIGKILL)
            frame = frame.f_back
        time.sleep(0.0001)


def _no_memory():
    raise RuntimeError("std::bad_alloc")


def _on_page_two(path, skip, watch, corrections, ahead, act):
    real = reading.read_page

    def read_page(page, number, *rest):
        if number == 2:
            act()
        return real(page, number, *rest)

    reading.read_page = read_page
    try:
        return process(path, skip, watch, corrections, ahead)
    finally:
        reading.read_page = real
