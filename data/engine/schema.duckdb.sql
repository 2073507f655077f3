-- DuckDB: the claims below the folder `claims`, read once into a table, with their types said, since guessing differs
-- between offices.
CREATE OR REPLACE TABLE claim AS
SELECT v AS version, office, writer, id, item, year, CAST(received AS DATE) AS received, rank AS place, tie, stage,
  CAST(decided AS DECIMAL(18, 2)) AS decided, CAST(kept AS DECIMAL(18, 2)) AS kept,
  CAST(paid AS DECIMAL(18, 2)) AS paid, CAST(returned AS DECIMAL(18, 2)) AS returned, closed AS is_closed, patent,
  key AS once,
  CAST(amount AS DECIMAL(18, 2)) AS amount, outcome, len(groups) AS group_count, groups[1].policy AS policy,
  groups[1].cap AS cap, groups[1].holder AS holder, groups[1].year AS cap_year,
  CAST(groups[1].limit AS DECIMAL(18, 2)) AS cap_limit, groups[1].unit AS unit, groups[1].order AS serving,
  groups[1].remainder AS remainder
FROM read_json('claims/**/*.jsonl', format = 'newline_delimited', hive_partitioning = false, columns = {
  v: 'INTEGER', office: 'VARCHAR', writer: 'VARCHAR', id: 'VARCHAR', item: 'VARCHAR', year: 'INTEGER',
  received: 'VARCHAR', rank: 'INTEGER', tie: 'VARCHAR', stage: 'VARCHAR', decided: 'VARCHAR', kept: 'VARCHAR',
  paid: 'VARCHAR', returned: 'VARCHAR', closed: 'BOOLEAN', patent: 'VARCHAR', key: 'VARCHAR', amount: 'VARCHAR', outcome: 'VARCHAR',
  groups: 'STRUCT(policy VARCHAR, cap VARCHAR, holder VARCHAR, year INTEGER, "limit" VARCHAR, unit VARCHAR, "order" VARCHAR, remainder VARCHAR)[]'
});
