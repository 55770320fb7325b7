"""The seam between rules and trees: what the readers ask of a parse, answered from Universal Dependencies labels.

Every rule above asks these modules and never looks at a label itself, so that any spaCy pipeline with UD labels can stand in for the shipped one.
Subtypes that a pipeline lacks ("obl:agent") are made up for from the words where that is possible.
"""
