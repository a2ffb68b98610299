#!/usr/bin/env python3
"""Completion as people use it: completion_test.py BINARY.

bash, zsh and fish run on a pseudo-terminal with the script that `nceplan completion SHELL` prints. A line is typed with
its TABs and sent off; `nceplan` there is a stand-in that passes completion on to the program and otherwise notes its
arguments, so what counts is what the shell would have run. PowerShell is not packaged for Debian: its script is only
checked for what it calls.
"""

import fcntl
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import termios
import time
import unittest

BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
PATIENCE = 120  # seconds; nothing is measured, a shell that hangs must only end the test

STAND_IN = """#!/bin/sh
if [ "$1" = __complete ]; then exec {binary} "$@"; fi
for argument in "$@"; do printf '%s\\n' "$argument"; done > {home}/ran.new
mv {home}/ran.new {home}/ran
"""


def script(shell):
    return subprocess.run([BINARY, "completion", shell], capture_output=True, check=True, text=True).stdout


def answers(*words, word="", **variables):
    """The candidates, and what else holds, for `word` behind `words`."""
    done = subprocess.run([BINARY, "__complete", f"--word={word}", *words], capture_output=True, check=True, text=True,
                          env={"LC_ALL": "C"} | variables)
    *candidates, facts = done.stdout.splitlines()
    return [line.split("\t")[0] for line in candidates], facts.removeprefix(":").split()


class Terminal:
    """A shell on a pseudo-terminal."""

    def __init__(self, command, environment, folder):
        self.leader, follower = pty.openpty()
        self.process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, cwd=folder,
                                        env=environment, start_new_session=True,
                                        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(follower)
        self.seen = b""

    def type(self, text):
        os.write(self.leader, text.encode())

    def wait_for(self, happened):
        end = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > end:
                raise AssertionError(f"the shell hangs after\n{self.seen.decode(errors='replace')}")
            if select.select([self.leader], [], [], 0.05)[0]:
                self.seen += os.read(self.leader, 65536)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.leader)


class Shell:
    """Tests that every shell passes. Subclasses say how the shell starts and what it reads first."""

    name = ""

    def start(self):
        raise NotImplementedError

    def setUp(self):
        if shutil.which(self.name) is None:
            self.skipTest(f"no {self.name} here")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        (self.home / "bin").mkdir()
        stand_in = self.home / "bin" / "nceplan"
        stand_in.write_text(STAND_IN.format(binary=BINARY, home=self.home))
        stand_in.chmod(0o755)
        self.work = self.home / "work"
        self.work.mkdir()
        (self.work / "kunden-2024.csv").touch()
        (self.work / "matrix.csv").touch()
        self.environment = {"PATH": f"{self.home}/bin:{os.environ['PATH']}", "HOME": str(self.home), "TERM": "xterm",
                            "LC_ALL": "C.UTF-8"}

    def ran(self, line):
        """The arguments with which the shell runs the line."""
        terminal = Terminal(self.start(), self.environment, self.work)
        try:
            self.prepare(terminal)
            terminal.type(line + "\r")
            terminal.wait_for((self.home / "ran").exists)
        finally:
            terminal.close()
        return (self.home / "ran").read_text().splitlines()

    def prepare(self, terminal):
        """Waits until the shell takes lines."""
        ready = self.home / "ready"
        terminal.type(f"touch {ready}\r")
        terminal.wait_for(ready.exists)

    def test_a_command_and_a_flag(self):
        self.assertEqual(self.ran("nceplan pl\t--wid\t100"), ["plan", "--width", "100"])

    def test_a_command_of_a_family_and_an_edition(self):
        self.assertEqual(self.ran("nceplan rul\tdif\t2023-09\t2024-05\t"), ["rules", "diff", "2023-09", "2024-05"])

    def test_an_enumerated_value(self):
        self.assertEqual(self.ran("nceplan plan --encoding windows\t"), ["plan", "--encoding", "windows-1252"])

    def test_a_value_behind_an_equals_sign(self):
        self.assertEqual(self.ran("nceplan plan --date-order=md\t"), ["plan", "--date-order=mdy"])

    def test_a_list_of_columns(self):
        self.assertEqual(self.ran("nceplan plan --columns customer_na\t,sea\t"), ["plan", "--columns", "customer_name,seats"])

    def test_a_column_of_a_filter(self):
        self.assertEqual(self.ran("nceplan plan --where segment_b\tname"), ["plan", "--where", "segment_basis=name"])

    def test_a_file(self):
        self.assertEqual(self.ran("nceplan plan kun\t"), ["plan", "kunden-2024.csv"])

    def test_a_file_behind_a_flag(self):
        self.assertEqual(self.ran("nceplan plan --offer-matrix mat\t"), ["plan", "--offer-matrix", "matrix.csv"])

    def test_a_file_behind_an_equals_sign(self):
        self.assertEqual(self.ran("nceplan plan --offer-matrix=mat\t"), ["plan", "--offer-matrix=matrix.csv"])


