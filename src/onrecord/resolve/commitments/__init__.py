"""Commitments: what somebody, by a report, bound themselves to or refused."""
