-- The caps that decided amounts overrun, the furthest first. Run caps.sql first.
CREATE TEMPORARY VIEW overruns AS
SELECT policy, cap, holder, year, cap_limit, used, over_limit
FROM caps
WHERE over_limit > 0
ORDER BY over_limit DESC, policy, cap, holder, year;
