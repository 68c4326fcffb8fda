"""Fuzzing: one table of targets, each bytes → properties, run by Hypothesis in the suite and by atheris at length.

It lives under tests/ because both runners share the targets and their properties; nothing here is installed.
"""
