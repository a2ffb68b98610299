#!/usr/bin/env python3
"""The progress bar on a terminal, in pipes and when unwanted: progress_test.py BINARY.

The input is a pipe that is held open, so reading lasts as long as the test wants. Nothing is measured: a test waits for
what it expects to see, or feeds the rest long after the bar would have come.
"""

import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from terminal import rest

SAMPLE = ROOT / "data" / "samples" / "generic.csv"
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
HANG = 120  # seconds after which a run counts as hanging
LONG_ENOUGH = 2.0  # seconds; the bar comes after one


class Run:
    """`nceplan plan` reading a pipe; what it says on stderr, a terminal or not."""

    def __init__(self, folder, *arguments, terminal=True, **variables):
        self.pipe = folder / "kunden.csv"
        os.mkfifo(self.pipe)
        self.leader, self.follower = pty.openpty() if terminal else os.pipe()
        self.process = subprocess.Popen(
            [BINARY, "plan", self.pipe, "--as-of", "2024-01-16", "-f", "csv", "--color", "never", *arguments], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=self.follower, env={"LC_ALL": "C", "TERM": "xterm"} | variables)
        self.input = open(self.pipe, "wb", buffering=0)
        self.seen = ""

    def read_until(self, text):
        end = time.monotonic() + HANG
        while text not in self.seen:
            if time.monotonic() > end:
                raise AssertionError(f"{text!r} never comes: {self.seen!r}")
            if select.select([self.leader], [], [], 0.1)[0]:
                self.seen += os.read(self.leader, 65536).decode()

    def finish(self):
        """Ends the input and returns all that was said."""
        self.input.close()
        self.seen += rest(self.leader, self.follower, self.process)
        return self.seen


def on_screen(text):
    """The lines that a terminal shows after `text`, trailing blanks cut."""
    lines, column = [""], 0
    for character in text:
        if character == "\n":
            lines.append("")
            column = 0
        elif character == "\r":
            column = 0
        else:
            lines[-1] = lines[-1][:column].ljust(column) + character + lines[-1][column + 1:]
            column += 1
    return [line.rstrip() for line in lines]


class Progress(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_terminal_sees_how_much_was_read_and_then_nothing_of_it(self):
        run = Run(self.folder)
        content = SAMPLE.read_bytes()
        run.input.write(content[:100])
        run.read_until("reading 0.0 MB")
        run.input.write(content[100:])
        self.assertEqual(on_screen(run.finish()), [""])
        self.assertEqual(run.process.returncode, 0)

    def test_messages_stand_where_the_bar_was(self):
        run = Run(self.folder, COLUMNS="60")
        run.input.write(b"Customer,Product,Renewal date\nFabrikam AG,Office 365 E3,")
        run.read_until("reading")
        run.input.write(b"2024-02-31\n")
        lines = on_screen(run.finish())
        self.assertTrue(lines[0].startswith(str(run.pipe) + ":2:3: error:"), lines)
        self.assertEqual(run.process.returncode, 3)

    def test_it_speaks_german(self):
        run = Run(self.folder, "--lang", "de")
        run.input.write(SAMPLE.read_bytes())
        run.read_until("lese 0.0 MB")
        self.assertEqual(on_screen(run.finish()), [""])

    def nothing_said(self, *arguments, **options):
        run = Run(self.folder, *arguments, **options)
        run.input.write(SAMPLE.read_bytes())
        time.sleep(LONG_ENOUGH)
        return run.finish()

    def test_a_pipe_never_sees_it(self):
        self.assertEqual(self.nothing_said(terminal=False), "")

    def test_quiet_runs_have_none(self):
        self.assertEqual(self.nothing_said("-q"), "")

    def test_a_dumb_terminal_has_none(self):
        self.assertEqual(self.nothing_said(TERM="dumb"), "")

    def test_it_has_no_colour(self):
        run = Run(self.folder, NO_COLOR="1")
        run.input.write(SAMPLE.read_bytes())
        run.read_until("reading")
        self.assertNotIn("\x1b", run.finish())


if __name__ == "__main__":
    unittest.main()
