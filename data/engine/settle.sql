-- Who holds a once-only key, and what the shared caps leave: the views `settled` and `awards`, one row for each
-- filing.
-- The same text for DuckDB, PostgreSQL and Spark; run the schema of the engine first, which makes the view `claim`.

-- One row with 0, or an error where claims ask for what running sums cannot settle: two caps on one filing, limits
-- that differ under one holder, another order or another way with what is left.
CREATE TEMPORARY VIEW settle_check AS
SELECT CASE WHEN count(*) = 0 THEN 0 ELSE CAST(concat('windows cannot settle ', min(what)) AS INTEGER) END AS wrong
FROM (
  SELECT concat('filing ', id, ' of ', writer) AS what
  FROM claim
  WHERE group_count > 1 OR version <> 1
     OR (group_count = 1 AND (unit <> 'money' OR serving <> 'received' OR remainder <> 'reduce'))
  UNION ALL
  SELECT concat('cap ', cap, ' of ', holder) AS what
  FROM claim
  WHERE group_count = 1
  GROUP BY policy, cap, holder, cap_year
  HAVING min(cap_limit) <> max(cap_limit)
) AS unfit;

-- The first in the order of serving holds the key; decided filings keep their award whoever holds it.
CREATE TEMPORARY VIEW keyed AS
SELECT claim.*, settle_check.wrong,
  outcome = 'decided' AS is_decided,
  row_number() OVER key_turn AS turn,
  first_value(writer) OVER key_turn AS first_writer,
  first_value(id) OVER key_turn AS first_id
FROM claim CROSS JOIN settle_check
WHERE outcome IN ('pay', 'decided')
WINDOW key_turn AS (
  PARTITION BY coalesce(once, concat('~', writer, '~', id))
  ORDER BY CASE WHEN outcome = 'decided' THEN 0 WHEN place IS NOT NULL THEN 1 ELSE 2 END, received, coalesce(tie, ''), id, writer
);

-- The room that those served before leave. Cut or not, they use what they ask for or all that there is, so that a sum
-- of what was asked tells when nothing is left.
CREATE TEMPORARY VIEW roomed AS
SELECT keyed.*,
  CAST(coalesce(sum(CASE WHEN turn > 1 AND NOT is_decided THEN 0 ELSE amount END) OVER (
    PARTITION BY policy, cap, holder, cap_year
    ORDER BY CASE WHEN is_decided THEN 0 ELSE 1 END, received, coalesce(tie, ''), id, writer
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS DECIMAL(30, 2)) AS used_before
FROM keyed
WHERE group_count = 1
UNION ALL
SELECT keyed.*, CAST(0 AS DECIMAL(30, 2)) AS used_before
FROM keyed
WHERE group_count = 0;

-- Every claim with what it gets, those that ask for nothing too; the other queries rest on this one.
CREATE TEMPORARY VIEW settled AS
SELECT office, writer, id, item, year, received, decided, kept, paid, returned, is_closed, patent, once, amount, outcome,
  group_count, policy, cap, holder, cap_year, cap_limit, turn,
  CAST(CASE
    WHEN turn > 1 AND NOT is_decided THEN 0
    WHEN is_decided OR group_count = 0 THEN amount
    ELSE greatest(least(amount, cap_limit - used_before), 0)
  END AS DECIMAL(20, 2)) AS award,
  CASE WHEN turn > 1 AND NOT is_decided THEN first_writer END AS holder_writer,
  CASE WHEN turn > 1 AND NOT is_decided THEN first_id END AS holder_id,
  is_decided, turn > 1 AND NOT is_decided AS is_duplicate, wrong
FROM roomed
UNION ALL
SELECT office, writer, id, item, year, received, decided, kept, paid, returned, is_closed, patent, once, amount, outcome,
  group_count, policy, cap, holder, cap_year, cap_limit, NULL, CAST(0 AS DECIMAL(20, 2)), NULL, NULL, FALSE, FALSE, 0
FROM claim
WHERE outcome NOT IN ('pay', 'decided');

CREATE TEMPORARY VIEW awards AS
SELECT office, writer, id, item, year, award, holder_writer, holder_id, is_decided, is_duplicate, wrong
FROM settled;
