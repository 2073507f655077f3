-- The caps that awards overrun, the furthest first, and by how much decided amounts alone do. Run caps.sql first.
CREATE TEMPORARY VIEW overruns AS
SELECT policy, cap, holder, year, cap_limit, used, over_limit
FROM caps
WHERE over_limit > 0
ORDER BY over_limit DESC, policy, cap, holder, year;

CREATE TEMPORARY VIEW decided_over AS
SELECT policy, cap, holder, cap_year AS year, CAST(sum(award) - max(cap_limit) AS DECIMAL(30, 2)) AS kept_beyond
FROM settled
WHERE group_count = 1 AND is_decided
GROUP BY policy, cap, holder, cap_year
HAVING sum(award) > max(cap_limit);
