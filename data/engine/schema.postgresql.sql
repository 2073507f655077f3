-- PostgreSQL 15: the claims from standard input, one line a row; texts in the order of their bytes (collation "C").
--   cat claims/*/*/*.jsonl | psql -c "\copy claim_line FROM STDIN (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')"
-- The first statement makes the table to fill; `claim` is made after it was filled.
CREATE UNLOGGED TABLE IF NOT EXISTS claim_line (line jsonb);

CREATE TEMPORARY TABLE claim AS
SELECT (line->>'v')::integer AS version, (line->>'office') COLLATE "C" AS office,
  (line->>'writer') COLLATE "C" AS writer, (line->>'id') COLLATE "C" AS id, line->>'item' AS item,
  (line->>'year')::integer AS year, (line->>'received')::date AS received, (line->>'rank')::integer AS place,
  (line->>'tie') COLLATE "C" AS tie, line->>'stage' AS stage, (line->>'decided')::numeric(18, 2) AS decided,
  (line->>'kept')::numeric(18, 2) AS kept, (line->>'paid')::numeric(18, 2) AS paid,
  (line->>'returned')::numeric(18, 2) AS returned, (line->>'closed')::boolean AS is_closed,
  line->>'patent' AS patent, (line->>'key') COLLATE "C" AS once,
  (line->>'amount')::numeric(18, 2) AS amount, line->>'outcome' AS outcome,
  jsonb_array_length(line->'groups') AS group_count, line->'groups'->0->>'policy' AS policy,
  line->'groups'->0->>'cap' AS cap, (line->'groups'->0->>'holder') COLLATE "C" AS holder,
  (line->'groups'->0->>'year')::integer AS cap_year, (line->'groups'->0->>'limit')::numeric(18, 2) AS cap_limit,
  line->'groups'->0->>'unit' AS unit, line->'groups'->0->>'order' AS serving,
  line->'groups'->0->>'remainder' AS remainder
FROM claim_line;
ANALYZE claim;
