"""The command `warraq`: one file per command or group of related commands."""

import sys
from importlib import import_module
from typing import NamedTuple

import click


class CommandRow(NamedTuple):
    """Where a command is defined, and its line in the help."""

    module: str
    summary: str


COMMANDS: dict[str, CommandRow] = {
    "run": CommandRow("workers.cli.run", "Process files in this process, without Redis."),
    "up": CommandRow("workers.cli.up", "Run Redis and workers on this machine, until Ctrl-C."),
    "demo": CommandRow("workers.cli.demo", "Send sample documents through a stack of its own and show the results."),
    "submit": CommandRow("workers.cli.submit", "Hand documents in to the queue."),
    "status": CommandRow("workers.cli.status", "Show where a document is, or the whole queue in numbers."),
    "result": CommandRow("workers.cli.results", "Print the result of a document."),
    "results": CommandRow("workers.cli.results", "Read results as a consumer group."),
    "cancel": CommandRow("workers.cli.cancel", "Cancel documents that are not finished."),
    "failures": CommandRow("workers.cli.failures", "List failures, or show one."),
    "requeue": CommandRow("workers.cli.failures", "Process failed or cancelled documents again."),
    "discard": CommandRow("workers.cli.failures", "Take failures off the list."),
    "rerun": CommandRow("workers.cli.rerun", "Do one stage of finished documents again, and what depends on it."),
    "forget": CommandRow("workers.cli.forget", "Remove everything of a document that can be reached."),
    "doctor": CommandRow("workers.cli.doctor", "Check Redis, settings, models and queue, and say how to mend them."),
}


class LazyGroup(click.Group):
    """Imports a command when it is used, so that `warraq --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name].module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.summary) for name, row in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when one is misspelt."""
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


def _version() -> str:
    from workers.version import VERSION

    return VERSION


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(_version(), prog_name="warraq")
def cli() -> None:
    """Turn raw documents in any language into structured results."""


def main() -> None:
    """Run the command line; errors of ours are one clear line and exit code 1 (75: try later), wrong usage is 2."""
    from workers.cli.failing import exit_code, explain

    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except Exception as error:
        line = explain(error)
        if line is None:
            raise
        click.echo(f"error: {line}", err=True)
        sys.exit(exit_code(error))
