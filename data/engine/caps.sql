-- Each cap of each holder and window as `zizhu report caps` has it: the five columns, what is used, left and over.
-- The same text for DuckDB, PostgreSQL and Spark; run settle.sql first, or read `settled` from Parquet.
CREATE TEMPORARY VIEW caps AS
SELECT policy, cap, holder, cap_year AS year, max(cap_limit) AS cap_limit, count(*) AS filings,
  CAST(sum(requested) AS DECIMAL(30, 2)) AS requested,
  CAST(sum(recommended) AS DECIMAL(30, 2)) AS recommended,
  CAST(sum(committed) AS DECIMAL(30, 2)) AS committed,
  CAST(sum(paid) AS DECIMAL(30, 2)) AS paid,
  CAST(sum(returned) AS DECIMAL(30, 2)) AS returned,
  CAST(sum(award) AS DECIMAL(30, 2)) AS used,
  CAST(greatest(max(cap_limit) - sum(award), 0) AS DECIMAL(30, 2)) AS remaining,
  CAST(greatest(sum(award) - max(cap_limit), 0) AS DECIMAL(30, 2)) AS over_limit
FROM (
  SELECT policy, cap, holder, cap_year, cap_limit, award,
    CASE WHEN is_decided THEN decided ELSE amount END AS requested,
    CASE WHEN is_decided THEN 0 ELSE award END AS recommended,
    CASE WHEN is_decided THEN greatest(kept - (paid - returned), 0) ELSE 0 END AS committed,
    CASE WHEN is_decided THEN paid ELSE 0 END AS paid,
    CASE WHEN is_decided THEN returned ELSE 0 END AS returned
  FROM settled
  WHERE group_count = 1 AND NOT is_duplicate
) AS served
GROUP BY policy, cap, holder, cap_year;
