#!/usr/bin/env python3
"""The man pages say what the program says: man_test.py BINARY FOLDER.

Commands and flags of docs/man/nceplan.1.scd are those of the program's own help, with the same placeholders, both ways
round. Where scdoc, mandoc and man are installed, the pages are built and looked through for complaints.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

FOLDER = pathlib.Path(sys.argv.pop(2)).resolve()
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
# scdoc ends every paragraph with a macro, also where the next one begins with another.
OF_SCDOC_ITSELF = "skipping paragraph macro"


def said(*arguments):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, check=True, env={"LC_ALL": "C"}).stdout


def words_after(*before):
    return [line.split("\t")[0] for line in said("__complete", "--word=", *before).splitlines()[:-1]]


def commands():
    """All commands; a family is not one, its members are."""
    for name in words_after():
        if name == "help":
            continue
        members = re.findall(rf"^  {name} (\S+)", said(name, "--help").partition("\nCommands\n")[2], re.M)
        yield from [f"{name} {member}" for member in members] or [name]


def flags_in_help(command):
    """`-f, --format FORMAT` and the like."""
    for line in said(*command.split(), "--help").splitlines():
        if found := re.match(r"  (-\S.*?)(?:  |$)", line):
            yield found.group(1)


def page():
    return (FOLDER / "nceplan.1.scd").read_text()


def plain(markup):
    return re.sub(r"[*_]|\\(?=.)", "", markup)


def flags_in_page():
    return [plain(line) for line in page().splitlines() if line.startswith("*-")]


def usages_in_page():
    """Command and arguments."""
    part = page().split("\n# COMMANDS\n")[1].split("\n# ")[0]
    return [plain(line) for line in part.splitlines() if re.match(r"\*[a-z ]+\*( |$)", line)
            and not line.startswith("*nceplan")]


class ManPages(unittest.TestCase):
    maxDiff = None

    def test_commands_are_those_of_the_program(self):
        known = sorted(commands())
        self.assertGreater(len(known), 9)
        usages = {re.match(r"[a-z ]+", usage).group().strip(): usage for usage in usages_in_page()}
        self.assertEqual(sorted(usages), known)
        for command, usage in usages.items():
            in_help = said(*command.split(), "--help").split("\nUsage\n  ")[1].split("\n")[0]
            self.assertEqual(usage, in_help.removeprefix("nceplan ").removesuffix(" [OPTIONS]"))

    def test_flags_are_those_of_the_program(self):
        known = {flag for command in commands() for flag in flags_in_help(command)} | {"--version"}
        self.assertGreater(len(known), 25)
        listed = flags_in_page()
        self.assertEqual(sorted(listed), sorted(known))
        self.assertEqual(len(listed), len(set(listed)))

    @unittest.skipUnless(shutil.which("scdoc"), "no scdoc here")
    def test_pages_can_be_built_and_read(self):
        for source in sorted(FOLDER.glob("*.scd")):
            built = subprocess.run(["scdoc"], input=source.read_bytes(), capture_output=True, check=False)
            self.assertEqual((built.returncode, built.stderr), (0, b""), source.name)
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / source.stem
                path.write_bytes(built.stdout)
                self.check_with_mandoc(path)
                self.check_with_man(path)

    def check_with_mandoc(self, path):
        if shutil.which("mandoc"):
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", path], capture_output=True, text=True,
                                  check=False)
            self.assertEqual([line for line in done.stdout.splitlines() if OF_SCDOC_ITSELF not in line], [])

    def check_with_man(self, path):
        if shutil.which("man"):
            done = subprocess.run(["man", "--warnings", "-l", path], capture_output=True, text=True, check=False,
                                  env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("NAME", done.stdout)


if __name__ == "__main__":
    unittest.main()
