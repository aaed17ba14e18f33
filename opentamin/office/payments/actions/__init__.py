"""The acts of money that comes in."""
