-- What is asked of a large record is answered by counts that are kept and by indexes that hold all they need.

-- How much each name said, what copies repeat and what was rejected left out; the names' own statements only.
ALTER TABLE names ADD COLUMN said INTEGER NOT NULL DEFAULT 0;
ALTER TABLE names ADD COLUMN said_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE names ADD COLUMN said_from TEXT;
ALTER TABLE names ADD COLUMN said_to TEXT;
UPDATE names SET (said, said_in, said_from, said_to) = (
    SELECT count(*), count(DISTINCT s.document), min(s.day_from), max(s.day_to) FROM statements s
    WHERE s.speaker = names.number AND s.copied = 0 AND s.rejected = 0
);
DROP INDEX names_by_person;
CREATE INDEX names_by_person ON names (person, said) WHERE person IS NOT NULL;
CREATE INDEX names_by_said ON names (said) WHERE said > 0 AND person IS NULL;

CREATE TABLE figures (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO figures SELECT 'statements', count(*) FROM statements;
INSERT INTO figures SELECT 'repeated', coalesce(sum(copied), 0) FROM statements;

CREATE INDEX documents_lost ON documents (number) WHERE text IS NULL;
CREATE INDEX documents_later ON documents (number) WHERE version > 1;

-- Within a day statements come in the order of their numbers, which every index of SQLite ends with.
DROP INDEX statements_by_speaker;
CREATE INDEX statements_by_speaker ON statements (speaker, day_from, document, copied, rejected)
    WHERE speaker IS NOT NULL;
DROP INDEX statements_by_day;
CREATE INDEX statements_by_day ON statements (day_from, day_to, medium, copied, rejected);

CREATE INDEX identities_by_other ON identities (other);
