"""One document -> claims. Each reader is a spaCy component of its own; `assemble` puts their findings together as claims."""
