"""The readable view of a result: what `--pretty` prints."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schemas.entities import Entity, Label
from schemas.result import Result, Status
from schemas.summary import Summary
from workers.cli.pretty_bidi import Directed, directed, harmless
from workers.cli.pretty_words import (
    error_words,
    language_words,
    link_words,
    normalization_words,
    stage_words,
    value_words,
)

# About a screen of text and two of entities; the JSON has everything.
SHOWN_CHARACTERS = 1_500
SHOWN_ENTITIES = 40

_STATUS_STYLES = {
    Status.COMPLETED: "bold green",
    Status.PARTIAL: "bold yellow",
    Status.FAILED: "bold red",
    Status.CANCELLED: "bold magenta",
}

_LABEL_STYLES = {
    Label.PER: "bold cyan",
    Label.LOC: "bold green",
    Label.ORG: "bold magenta",
    Label.MISC: "bold white",
    Label.DATE: "yellow",
    Label.MONEY: "bright_green",
    Label.QUANTITY: "bright_yellow",
    Label.EMAIL: "blue",
    Label.URL: "blue",
    Label.PHONE: "blue",
    Label.IP: "blue",
    Label.IBAN: "blue",
}


def render(result: Result, *, console: Console, full: bool = False) -> None:
    """Print a result for reading; long texts and long lists of entities are shortened unless `full`."""
    console.print(Rule())
    console.print(directed(_one_line(result.title or result.id), style="bold"))
    console.print(_facts(result))
    for section in _sections(result, full=full, has_colours=_has_colours(console)):
        console.print()
        console.print(section)
    console.print()


def _has_colours(console: Console) -> bool:
    return console.color_system is not None and not console.no_color


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _facts(result: Result) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for name, value in _fact_rows(result):
        table.add_row(name, value)
    return table


def _fact_rows(result: Result) -> Iterator[tuple[str, RenderableType]]:
    yield "status", Text(result.status.value, style=_STATUS_STYLES[result.status])
    yield "id", directed(f"{result.id} (revision {result.revision})" if result.revision > 1 else result.id)
    if result.source:
        yield "source", directed(_one_line(result.source))
    if result.batch:
        yield "batch", directed(result.batch)
    if result.language:
        yield "language", directed(language_words(result.language))
    if result.error:
        yield "error", directed(error_words(result.error), style="red")
    for warning in result.warnings:
        yield "warning", directed(f"{warning.stage}: {warning.message} ({warning.code})", style="yellow")


def _sections(result: Result, *, full: bool, has_colours: bool) -> Iterator[RenderableType]:
    entities = result.entities or ()
    if result.summary:
        yield _section("Summary", _summary(result.summary))
    if result.text:
        yield _section("Text", _text(result.text, entities, full=full, has_colours=has_colours))
    if entities:
        yield _section(f"Entities ({len(entities):,})", _entities(entities, full=full))
    if result.normalization:
        yield _section("Normalization", _lines(normalization_words(result.normalization)))
    if result.provenance.stages:
        yield _section(
            f"Made by warraq {harmless(result.provenance.version)}",
            _lines(stage_words(stage) for stage in result.provenance.stages),
        )


def _section(name: str, body: RenderableType) -> RenderableType:
    return Group(Text(name, style="bold underline"), Padding(body, (0, 0, 0, 2)))


def _lines(lines: Iterable[str]) -> RenderableType:
    return Group(*(directed(_one_line(line)) for line in lines))


def _summary(summary: Summary) -> RenderableType:
    headline = [directed(_one_line(summary.headline.text), style="bold")] if summary.headline else []
    return Group(*headline, directed(summary.text))


def _text(text: str, entities: Sequence[Entity], *, full: bool, has_colours: bool) -> RenderableType:
    shown = len(text) if full else _shown_characters(text)
    highlighted = Text(harmless(text[:shown]))
    labels = _highlight(highlighted, entities)
    parts: list[RenderableType] = [Directed(highlighted)]
    if shown < len(text):
        parts.append(Text(f"… {len(text) - shown:,} more characters", style="dim"))
    if labels and has_colours:
        parts.append(Text("  ").join(Text(label.value, style=_LABEL_STYLES[label]) for label in labels))
    return Group(*parts)


def _shown_characters(text: str) -> int:
    if len(text) <= SHOWN_CHARACTERS:
        return len(text)
    return max(text.rfind(space, 0, SHOWN_CHARACTERS) for space in " \n") + 1 or SHOWN_CHARACTERS


def _highlight(text: Text, entities: Iterable[Entity]) -> list[Label]:
    """Colour the mentions in the shown text and return the labels that occur there, in the order of the enum."""
    seen: set[Label] = set()
    for entity in entities:
        for mention in entity.mentions:
            if mention.start < len(text):
                text.stylize(_LABEL_STYLES[entity.label], mention.start, mention.end)
                seen.add(entity.label)
    return [label for label in Label if label in seen]


def _entities(entities: Sequence[Entity], *, full: bool) -> RenderableType:
    shown = entities if full else entities[:SHOWN_ENTITIES]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("label", "name", "value", "link"):
        table.add_column(name, overflow="fold")
    table.add_column("mentions", justify="right")
    for entity in shown:
        table.add_row(
            Text(entity.label.value, style=_LABEL_STYLES[entity.label]),
            directed(_one_line(entity.canonical)),
            directed(value_words(entity.value)),
            directed("\n".join(_one_line(link_words(link)) for link in entity.links[:1])),
            f"{len(entity.mentions):,}",
        )
    if len(shown) == len(entities):
        return table
    return Group(table, Text(f"… {len(entities) - len(shown):,} more", style="dim"))
