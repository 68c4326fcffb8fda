"""Entities: things that the text names, each with all its mentions, its value and its links."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas.model import Model
from schemas.text import Span


class Label(StrEnum):
    """What kind of thing an entity is."""

    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"
    MISC = "MISC"
    DATE = "DATE"
    MONEY = "MONEY"
    QUANTITY = "QUANTITY"
    EMAIL = "EMAIL"
    URL = "URL"
    PHONE = "PHONE"
    IP = "IP"
    IBAN = "IBAN"


class Calendar(StrEnum):
    """The calendar in which a date was written; the value is always Gregorian."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    JALALI = "jalali"
    BUDDHIST = "buddhist"


class DatePrecision(StrEnum):
    """The smallest unit that the text states."""

    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class DateValue(Model):
    """A date or interval in EDTF (ISO 8601-2), for example `2018-08` or `2018-08-01/2018-08-05`."""

    kind: Literal["date"] = "date"
    edtf: str
    precision: DatePrecision
    calendar: Calendar = Calendar.GREGORIAN
    approximate: bool = Field(
        default=False, description="Converted from a calendar whose days can shift by one or two."
    )


class QuantityValue(Model):
    """A number with its unit: a UCUM-like symbol such as `km`, `%` or `kg`, or null for a plain count."""

    kind: Literal["quantity"] = "quantity"
    number: int | float
    unit: str | None = None


class MoneyValue(Model):
    """An amount with its ISO 4217 code, null where the text leaves the currency open."""

    kind: Literal["money"] = "money"
    amount: int | float
    currency: str | None = None


class AddressValue(Model):
    """The canonical spelling of an e-mail address, URL, phone number (E.164), IP address or IBAN."""

    kind: Literal["address"] = "address"
    address: str


Value = Annotated[DateValue | QuantityValue | MoneyValue | AddressValue, Field(discriminator="kind")]


class Link(Model):
    """A record of a knowledge base that the entity was resolved to."""

    scheme: Literal["geonames", "wikidata", "list"]
    id: str
    name: str
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code.")
    latitude: float | None = None
    longitude: float | None = None
    score: float = Field(ge=0, le=1)


class Mention(Span):
    """One place where the text names the entity; `raw_*` point into the submitted text where that exists."""

    text: str
    raw_start: int | None = None
    raw_end: int | None = None
    score: float = Field(ge=0, le=1)
    source: str = Field(description="The engine that found it.")


class Entity(Model):
    """One thing that the document names; `id` is unique within the document."""

    id: str
    label: Label
    canonical: str
    mentions: tuple[Mention, ...] = Field(min_length=1)
    value: Value | None = None
    links: tuple[Link, ...] = ()
