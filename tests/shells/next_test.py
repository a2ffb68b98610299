#!/usr/bin/env python3
"""Every command ends by naming the useful next one, on a terminal only: next_test.py BINARY."""

import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))

import terminal

SAMPLES = ROOT / "data" / "samples"
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
ENVIRONMENT = {"LC_ALL": "C", "TERM": "xterm", "COLUMNS": "100"}

COMMANDS = [
    ["plan", "kunden.csv", "--as-of", "2024-01-16"],
    ["check", "kunden.csv"],
    ["explain", "Fabrikam", "kunden.csv", "--as-of", "2024-01-16"],
    ["explain", "R6"],
    ["rules", "list"],
    ["rules", "show", "2024-05"],
    ["rules", "diff", "2023-07", "2024-05"],
    ["rules", "diff", "2023-07", "2024-05", "kunden.csv"],
    ["offers", "Visio"],
    ["columns"],
    ["schema"],
    ["completion", "fish"],
    ["version"],
]


def on_terminal(arguments):
    return terminal.on_terminal([BINARY, *arguments], columns=100, env=ENVIRONMENT, cwd=SAMPLES)


def last_line(text):
    return text.rstrip("\n").split("\n")[-1]


class NextCommand(unittest.TestCase):
    def test_a_terminal_sees_it_last(self):
        for arguments in COMMANDS:
            with self.subTest(command=arguments):
                self.assertRegex(last_line(on_terminal(arguments)), r"^(Next|Why): nceplan ")

    def test_what_is_named_can_be_run(self):
        for arguments in COMMANDS:
            line = last_line(on_terminal(arguments)).split(": ", 1)[1]
            words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)][1:]
            names = {"FILE": "offer-matrix.csv" if "--offer-matrix" in words else "kunden.csv", "ID": "Fabrikam"}
            words = [names.get(word, word) for word in words]
            with self.subTest(line=line):
                done = subprocess.run([BINARY, *words], cwd=SAMPLES, env=ENVIRONMENT, capture_output=True, check=False)
                self.assertIn(done.returncode, (0, 3), done.stderr.decode())

    def test_pipes_files_and_quiet_runs_have_none(self):
        for arguments in COMMANDS:
            with self.subTest(command=arguments):
                done = subprocess.run([BINARY, *arguments], cwd=SAMPLES, env=ENVIRONMENT, capture_output=True, check=True)
                self.assertNotIn("Next: ", (done.stdout + done.stderr).decode())
        self.assertNotIn("Next: ", on_terminal(["check", "kunden.csv", "-q"]))
        self.assertNotIn("Next: ", on_terminal(["check", "kunden.csv", "-f", "json"]))


if __name__ == "__main__":
    unittest.main()
