"""What proves the proofs: programs that put the tests of the law themselves on trial."""
