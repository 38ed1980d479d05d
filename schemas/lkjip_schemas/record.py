"""The base of all records."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of the records: frozen, nothing undeclared."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
