"""What can go wrong with a file, in words for the person who sent it."""

LONGEST = 200
"""Characters of a library's own message that are shown."""
NO_MEMORY = ("bad_alloc", "insufficient memory", "failed to allocate", "cannot allocate memory")
"""How libraries that are not written in Python say that memory is gone."""


class UnreadableFile(Exception):
    """A file that could not be read at all.

    `reason_id` and `reason_en` say what is wrong and what to do; neither names the file, because
    the caller knows under which name the user gave it.
    """

    def __init__(self, reason_id: str, reason_en: str) -> None:
        super().__init__(reason_en)
        self.reason_id = reason_id
        self.reason_en = reason_en

    def __reduce__(self) -> tuple[type["UnreadableFile"], tuple[str, str]]:
        """Exceptions cross process borders with both texts."""
        return type(self), (self.reason_id, self.reason_en)


class EmptyFile(UnreadableFile):
    """The file has no bytes, or no pages."""


class EncryptedFile(UnreadableFile):
    """The file opens only with a password."""


class BrokenFile(UnreadableFile):
    """The file is not a PDF, or is damaged beyond reading."""


def what_failed(error: Exception) -> str:
    """The message of a library in one line: some put a whole traceback in it, whose last line says what happened."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    line = lines[-1] if lines[0].startswith("Traceback") else lines[0]
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def raise_out_of_memory(error: Exception) -> None:
    """MemoryError when `error` says that memory is gone: that is no fault of the page, which can be read again by a
    process that has read nothing else."""
    if isinstance(error, MemoryError) or any(words in str(error).lower() for words in NO_MEMORY):
        raise MemoryError(what_failed(error)) from error
