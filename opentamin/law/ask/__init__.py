"""Asking the law: facts as people write them in, decisions with their reasons out."""
