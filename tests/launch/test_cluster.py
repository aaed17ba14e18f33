"""The embedded cluster: shared by racing processes, stopped after the last, and never run on another version's data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from opentamin.launch.cluster import Cluster, digest_of
from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import ROOT

RACERS = 8
# Each uses the server a moment; every second one then kills itself, as a crash or kill -9 would.
RACER = """
import os, pathlib, signal, sys, time, psycopg
from opentamin.launch.cluster import Cluster
cluster = Cluster(pathlib.Path(sys.argv[1]), is_throw_away=True).start()
time.sleep(float(sys.argv[2]) / 20)
with psycopg.connect(host=str(cluster.socket_dir), user="postgres", dbname="postgres") as server:
    print(server.execute("SELECT 42").fetchone()[0], flush=True)
if int(sys.argv[2]) % 2:
    os.kill(os.getpid(), signal.SIGKILL)
cluster.stop()
"""


def test_racing_processes_share_one_server_that_stops_after_the_last(open_folder):
    home = open_folder / "race"
    racers = [
        subprocess.Popen([sys.executable, "-c", RACER, str(home), str(number)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for number in range(RACERS)
    ]
    said = [racer.communicate(timeout=90)[0].strip() for racer in racers]
    assert said == ["42"] * RACERS

    cluster = Cluster(home, is_throw_away=True)
    cluster.wait_until_down()
    assert not cluster.is_ready()
    cluster.remove()


def test_data_of_another_major_version_are_refused_and_left_alone(open_folder):
    cluster = Cluster(open_folder / "old")
    cluster.data.mkdir(parents=True)
    version = cluster.data / "PG_VERSION"
    version.write_text("9\n")

    with pytest.raises(CannotStart) as refused:
        cluster.start()

    assert "PostgreSQL 9" in refused.value.english and "PostgreSQL 9" in refused.value.persian
    assert [path.name for path in cluster.data.iterdir()] == ["PG_VERSION"]
    assert version.read_text() == "9\n"


def test_a_path_too_long_for_a_socket_gets_a_short_folder_that_goes_with_the_server(open_folder):
    home = open_folder / ("long" * 25)
    cluster = Cluster(home, is_throw_away=True).start()
    assert cluster.is_ready()
    assert digest_of(home) in cluster.socket_dir.name
    cluster.stop(wait=True)
    assert not cluster.socket_dir.exists() or not list(cluster.socket_dir.iterdir())
    cluster.remove()


def test_missing_programs_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENTAMIN_PG_BIN", str(tmp_path / "nothing"))
    with pytest.raises(CannotStart, match="nothing"):
        Cluster(tmp_path / "pg")


DEBIANS = Path("/usr/lib/postgresql/15/bin")


@pytest.mark.slow
@pytest.mark.skipif(not (DEBIANS / "postgres").exists(), reason="Debian's PostgreSQL 15 is not installed")
def test_debians_own_postgresql_15_carries_the_house(open_folder):
    """Every table and trigger, then a small country through the real acts: registry, lists, assessments, payments, debts."""
    ours = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # a server named for the tests is not ours to fill
    environment = ours | {"OPENTAMIN_PG_BIN": str(DEBIANS), "OPENTAMIN_VAR": str(open_folder / "on-15"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "opentamin.launch", "sample", "country", "--people", "200"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "assessed" in done.stdout
    cluster = Cluster(open_folder / "on-15" / "pg", is_throw_away=True)
    assert (cluster.data / "PG_VERSION").read_text().strip() == "15"
    cluster.wait_until_down()
    cluster.remove()
