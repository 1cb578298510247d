-- What is asked of a large record is answered by counts that are kept and by indexes that hold all they need.

-- How much each name said, what copies repeat and what was rejected left out; the names' own statements only.
ALTER TABLE names ADD COLUMN said BIGINT NOT NULL DEFAULT 0;
ALTER TABLE names ADD COLUMN said_in BIGINT NOT NULL DEFAULT 0;
ALTER TABLE names ADD COLUMN said_from TEXT;
ALTER TABLE names ADD COLUMN said_to TEXT;
UPDATE names SET said = t.said, said_in = t.said_in, said_from = t.said_from, said_to = t.said_to FROM (
    SELECT speaker, count(*) AS said, count(DISTINCT document) AS said_in, min(day_from) AS said_from,
        max(day_to) AS said_to
    FROM statements WHERE speaker IS NOT NULL AND copied = 0 AND rejected = 0 GROUP BY speaker
) t WHERE t.speaker = names.number;
DROP INDEX names_by_person;
CREATE INDEX names_by_person ON names (person, said) WHERE person IS NOT NULL;
CREATE INDEX names_by_said ON names (said) WHERE said > 0 AND person IS NULL;

CREATE TABLE figures (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
INSERT INTO figures SELECT 'statements', count(*) FROM statements;
INSERT INTO figures SELECT 'repeated', coalesce(sum(copied), 0) FROM statements;

CREATE INDEX documents_lost ON documents (number) WHERE text IS NULL;
CREATE INDEX documents_later ON documents (number) WHERE version > 1;

DROP INDEX statements_by_speaker;
CREATE INDEX statements_by_speaker ON statements (speaker, day_from, number) INCLUDE (document, copied, rejected)
    WHERE speaker IS NOT NULL;
DROP INDEX statements_by_day;
CREATE INDEX statements_by_day ON statements (day_from, number) INCLUDE (day_to, medium, copied, rejected);

CREATE INDEX identities_by_other ON identities (other);
