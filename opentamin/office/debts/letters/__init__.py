"""The letter of a debt: its words, which a lawyer may write, and its PDF."""
