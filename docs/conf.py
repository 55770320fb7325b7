"""Sphinx settings of the documentation: `pip install -e ".[docs]"`, then `sphinx-build -W docs docs/_build`."""

project = "Trucekeeper"
author = "The Trucekeeper authors"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 2  # links to headings, as on GitHub
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Trucekeeper"
autodoc_typehints = "description"
