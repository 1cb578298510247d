-- Search by meaning: filled by onrecord index, and from then on by whatever adds statements.

CREATE TABLE meaning_model (
    digest TEXT NOT NULL
);

CREATE TABLE meanings (
    cell INTEGER NOT NULL,
    statement BIGINT NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
    vector BYTEA NOT NULL,
    PRIMARY KEY (cell, statement)
);
CREATE INDEX meanings_by_statement ON meanings (statement);
