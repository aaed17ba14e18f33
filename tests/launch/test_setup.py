"""The small steps of a start: keys, ports, words, packages."""

import multiprocessing
import os
import socket
import stat
import subprocess
import sys

import polib
import pytest

from opentamin.launch import system, web
from opentamin.launch.__main__ import main
from opentamin.launch.environment import digest_of
from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import ROOT
from opentamin.launch.ports import port_of_our_own
from opentamin.launch.secret import lasting_key
from opentamin.launch.translations import compile_translations


def test_the_secret_key_lasts_and_is_its_owners_alone(tmp_path):
    key = lasting_key(tmp_path)
    assert len(key) >= 50
    assert lasting_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_port_in_use_on_either_loopback_is_passed_over():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with port_of_our_own(port) as found:
            assert found > port
    with port_of_our_own(port) as found:
        assert found == port


def test_a_port_whose_last_visitors_have_just_left_is_taken_again():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as visitor:
            server.accept()[0].close()  # the server closes first: its end of the connection stays for a minute
            assert visitor.recv(1) == b""
    with port_of_our_own(port) as found:
        assert found == port


def test_two_starting_at_once_never_get_one_port():
    forked = multiprocessing.get_context("fork")

    def start(at_once, told):
        at_once.wait()
        with port_of_our_own(8760) as port:
            told.put(port)
            at_once.wait()

    for _ in range(25):
        at_once, told = forked.Barrier(2), forked.Queue()
        both = [forked.Process(target=start, args=(at_once, told)) for _ in range(2)]
        for one in both:
            one.start()
        ports = {told.get(timeout=20), told.get(timeout=20)}
        for one in both:
            one.join()
        assert len(ports) == 2


def test_a_held_port_is_open_to_our_own_server_alone():
    with port_of_our_own(8770) as port, socket.socket() as ours, socket.socket() as knocking:
        assert knocking.connect_ex(("127.0.0.1", port)) != 0
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # as granian does
        ours.bind(("127.0.0.1", port))
        ours.listen()
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", port), timeout=5), ours.accept()[0]:
                pass


def test_only_stale_words_are_compiled(tmp_path):
    folder = tmp_path / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    words = polib.POFile()
    words.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    words.append(polib.POEntry(msgid="فهرست‌ها", msgstr="Lists"))
    words.save(str(folder / "django.po"))

    assert compile_translations(tmp_path) == 1
    assert polib.mofile(str(folder / "django.mo"))[0].msgstr == "Lists"
    assert compile_translations(tmp_path) == 0
    os.utime(folder / "django.po", ns=(2**62, 2**62))
    assert compile_translations(tmp_path) == 1


def test_at_the_first_start_a_second_process_compiles_the_libraries(tmp_path, monkeypatch):
    (tmp_path / "some_library.py").write_text("SOMETHING = 1")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(web, "LIBRARIES", ("some_library",))
    assert not web.is_compiled("some_library")
    with web.libraries_compiled_meanwhile():
        pass
    assert web.is_compiled("some_library")
    assert "some_library" not in sys.modules


def test_without_root_the_missing_packages_are_named_in_one_line(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(CannotStart) as refused:
        system.install("python3-venv")
    assert "sudo apt-get install -y python3-venv" in refused.value.english
    assert "sudo apt-get install -y python3-venv" in refused.value.persian


def test_another_list_of_packages_is_another_environment():
    assert digest_of("base") != digest_of("test")


def test_a_command_that_is_none_is_named_before_a_database_is_made(open_folder):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"OPENTAMIN_VAR": str(open_folder)}
    ended = subprocess.run([sys.executable, "-m", "opentamin.launch", "--nonsense"], capture_output=True, text=True, env=environment, cwd=ROOT)
    assert ended.returncode == 1
    assert "--nonsense" in ended.stdout + ended.stderr
    assert (open_folder / "pg").exists() and not (open_folder / "pg" / "data").exists()


def test_who_interrupts_a_command_reads_a_sentence_and_no_traceback(monkeypatch, capsys):
    def interrupted(words):
        raise KeyboardInterrupt

    monkeypatch.setattr("opentamin.launch.commands.run_command", interrupted)
    assert main(["sample", "others"]) == 130
    assert "Stopped" in capsys.readouterr().err
