"""What all tests share: readings of scanned pages are kept in a folder of the session, not of the user."""

import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """The folder in which this session keeps readings of scanned pages."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("LKJIP_CACHE")
    os.environ["LKJIP_CACHE"] = str(folder)
    yield folder
    if before is None:
        del os.environ["LKJIP_CACHE"]
    else:
        os.environ["LKJIP_CACHE"] = before
