-- Spark 4: the claims below the folder `claims`, with their types said; a line that does not fit ends the work.
CREATE TEMPORARY VIEW claim_line (
  v INT, office STRING, writer STRING, id STRING, item STRING, year INT, received STRING, rank INT, tie STRING,
  stage STRING, decided STRING, kept STRING, paid STRING, returned STRING, closed BOOLEAN, patent STRING, key STRING, amount STRING, outcome STRING,
  groups ARRAY<STRUCT<policy: STRING, cap: STRING, holder: STRING, year: INT, limit: STRING, unit: STRING,
    order: STRING, remainder: STRING>>
) USING json OPTIONS (path 'claims', recursiveFileLookup 'true', mode 'FAILFAST');

CREATE TEMPORARY VIEW claim AS
SELECT v AS version, office, writer, id, item, year, CAST(received AS DATE) AS received, rank AS place, tie, stage,
  CAST(decided AS DECIMAL(18, 2)) AS decided, CAST(kept AS DECIMAL(18, 2)) AS kept,
  CAST(paid AS DECIMAL(18, 2)) AS paid, CAST(returned AS DECIMAL(18, 2)) AS returned, closed AS is_closed, patent,
  key AS once,
  CAST(amount AS DECIMAL(18, 2)) AS amount, outcome, size(groups) AS group_count, get(groups, 0).policy AS policy,
  get(groups, 0).cap AS cap, get(groups, 0).holder AS holder, get(groups, 0).year AS cap_year,
  CAST(get(groups, 0).limit AS DECIMAL(18, 2)) AS cap_limit, get(groups, 0).unit AS unit,
  get(groups, 0).order AS serving, get(groups, 0).remainder AS remainder
FROM claim_line;
