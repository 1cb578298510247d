"""Who spoke: names, descriptions and pronouns of a text told apart, and the speaker of every statement."""

from onrecord.resolve.people.speakers import people

__all__ = ["people"]
