"""The query as chips, words and a filter."""
