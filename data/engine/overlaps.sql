-- Patents under several items in one year, as `zizhu report overlaps` has them: closed filings are left out, refused ones
-- are in. The same text for DuckDB, PostgreSQL and Spark; run settle.sql first.
CREATE TEMPORARY VIEW patent_overlaps AS
SELECT year, patent, count(*) AS filings, count(DISTINCT item) AS items, CAST(sum(award) AS DECIMAL(30, 2)) AS award
FROM settled
WHERE patent IS NOT NULL AND NOT is_closed
GROUP BY year, patent
HAVING count(DISTINCT item) > 1;
