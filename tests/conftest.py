"""What all tests share: readings of scanned pages are kept in a folder of the session, not of the user, and
Tesseract is not heard, so that results are the same with and without it."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """The folder in which this session keeps readings of scanned pages."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LKJIP_CACHE", str(folder))
        patch.setenv("LKJIP_TESSERACT", "no")
        yield folder
