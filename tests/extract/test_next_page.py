"""Pages loaded while the ones before are worked on."""

import threading

import pytest

from lkjip_extract import pdfium
from lkjip_extract.reading import ReadOptions, Scans, read_document


@pytest.fixture
def book(paper):
    """A PDF of five pages, each with its number."""
    for number in range(1, 6):
        paper.page().text(60, 100, f"halaman {number}")
    return paper.save()


@pytest.fixture
def loaded(monkeypatch):
    """The numbers of the pages that were loaded, from 0: first those ahead, then those asked for."""
    ahead, asked = [], []

    def noting(load, noted):
        def load_and_note(document, index):
            noted.append(index)
            return load(document, index)

        return load_and_note

    monkeypatch.setattr(pdfium, "_load_page_freely", noting(pdfium._load_page_freely, ahead))
    monkeypatch.setattr(pdfium, "_load_page", noting(pdfium._load_page, asked))
    return ahead, asked


def text_of(page):
    count = pdfium.characters(page.text)
    return "".join(chr(pdfium.symbol(page.text, i)) for i in range(count))


def read_all(document, order=range(5)):
    texts = []
    for index in order:
        with document.page(index) as page:
            texts.append(text_of(page))
    return texts


TEXTS = [f"halaman {number}" for number in range(1, 6)]


def test_each_page_but_the_first_is_loaded_ahead(book, loaded):
    with pdfium.Document(book) as document:
        document.load_ahead(5)
        assert read_all(document) == TEXTS
    assert loaded == ([1, 2, 3, 4], [0])


def test_pages_out_of_order_are_the_right_ones(book, loaded):
    with pdfium.Document(book) as document:
        document.load_ahead(5)
        assert read_all(document, (3, 0, 4, 4, 1)) == [TEXTS[i] for i in (3, 0, 4, 4, 1)]
    assert loaded == ([4, 1, 2], [3, 0, 4, 4, 1])


def test_nothing_is_loaded_ahead_unless_asked_for(book, loaded):
    with pdfium.Document(book) as document:
        assert read_all(document) == TEXTS
    assert loaded == ([], [0, 1, 2, 3, 4])


def test_of_two_open_files_nothing_is_loaded_ahead(book, loaded):
    with pdfium.Document(book) as document:
        document.load_ahead(5)
        with pdfium.Document(book) as other:
            assert read_all(document, (0, 1)) == TEXTS[:2]
            assert read_all(other) == TEXTS
        assert loaded[0] == []
        assert read_all(document, (2, 3)) == TEXTS[2:4]
    assert loaded[0] == [3, 4]


def test_file_is_opened_when_no_page_is_being_loaded(book, monkeypatch):
    """pdfium bears no two callers at a time."""
    begun, may_end, told = threading.Event(), threading.Event(), []
    load, open_file = pdfium._load_page_freely, pdfium._load_document

    def slowly(document, index):
        begun.set()
        may_end.wait(10)
        told.append("loaded")
        return load(document, index)

    def opened(path, password):
        told.append("opened")
        return open_file(path, password)

    monkeypatch.setattr(pdfium, "_load_page_freely", slowly)
    with pdfium.Document(book) as document:
        document.load_ahead(5)
        read_all(document, (0,))
        assert begun.wait(10)
        monkeypatch.setattr(pdfium, "_load_document", opened)
        opening = threading.Thread(target=lambda: pdfium.Document(book).close())
        opening.start()
        opening.join(0.2)
        may_end.set()
        opening.join(10)
    assert told == ["loaded", "opened"]


def test_page_that_cannot_be_loaded_ahead_is_told_when_it_is_asked_for(book, monkeypatch):
    monkeypatch.setattr(pdfium, "_load_page_freely", lambda *_: None)
    with pdfium.Document(book) as document:
        document.load_ahead(5)
        assert read_all(document, (0,)) == TEXTS[:1]
        with pytest.raises(pdfium.PdfiumError):
            read_all(document, (1,))


def test_reading_leaves_no_thread_behind(book):
    before = threading.active_count()
    for _ in range(20):
        read_document(book, ReadOptions(scans=Scans.LEAVE))
    assert threading.active_count() <= before + 1  # the last may be about to end


def test_report_is_the_same_whether_or_not_its_pages_are_loaded_ahead(book, loaded):
    plain = read_document(book, ReadOptions(scans=Scans.LEAVE, ahead=False))
    assert loaded[0] == []
    assert read_document(book, ReadOptions(scans=Scans.LEAVE)) == plain
    assert loaded[0] == [1, 2, 3, 4]


def test_page_that_is_left_out_is_not_loaded_ahead_either(book, loaded):
    read_document(book, ReadOptions(scans=Scans.LEAVE, skip={3: "dilewati / left out"}))
    assert loaded == ([], [0, 1, 3, 4])


def test_only_so_many_pages_are_loaded_ahead(book, loaded):
    with pdfium.Document(book) as document:
        document.load_ahead(3)
        assert read_all(document) == TEXTS
    assert loaded == ([1, 2], [0, 3, 4])


def test_nothing_is_loaded_while_a_page_is_open(book, loaded):
    with pdfium.Document(book) as document:
        document.load_ahead(5)
        with document.page(0) as first:
            with document.page(3) as other:
                assert text_of(other) == TEXTS[3]
            assert loaded[0] == []
            assert text_of(first) == TEXTS[0]
        assert read_all(document, (1,)) == TEXTS[1:2]
    assert loaded == ([1, 2], [0, 3])


def test_what_goes_wrong_in_the_thread_is_told_with_the_page(book, monkeypatch):
    def no_memory(*_):
        raise MemoryError

    with pdfium.Document(book) as document:
        document.load_ahead(5)
        monkeypatch.setattr(pdfium, "_load_page_freely", no_memory)
        assert read_all(document, (0,)) == TEXTS[:1]
        with pytest.raises(MemoryError):
            read_all(document, (1,))
        assert read_all(document, (2,)) == TEXTS[2:3]  # asked for as if nothing had been loaded ahead
    assert pdfium._open == []


def test_without_a_thread_pages_are_loaded_when_they_are_asked_for(book, loaded, monkeypatch):
    def refuses(*_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuses)
    assert len(read_document(book, ReadOptions(scans=Scans.LEAVE)).pages) == 5
    assert loaded == ([], [0, 1, 2, 3, 4])
