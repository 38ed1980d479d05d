"""What can go wrong with a file, in words for the person who sent it."""


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
