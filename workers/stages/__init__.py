"""The four language stages: pure functions, one file each."""
