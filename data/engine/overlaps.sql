-- Patents under several items in one year, as `zizhu report overlaps` has them: closed filings are left out, refused ones
-- are in. The same text for DuckDB, PostgreSQL and Spark; run settle.sql first.
CREATE TEMPORARY VIEW patent_overlaps AS
SELECT claim.year, claim.patent, count(*) AS filings, count(DISTINCT claim.item) AS items,
  CAST(sum(awards.award) AS DECIMAL(30, 2)) AS award
FROM claim JOIN awards ON claim.writer = awards.writer AND claim.id = awards.id
WHERE claim.patent IS NOT NULL AND NOT claim.is_closed
GROUP BY claim.year, claim.patent
HAVING count(DISTINCT claim.item) > 1;
