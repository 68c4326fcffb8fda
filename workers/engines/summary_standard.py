"""Values on one scale, so that hints of different kinds can be added."""

import math
from collections.abc import Sequence


def standardized(values: Sequence[float]) -> list[float]:
    """Return the values with mean 0 and deviation 1; all 0 where they do not differ."""
    if not values:
        return []
    mean = math.fsum(values) / len(values)
    centred = [value - mean for value in values]
    deviation = math.sqrt(math.fsum([value * value for value in centred]) / len(values))
    return [value / deviation for value in centred] if deviation > 1e-9 else [0.0] * len(values)
