"""The index by meaning in a server that has pgvector; ONRECORD_POSTGRES names the programs of another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.record.store.made import report
from tests.record.store.test_meaning import Four

from onrecord.errors import StoreError
from onrecord.record.store import meaning, pgvector
from onrecord.record.store.store import Store


@pytest.fixture
def store(databases: Callable[[], str]) -> Iterator[Store]:
    with Store.open(databases(), writes=True, embeds=Four()) as opened:
        if not opened.base.rows("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'"):
            pytest.skip("this PostgreSQL has no pgvector")
        opened.writer().add(
            report("a", ("Maya Ortega", "The quay needs mending"), ("Ben Achebe", "Tolls rise"))
        )
        opened.writer().add(report("b", ("Ben Achebe", "A pier without a catch")))
        yield opened


def found(store: Store, words: str, limit: int = 20) -> list[str]:
    hits = store.statements(words, by="meaning", sort="best", limit=limit)
    return [hit.content.strip("“”.").split()[1] for hit in hits]


def test_the_graph_finds_what_the_cells_find(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not pgvector.usable(store.base)
    assert store.index() == 3
    assert pgvector.usable(store.base)
    store.writer().add(report("c", ("Maya Ortega", "Storm over the jetty")))
    assert store.base.rows("SELECT count(*) FROM meanings WHERE near IS NULL") == [(0,)]
    assert found(store, "jetty") == ["quay", "pier", "over"]
    monkeypatch.setattr(meaning, "_in_cells", lambda *_: pytest.fail("the graph finds enough"))
    assert found(store, "jetty", limit=2) == ["quay", "pier"]


def test_dropping_the_index_leaves_nothing_of_it(store: Store) -> None:
    store.index()
    store.drop_index()
    assert not pgvector.usable(store.base)
    assert store.index() == 3
    assert pgvector.usable(store.base)


def test_who_may_not_make_an_extension_goes_by_cells(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run = store.base.run

    def refused(sql: str, parameters: tuple[object, ...] = ()) -> int:
        if sql.startswith("CREATE EXTENSION"):
            raise StoreError("permission denied to create extension")
        return run(sql, parameters)

    monkeypatch.setattr(store.base, "run", refused)
    assert store.index() == 3
    assert not pgvector.usable(store.base)
    assert found(store, "jetty") == ["quay", "pier"]
