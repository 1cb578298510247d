"""``onrecord schema``: the JSON Schema of the record."""

from __future__ import annotations

import click

from onrecord.cli.tools import debug_option


@click.command("schema")
@debug_option
def schema() -> None:
    """Print the JSON Schema of the record.

    It is a schema of draft 2020-12, which what `onrecord read --format json` writes for one document fulfils.
    """
    from onrecord.record.form import schema_text  # noqa: PLC0415 - cold start

    click.echo(schema_text(), nl=False)
