"""Times: dates, hours, stretches and repeats as news writes them, each with its span, its time and its TIMEX3. Component `truce_times`."""

from trucekeeper.reading.times.reach import reach
from trucekeeper.reading.times.reader import truce_times

__all__ = ["reach", "truce_times"]
