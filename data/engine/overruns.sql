-- The caps that awards overrun, the furthest first, and by how much decided amounts alone do. Run caps.sql first.
CREATE TEMPORARY VIEW overruns AS
SELECT policy, cap, holder, year, cap_limit, used, over_limit
FROM caps
WHERE over_limit > 0
ORDER BY over_limit DESC, policy, cap, holder, year;

CREATE TEMPORARY VIEW decided_over AS
SELECT claim.policy, claim.cap, claim.holder, claim.cap_year AS year,
  CAST(sum(awards.award) - max(claim.cap_limit) AS DECIMAL(30, 2)) AS kept_beyond
FROM claim JOIN awards ON claim.writer = awards.writer AND claim.id = awards.id
WHERE claim.group_count = 1 AND awards.is_decided
GROUP BY claim.policy, claim.cap, claim.holder, claim.cap_year
HAVING sum(awards.award) > max(claim.cap_limit);
