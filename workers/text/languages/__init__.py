"""Facts about single languages, one file each, found by code."""
