"""What only a server can do wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.record.store.made import full

from onrecord.errors import StoreError
from onrecord.record.store.store import Store
from onrecord.types import Document, Record


def test_a_server_that_does_not_answer_is_one_line_without_the_password() -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(StoreError) as caught:
        Store.open("postgresql://kim:secret@/record?host=/nowhere")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_text_with_nul_is_refused_before_it_is_read(databases: Callable[[], str]) -> None:
    with Store.open(databases(), writes=True) as store:
        assert "NUL" in str(store.writer().unkeepable(Document("a", "one\x00two")))
        with pytest.raises(StoreError, match="NUL"):
            store.writer().add(Record(Document("a", "one\x00two"), ()))
        assert store.status().documents == 0


def test_a_reader_cannot_write_and_sees_no_record_where_none_is(databases: Callable[[], str]) -> None:
    address = databases()
    with pytest.raises(StoreError, match="holds no record yet"):
        Store.open(address)
    with Store.open(address, writes=True) as store:
        store.writer().add(full())
    with Store.open(address) as store, pytest.raises(StoreError, match="may not be written"):
        store.mark("x", "retracted", author="kim") if store.key_of("x") else store.writer().add(
            Record(Document("b", "two"), ())
        )


def test_two_writers_take_turns(databases: Callable[[], str]) -> None:
    from threading import Thread

    address = databases()
    with Store.open(address, writes=True):
        pass

    def write(name: str) -> None:
        with Store.open(address, writes=True) as store:
            for number in range(10):
                store.writer().add(Record(Document(f"{name}{number}", f"text {number}"), ()))

    threads = [Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store.open(address) as store:
        assert store.status().documents == 10, "each text once, whoever came first"
