"""The ledger: every accepted document in Redis, from the door to publication, whatever dies in between."""
