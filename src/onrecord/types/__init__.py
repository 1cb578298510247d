"""The plain data types of onrecord: frozen, slotted, without input or output.

Every place in a text is a :class:`Span`, a half-open pair of code-point offsets into ``Document.text``.
Nothing here knows how a record was made.
"""

from onrecord.types.documents import Document, Failure
from onrecord.types.layers import (
    LAYERS,
    Act,
    Addressee,
    Basis,
    Commitment,
    Deadline,
    Entity,
    Kind,
    Layer,
    Medium,
    Origin,
    Position,
    Reason,
    SaidOn,
    Setting,
    Speaker,
    Stance,
    Strength,
    Time,
    TimeType,
)
from onrecord.types.mentions import Mention, MentionForm, MentionKind
from onrecord.types.people import PeopleTable, Person, Term
from onrecord.types.places import Span
from onrecord.types.statements import ROLES, Attribution, Form, Record, Role, Statement

__all__ = [
    "LAYERS",
    "ROLES",
    "Act",
    "Addressee",
    "Attribution",
    "Basis",
    "Commitment",
    "Deadline",
    "Document",
    "Entity",
    "Failure",
    "Form",
    "Kind",
    "Layer",
    "Medium",
    "Mention",
    "MentionForm",
    "MentionKind",
    "Origin",
    "PeopleTable",
    "Person",
    "Position",
    "Reason",
    "Record",
    "Role",
    "SaidOn",
    "Setting",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "Strength",
    "Term",
    "Time",
    "TimeType",
]
