"""The vocabulary: documents, evidence, times, actors, claims and their kinds, judgements, agreements. No I/O, and no import from a floor above."""
