"""The public names are a promise: this list changes with the changelog, or not at all."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import tomllib
from pathlib import Path
from typing import get_type_hints

import pytest

import onrecord

PUBLIC = [
    "Attribution",
    "Document",
    "Failure",
    "InputError",
    "ModelError",
    "OnrecordError",
    "Reader",
    "Record",
    "Span",
    "Statement",
    "StoreError",
    "__version__",
    "documents",
    "open",
    "read",
    "read_many",
]
DOCUMENTED = [name for name in PUBLIC if name != "__version__"]


def test_the_public_names_are_these() -> None:
    assert sorted(onrecord.__all__) == PUBLIC


@pytest.mark.parametrize("name", DOCUMENTED)
def test_each_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(onrecord, name))


@pytest.mark.parametrize("name", ["documents", "open", "read", "read_many"])
def test_each_verb_is_typed_throughout(name: str) -> None:
    verb = getattr(onrecord, name)
    hints = get_type_hints(verb)
    assert set(inspect.signature(verb).parameters) | {"return"} == set(hints)


def test_the_verb_read_survives_the_import_of_every_module() -> None:
    """A room of the verb's name would hide the verb once it is imported: none may be called so."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    assert inspect.isfunction(onrecord.read)


@pytest.mark.parametrize("name", ["InputError", "ModelError", "StoreError"])
def test_one_class_catches_every_error(name: str) -> None:
    assert issubclass(getattr(onrecord, name), onrecord.OnrecordError)


def test_the_version_is_the_packages(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert onrecord.__version__ == project["version"]
