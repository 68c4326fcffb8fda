"""The contracts as JSON Schema files, for services in other languages: `python -m schemas.export` writes them."""

import json
from pathlib import Path

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

from schemas.document import Document
from schemas.events import Event
from schemas.failure import Failure
from schemas.result import Result

FOLDER = Path(__file__).parent / "jsonschema"
CONTRACTS: dict[str, type[BaseModel]] = {"document": Document, "result": Result, "failure": Failure, "event": Event}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rendered() -> dict[Path, str]:
    """Return the text of every schema file by its path: what is read for Document, what is written for the others."""
    return {FOLDER / f"{name}.schema.json": _render(name, model) for name, model in CONTRACTS.items()}


def _render(name: str, model: type[BaseModel]) -> str:
    mode: JsonSchemaMode = "validation" if model is Document else "serialization"
    schema = {"$schema": DIALECT, "$id": f"urn:warraq:{name}:1", **model.model_json_schema(mode=mode)}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    for path, text in rendered().items():
        path.write_text(text, encoding="utf-8")
