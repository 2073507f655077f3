-- DuckDB: what was settled as Parquet in the folder `parquet`, parted by office and year; run settle.sql first. To sum
-- up caps, overruns, duplicates and overlaps as often as one likes without settling again, instead of schema and settle.sql:
--   CREATE TEMPORARY VIEW settled AS SELECT * FROM read_parquet('parquet/**/*.parquet', hive_types = {office: VARCHAR});
COPY (SELECT * FROM settled WHERE wrong = 0) TO 'parquet' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (office, year));
