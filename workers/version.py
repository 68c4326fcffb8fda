"""The version of warraq, as it stands in results and in the package metadata."""

VERSION = "0.1.0"
