"""Change the law by one sign at a time and see whether a case or a test of its chapter notices."""
