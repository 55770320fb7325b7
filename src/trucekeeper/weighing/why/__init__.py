"""Why claims were set together or apart, in words: asked for when somebody wants to know, and never needed to weigh."""
