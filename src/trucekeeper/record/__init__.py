"""The store: documents, claims, entities, judgements; search; history."""
