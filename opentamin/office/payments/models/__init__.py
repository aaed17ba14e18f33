"""Records of money that comes in."""