class Bash(Shell, unittest.TestCase):
    name = "bash"

    def start(self):
        (self.home / "rc").write_text(script("bash"))
        return ["bash", "--noprofile", "--rcfile", str(self.home / "rc"), "-i"]


class Zsh(Shell, unittest.TestCase):
    name = "zsh"

    @classmethod
    def setUpClass(cls):
        # What zsh notes of the hundreds of completions it comes with, once for all tests: it takes a second.
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.dump = pathlib.Path(folder.name) / "dump"

    def start(self):
        functions = self.home / "functions"
        functions.mkdir(exist_ok=True)
        (functions / "_nceplan").write_text(script("zsh"))
        (self.home / ".zshrc").write_text(
            f"fpath=({functions} $fpath)\nautoload -Uz compinit\ncompinit -u -d {self.dump}\nunset zle_bracketed_paste\n")
        return ["zsh", "-d", "-i"]


class ZshSourced(Zsh):
    """The same with the script read at start instead of found in $fpath."""

    def start(self):
        command = super().start()
        shutil.rmtree(self.home / "functions")
        with (self.home / ".zshrc").open("a") as rc:
            rc.write(script("zsh"))
        return command


class Fish(Shell, unittest.TestCase):
    name = "fish"

    def start(self):
        completions = self.home / ".config" / "fish" / "completions"
        completions.mkdir(parents=True, exist_ok=True)
        (completions / "nceplan.fish").write_text(script("fish"))
        return ["fish", "-i"]


class PowerShell(unittest.TestCase):
    def test_the_script_is_whole_and_asks_the_program(self):
        text = script("powershell")
        for opening, closing in ("{}", "()", "[]"):
            self.assertEqual(text.count(opening), text.count(closing), opening)
        self.assertEqual(text.count('"') % 2, 0)
        self.assertIn("Register-ArgumentCompleter -Native -CommandName nceplan", text)
        self.assertIn('__complete "--word=$wordToComplete" @before', text)


class Answers(unittest.TestCase):
    def test_commands_and_their_descriptions(self):
        candidates, _ = answers()
        for command in ("plan", "check", "explain", "rules", "offers", "columns", "schema", "completion", "version", "help"):
            self.assertIn(command, candidates)
        lines = subprocess.run([BINARY, "__complete", "--word=che"], capture_output=True, text=True, check=True,
                               env={"LC_ALL": "de_DE.UTF-8"}).stdout.splitlines()
        self.assertEqual(lines, ["check\tWie Exporte gelesen werden, und jedes Problem darin", ":"])

    def test_all_flags_of_the_help_and_no_others(self):
        shown = subprocess.run([BINARY, "plan", "--help"], capture_output=True, text=True, check=True).stdout
        in_help = {word.strip(",").split("[")[0] for line in shown.splitlines() if line.startswith("  -")
                   for word in line.split()[:2] if word.startswith("--")}
        self.assertEqual(set(answers("plan", word="-")[0]), in_help)

    def test_a_flag_that_was_given_is_offered_again_only_if_it_may_repeat(self):
        flags = answers("plan", "--due", "30", "--where", "seats=1", word="--")[0]
        self.assertNotIn("--due", flags)
        self.assertIn("--where", flags)

    def test_enumerated_values_are_those_that_are_accepted(self):
        self.assertEqual(answers("plan", "--lang")[0], ["en", "de"])
        self.assertEqual(answers("plan", "--color")[0], ["auto", "always", "never"])
        self.assertEqual(answers("check", "-f")[0], ["text", "json"])
        self.assertEqual(answers("completion")[0], ["bash", "zsh", "fish", "powershell"])
        columns = subprocess.run([BINARY, "columns", "-f", "csv"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(answers("plan", "--columns")[0], [line.split(",")[0] for line in columns.splitlines()[1:]])

    def test_what_cannot_be_listed(self):
        self.assertEqual(answers("plan", "--as-of"), ([], []))
        self.assertEqual(answers("plan", "--customer"), ([], []))
        self.assertEqual(answers("plan", "--", word="--"), ([], ["files"]))
        self.assertEqual(answers("plan", word="--nonsense="), ([], []))
        self.assertEqual(answers("nonsense", word="pla")[0], ["plan"])

    def test_a_list_goes_on_and_names_nothing_twice(self):
        candidates, facts = answers("plan", "--columns", word="segment,segm")
        self.assertEqual(candidates, ["segment,segment_basis"])
        self.assertEqual(facts, ["nospace"])

    def test_broken_settings_do_not_matter(self):
        self.assertEqual(answers("plan", "--lang", NCEPLAN_CONFIG="/nowhere.toml")[0], ["en", "de"])


if __name__ == "__main__":
    unittest.main()
