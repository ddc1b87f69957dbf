"""Origins as plain values for other programs. Their keys are a contract."""

from typing import Any

from tabletop.model.origin import Origin


def origin_json(origin: Origin) -> dict[str, Any]:
    """All of it, what it is made of included; `range` is null where nothing is said."""
    return {
        "of": origin.of,
        "name": origin.name,
        "value": origin.value,
        "unit": origin.unit,
        "range": list(origin.range) if origin.range else None,
        "meaning": origin.meaning,
        "basis": origin.source,
        "grade": origin.grade.value,
        "solid": origin.solid,
        "made_of": [origin_json(part) for part in origin.made_of],
    }
