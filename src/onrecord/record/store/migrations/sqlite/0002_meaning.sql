-- Search by meaning: filled by onrecord index, and from then on by whatever adds statements.

CREATE TABLE meaning_model (
    digest TEXT NOT NULL
);

CREATE TABLE meanings (
    cell INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
    vector BLOB NOT NULL,
    PRIMARY KEY (cell, statement)
) WITHOUT ROWID;
CREATE INDEX meanings_by_statement ON meanings (statement);
