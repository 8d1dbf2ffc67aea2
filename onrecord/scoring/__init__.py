"""Scores readings against gold: the benchmarks', or a user's own reviews."""
