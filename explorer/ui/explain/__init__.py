"""The view of explanations: which word met which patch, and how far to believe it."""
