"""The engines that settle claims, each as one function: from a folder of claims to a file of award lines.

Each returns the file; `Missing` says that the engine cannot be had here.
"""
import glob, json, logging, os, shutil, subprocess, sys, tempfile
from pathlib import Path

root = Path(__file__).resolve().parent.parent.parent
sql = root / "data/engine"
COMMON = ["settle.sql", "caps.sql", "overruns.sql", "duplicates.sql", "overlaps.sql"]
OUT = "SELECT writer, id, CAST(award AS VARCHAR(40)) AS award, holder_writer AS \"holderWriter\", holder_id AS holder FROM awards WHERE wrong = 0"


class Missing(Exception):
    pass


def statements(name):
    text = "\n".join(line for line in (sql / name).read_text().splitlines() if not line.startswith("--"))
    return [one.strip() for one in text.split(";") if one.strip()]


def zizhu(program, claims, out):
    with open(out, "wb") as file:
        subprocess.run([program, "awards", "--claims", claims], check=True, stdout=file, stderr=subprocess.DEVNULL)


def connection(folder, base=":memory:"):
    """A DuckDB of two threads and 6 GB that reads from and writes to a folder."""
    try:
        import duckdb
    except ImportError:
        raise Missing("duckdb")
    base = duckdb.connect(str(base), config={"threads": 2, "memory_limit": "5400MB"})
    base.execute(f"SET file_search_path = '{folder}'")
    return base


def settled(claims):
    """A DuckDB in which a folder of claims is settled."""
    base = connection(Path(claims).parent)
    run(base, claims, "schema.duckdb.sql", *COMMON)
    return base


def run(base, claims, *names):
    """Runs files of SQL in a DuckDB."""
    for name in names:
        for one in statements(name):
            base.execute(one.replace("'claims/", f"'{claims}/"))


def duckdb(program, claims, out, caps=None):
    base = settled(claims)
    base.execute(f"COPY ({OUT}) TO '{out}' (FORMAT json)")
    if caps is not None:
        caps += base.execute("SELECT cap, holder, year, requested, recommended, committed, paid, returned, used, remaining, over_limit FROM caps").fetchall()


def postgresql(program, claims, out):
    homes = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    if not homes:
        raise Missing("postgresql")
    home = homes[-1]
    place = tempfile.mkdtemp(prefix="zizhu-postgres-")
    # PostgreSQL refuses to run as root.
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    if user:
        os.chown(place, 65534, 65534)
    env = {**os.environ, "LC_ALL": "C", "HOME": place, "PGHOST": place, "PGDATABASE": "postgres", "PGUSER": "zizhu"}

    def run(*words, **more):
        return subprocess.run([*user, *words], check=True, env=env, cwd=place, **more)

    try:
        run(f"{home}/initdb", "-D", f"{place}/data", "-U", "zizhu", "-A", "trust", "-E", "UTF8", "--no-sync", stdout=subprocess.DEVNULL)
        run(f"{home}/pg_ctl", "-D", f"{place}/data", "-w", "-l", f"{place}/log", "-o",
            f"-c listen_addresses= -c unix_socket_directories={place} -c fsync=off -c work_mem=256MB -c shared_buffers=512MB", "start", stdout=subprocess.DEVNULL)
        try:
            schema = statements("schema.postgresql.sql")
            run(f"{home}/psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", schema[0])
            load = [*user, f"{home}/psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", "\\copy claim_line FROM STDIN (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"]
            psql = subprocess.Popen(load, env=env, cwd=place, stdin=subprocess.PIPE)
            for file in sorted(Path(claims).rglob("*.jsonl")):
                with open(file, "rb") as lines:
                    shutil.copyfileobj(lines, psql.stdin, 1 << 20)
            psql.stdin.close()
            if psql.wait():
                raise RuntimeError("postgresql: the claims were not loaded")
            script = ";\n".join(schema[1:] + [one for name in COMMON for one in statements(name)]) + ";\n"
            script += f"COPY (SELECT row_to_json(a) FROM ({OUT}) AS a) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02');\n"
            with open(out, "wb") as file:
                run(f"{home}/psql", "-qX", "-v", "ON_ERROR_STOP=1", input=script.encode(), stdout=file)
        finally:
            run(f"{home}/pg_ctl", "-D", f"{place}/data", "-m", "immediate", "stop", stdout=subprocess.DEVNULL)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def session():
    if not shutil.which("java"):
        raise Missing("java 17 (spark)")
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise Missing("pyspark")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").config("spark.driver.memory", "4g")
            .config("spark.sql.ansi.enabled", "true").config("spark.sql.shuffle.partitions", "4")
            .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate())
    made.sparkContext.setLogLevel("OFF")
    # What is refused is raised too; the log would hold the engine's whole stack beside.
    logging.getLogger("SQLQueryContextLogger").disabled = True
    return made


def gather(folder, out):
    """Spark writes a folder of parts: they are put one behind another."""
    with open(out, "wb") as file:
        for part in sorted(Path(folder).glob("part-*")):
            file.write(part.read_bytes())
    shutil.rmtree(folder)


def spark(program, claims, out):
    engine = session()
    for table in engine.catalog.listTables():
        if table.isTemporary:
            engine.catalog.dropTempView(table.name)
    for name in ["schema.spark.sql"] + COMMON:
        for one in statements(name):
            engine.sql(one.replace("path 'claims'", f"path '{claims}'"))
    engine.sql(OUT.replace('"', "`")).write.mode("overwrite").json(f"{out}.parts")
    gather(f"{out}.parts", out)


def components(program, claims, out):
    """Each component by one `zizhu awards`, under Spark: for policies that windows cannot settle."""
    engine = session()
    lines = engine.read.text(claims, recursiveFileLookup=True)
    parted = lines.selectExpr("value", "coalesce(get_json_object(value, '$.component'), '-1') AS component").repartition(4, "component")

    def settle(batches):
        text = "".join(value + "\n" for batch in batches for value in batch["value"])
        if text:
            import pandas
            done = subprocess.run([program, "awards", "--claims", "-"], input=text.encode(), check=True, capture_output=True)
            yield pandas.DataFrame({"value": done.stdout.decode().splitlines()})

    parted.mapInPandas(settle, "value string").write.mode("overwrite").text(f"{out}.parts")
    gather(f"{out}.parts", out)


def rows(program, claims, out):
    """The control: cut by row, not by what filings share; it must be found wrong."""
    parts = [[], [], [], []]
    number = 0
    for file in sorted(Path(claims).rglob("*.jsonl")):
        for line in open(file, "rb"):
            parts[number % 4].append(line)
            number += 1
    with open(out, "wb") as answer:
        for part in parts:
            done = subprocess.run([program, "awards", "--claims", "-"], input=b"".join(part), check=True, capture_output=True)
            answer.write(done.stdout)
