#!/usr/bin/env python3
"""Files, pipes and terminals as a run meets them: streams_test.py BINARY. What golden cases cannot show."""

import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

import terminal

SAMPLE = ROOT / "data" / "samples" / "kunden.csv"
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
ENVIRONMENT = {"LC_ALL": "C", "TERM": "xterm"}


def command(*arguments):
    return [str(BINARY), "plan", str(SAMPLE), "--as-of", "2024-01-16", "-q", *arguments]


def run(*arguments, **options):
    return subprocess.run(command(*arguments), env=ENVIRONMENT, capture_output=True, check=False, **options)


def on_terminal(columns, *arguments, **variables):
    """What a terminal of so many columns gets to see."""
    return terminal.on_terminal(command(*arguments), columns=columns, env=ENVIRONMENT | variables)


class OutputFiles(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def test_a_file_that_cannot_be_completed_leaves_the_old_one_alone(self):
        (self.path / "plan.csv").write_text("old\n")

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        done = run("-o", "plan.csv", cwd=self.path, preexec_fn=small_disk)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"[output-failed]", done.stderr)
        self.assertEqual((self.path / "plan.csv").read_text(), "old\n")
        self.assertEqual([item.name for item in self.path.iterdir()], ["plan.csv"])

    def test_a_link_and_the_permissions_of_its_target_are_kept(self):
        (self.path / "target.csv").write_text("old\n")
        (self.path / "target.csv").chmod(0o640)
        (self.path / "plan.csv").symlink_to("target.csv")
        self.assertEqual(run("-o", "plan.csv", cwd=self.path).returncode, 0)
        self.assertTrue((self.path / "plan.csv").is_symlink())
        self.assertTrue((self.path / "target.csv").read_text().startswith("customer_name,"))
        self.assertEqual((self.path / "target.csv").stat().st_mode & 0o777, 0o640)

    def test_a_pipe_is_written_as_it_is(self):
        os.mkfifo(self.path / "plan.csv")
        received = []
        reader = threading.Thread(target=lambda: received.append((self.path / "plan.csv").read_bytes()))
        reader.start()
        done = run("-o", "plan.csv", cwd=self.path)
        reader.join()
        self.assertEqual(done.returncode, 0)
        self.assertEqual(received[0], run("-f", "csv").stdout)


class Streams(unittest.TestCase):
    def test_a_full_device_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(command(), env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"[output-failed]", done.stderr)

    def test_a_reader_that_goes_away_ends_the_run_quietly(self):
        for ignored in (False, True):
            with self.subTest(signal_ignored=ignored):
                reader, writer = os.pipe()
                os.close(reader)
                done = subprocess.run(command("-f", "json"), env=ENVIRONMENT, stdout=writer, stderr=subprocess.PIPE,
                                      restore_signals=not ignored, check=False)
                os.close(writer)
                self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, b""))

    def test_an_export_can_come_through_a_pipe(self):
        done = subprocess.run([str(BINARY), "plan", "/dev/stdin", "--as-of", "2024-01-16", "-q", "-f", "csv",
                               "--columns", "migration_date"], env=ENVIRONMENT, input=SAMPLE.read_bytes(),
                              capture_output=True, check=False)
        self.assertEqual(done.stdout, run("-f", "csv", "--columns", "migration_date").stdout)


class Terminals(unittest.TestCase):
    def test_the_table_fits_the_terminal_and_names_the_next_command(self):
        seen = on_terminal(80, NO_COLOR="1")
        self.assertLessEqual(max(len(line) for line in seen.splitlines() if str(SAMPLE) not in line), 80)
        self.assertIn("nceplan explain ID", seen)
        self.assertNotIn("\x1b", seen)
        self.assertNotIn(b"nceplan explain ID", run().stdout)

    def test_colour_is_for_terminals_that_have_it(self):
        self.assertIn("\x1b[", on_terminal(80))
        self.assertNotIn("\x1b[", on_terminal(80, TERM="dumb"))
        self.assertNotIn("\x1b[", on_terminal(80, "--color", "never"))
        self.assertNotIn(b"\x1b[", run().stdout)


if __name__ == "__main__":
    unittest.main()
