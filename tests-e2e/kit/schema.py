"""JSON Schema, as much of it as docs/schema uses: type, const, enum, required, properties, items, additionalProperties."""

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schema"

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}
KNOWN = {
    "$schema",
    "title",
    "description",
    "type",
    "const",
    "enum",
    "required",
    "properties",
    "items",
    "additionalProperties",
}


def schema(name):
    return json.loads((FOLDER / f"{name}.json").read_text())


def faults(value, against, at="$"):
    """What of a value does not fit, each with its place."""
    assert set(against) <= KNOWN, f"{at}: a keyword that is not checked: {set(against) - KNOWN}"
    if "const" in against and value != against["const"]:
        return [f"{at}: {value!r} is not {against['const']!r}"]
    if "enum" in against and value not in against["enum"]:
        return [f"{at}: {value!r} is none of {against['enum']}"]
    kinds = against.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(is_of(value, kind) for kind in kinds):
        return [f"{at}: {value!r} is no {' or '.join(kinds)}"]
    found = []
    if isinstance(value, dict):
        found += [f"{at}: {name} is missing" for name in against.get("required", []) if name not in value]
        members = against.get("properties", {})
        others = against.get("additionalProperties", True)
        for name, member in value.items():
            if name in members:
                found += faults(member, members[name], f"{at}.{name}")
            elif others is False:
                found.append(f"{at}: {name} is not described")
            elif isinstance(others, dict):
                found += faults(member, others, f"{at}.{name}")
    if isinstance(value, list) and "items" in against:
        for number, item in enumerate(value):
            found += faults(item, against["items"], f"{at}[{number}]")
    return found


def is_of(value, kind):
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[kind])
