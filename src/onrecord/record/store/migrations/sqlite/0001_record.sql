-- The record: documents, what is said in them, and what people decided about both.
-- docs/reference/store.md describes every table and column.

CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT,
    url TEXT,
    outlet TEXT,
    language TEXT,
    published_on TEXT,
    version INTEGER NOT NULL,
    copy_of INTEGER REFERENCES documents (number),
    text TEXT,
    layers TEXT NOT NULL,
    added_at TEXT NOT NULL
);
CREATE INDEX documents_by_digest ON documents (digest);
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_outlet ON documents (outlet, published_on) WHERE outlet IS NOT NULL;
CREATE INDEX documents_by_day ON documents (published_on) WHERE published_on IS NOT NULL;
CREATE INDEX documents_by_original ON documents (copy_of) WHERE copy_of IS NOT NULL;

CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    document TEXT NOT NULL DEFAULT '',
    last TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,
    person INTEGER,
    UNIQUE (folded, document)
);
CREATE INDEX names_by_document ON names (document) WHERE document <> '';
CREATE INDEX names_by_last ON names (last);
CREATE INDEX names_by_person ON names (person) WHERE person IS NOT NULL;

CREATE TABLE statements (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    source TEXT NOT NULL,
    content TEXT NOT NULL,
    form TEXT NOT NULL,
    speaker INTEGER REFERENCES names (number),
    kind TEXT,
    act TEXT,
    sense TEXT,
    negated INTEGER,
    addressee INTEGER REFERENCES names (number),
    medium TEXT,
    day_from TEXT,
    day_to TEXT,
    dated INTEGER,
    confidence REAL NOT NULL,
    copied INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    layers TEXT NOT NULL,
    UNIQUE (document, place)
);
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_speaker
    ON statements (speaker, day_from, document, place, day_to, copied, rejected) WHERE speaker IS NOT NULL;
CREATE INDEX statements_by_addressee ON statements (addressee, day_from) WHERE addressee IS NOT NULL;
CREATE INDEX statements_by_day ON statements (day_from);

CREATE TABLE about (
    name INTEGER NOT NULL REFERENCES names (number),
    statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
    PRIMARY KEY (name, statement)
) WITHOUT ROWID;
CREATE INDEX about_by_statement ON about (statement);

CREATE TABLE commitments (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    statement TEXT NOT NULL,
    debtor INTEGER REFERENCES names (number),
    creditor INTEGER REFERENCES names (number),
    strength TEXT NOT NULL,
    deadline_from TEXT,
    deadline_to TEXT,
    UNIQUE (document, place)
);
CREATE INDEX commitments_by_debtor ON commitments (debtor);

CREATE TABLE positions (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    statement TEXT NOT NULL,
    holder INTEGER REFERENCES names (number),
    stance TEXT NOT NULL,
    target TEXT NOT NULL,
    UNIQUE (document, place)
);
CREATE INDEX positions_by_holder ON positions (holder);

CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    PRIMARY KEY (hash, statement)
) WITHOUT ROWID;

CREATE TABLE bands (
    hash INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (hash, document)
) WITHOUT ROWID;

CREATE TABLE failures (
    origin TEXT PRIMARY KEY,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    failed_at TEXT NOT NULL
);

-- Judgements: what somebody decided. They point by keys and digests, so that reading again leaves them be.

CREATE TABLE identities (
    number INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'apart')),
    folded TEXT NOT NULL,
    document TEXT NOT NULL DEFAULT '',
    other TEXT NOT NULL DEFAULT '',
    other_document TEXT NOT NULL DEFAULT '',
    score REAL,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone_at TEXT
);
CREATE INDEX identities_by_name ON identities (folded, document);
CREATE INDEX identities_by_document ON identities (document) WHERE document <> '';

CREATE TABLE reviews (
    number INTEGER PRIMARY KEY,
    statement TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'note')),
    field TEXT,
    value TEXT,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone_at TEXT
);
CREATE INDEX reviews_by_statement ON reviews (statement);

CREATE TABLE marks (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('retracted', 'corrected')),
    note TEXT,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone_at TEXT
);
CREATE INDEX marks_by_document ON marks (document);

-- Full text. Triggers, so that whoever changes a row by hand changes its index too.

CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, content = 'statements', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statement_words_in AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, content) VALUES (new.number, new.content);
END;
CREATE TRIGGER statement_words_out AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', old.number, old.content);
END;
CREATE TRIGGER statement_words_changed AFTER UPDATE OF content ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', old.number, old.content);
    INSERT INTO statement_words (rowid, content) VALUES (new.number, new.content);
END;

CREATE VIEW present_documents AS SELECT number, text FROM documents WHERE text IS NOT NULL;
CREATE VIRTUAL TABLE document_words USING fts5 (
    text, content = 'present_documents', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER document_words_in AFTER INSERT ON documents WHEN new.text IS NOT NULL BEGIN
    INSERT INTO document_words (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER document_words_out AFTER DELETE ON documents WHEN old.text IS NOT NULL BEGIN
    INSERT INTO document_words (document_words, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TRIGGER document_words_changed AFTER UPDATE OF text ON documents BEGIN
    INSERT INTO document_words (document_words, rowid, text)
        SELECT 'delete', old.number, old.text WHERE old.text IS NOT NULL;
    INSERT INTO document_words (rowid, text) SELECT new.number, new.text WHERE new.text IS NOT NULL;
END;

CREATE VIRTUAL TABLE position_words USING fts5 (
    target, content = 'positions', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER position_words_in AFTER INSERT ON positions BEGIN
    INSERT INTO position_words (rowid, target) VALUES (new.number, new.target);
END;
CREATE TRIGGER position_words_out AFTER DELETE ON positions BEGIN
    INSERT INTO position_words (position_words, rowid, target) VALUES ('delete', old.number, old.target);
END;
