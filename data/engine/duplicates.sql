-- The once-only keys that several filings ask for: how many, how many of them are decided, and what was decided beyond
-- the first. Two decided ones with one key were paid twice. The same text for DuckDB, PostgreSQL and Spark.
CREATE TEMPORARY VIEW duplicates AS
SELECT once, count(*) AS filings, sum(CASE WHEN is_decided THEN 1 ELSE 0 END) AS decided,
  count(DISTINCT office) AS offices, min(CASE WHEN turn = 1 THEN id END) AS first_id,
  min(CASE WHEN turn = 1 THEN writer END) AS first_writer,
  CAST(sum(CASE WHEN is_decided AND turn > 1 THEN amount ELSE 0 END) AS DECIMAL(30, 2)) AS paid_again
FROM settled
WHERE once IS NOT NULL AND outcome IN ('pay', 'decided')
GROUP BY once
HAVING count(*) > 1;
