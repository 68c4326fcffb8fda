"""A place as the sources give it, before it is compiled."""

from dataclasses import dataclass, field

from workers.engines.gazetteer import Kind, Scheme


@dataclass(frozen=True)
class Place:
    """One record of the table, with every name that somebody gives it."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    kind: Kind
    names: frozenset[str]
    scheme: Scheme = Scheme.GEONAMES
    known: frozenset[str] = field(default=frozenset())
    """Names that CLDR, Natural Earth or a hand-written table vouches for."""
    trusted: frozenset[str] = field(default=frozenset())
    """Those of them that somebody wrote down by hand as names that stand by themselves."""

    @property
    def geonames_id(self) -> int | None:
        """The GeoNames id, if it has one."""
        return self.id or None if self.scheme == Scheme.GEONAMES else None
