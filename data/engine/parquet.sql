-- DuckDB: the claims as Parquet in the folder `parquet`, parted by office and year; then read those instead of the lines:
--   CREATE TEMPORARY VIEW claim AS SELECT * FROM read_parquet('parquet/**/*.parquet', hive_types = {office: VARCHAR});
COPY (SELECT * FROM claim) TO 'parquet' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (office, year));
