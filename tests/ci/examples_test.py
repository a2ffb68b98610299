#!/usr/bin/env python3
"""The workflows of docs/ci.md: examples_test.py BINARY FILE. Each is YAML, its commands run, and the files that it
passes on are there afterwards."""

import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples" / "kunden.csv"
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
DOCUMENT = pathlib.Path(sys.argv.pop(1)).read_text()
WORKFLOWS = {match[1]: match[2] for match in re.finditer(r"^```yaml\n# (\S+)\n(.*?)^```$", DOCUMENT, re.M | re.S)}
ENVIRONMENT = {".github/workflows/nce.yml": "GITHUB_ACTIONS", ".gitlab-ci.yml": "GITLAB_CI",
               "azure-pipelines.yml": "TF_BUILD"}


def commands_in(node):
    """The shell commands of a workflow: what stands below `run` and `script`."""
    if isinstance(node, list):
        return [command for item in node for command in commands_in(item)]
    if not isinstance(node, dict):
        return []
    found = []
    for key, value in node.items():
        if key in ("run", "script"):
            found += value if isinstance(value, list) else [value]
        else:
            found += commands_in(value)
    return found


def files_in(text):
    """The plans and reports that a workflow names outside of its commands."""
    lines = [line for line in text.splitlines() if "nceplan plan" not in line]
    return set(re.findall(r"\b(?:plan\.\w+|gl-code-quality\.json)\b", "\n".join(lines)))


class Workflows(unittest.TestCase):
    def test_there_is_one_for_each_ci(self):
        self.assertEqual(set(WORKFLOWS), set(ENVIRONMENT))

    def test_their_commands_run_and_leave_what_they_pass_on(self):
        for name, text in WORKFLOWS.items():
            with self.subTest(workflow=name), tempfile.TemporaryDirectory() as scratch:
                folder = pathlib.Path(scratch)
                shutil.copy(SAMPLE, folder / "kunden.csv")
                (folder / "waivers.csv").write_text(
                    "customer,reason,owner,until\nFabrikam AG,merger,Erika Muster,2024-03-31\n")
                commands = [command for command in commands_in(yaml.safe_load(text)) if command.startswith("nceplan ")]
                self.assertTrue(commands)
                for command in commands:
                    # A fixed day: the gate is then met on any day that this test runs.
                    done = subprocess.run([str(BINARY), *shlex.split(command)[1:], "--as-of", "2024-01-16"], cwd=folder,
                                          env={"LC_ALL": "C", ENVIRONMENT[name]: "true"}, capture_output=True,
                                          check=False)
                    self.assertEqual(done.returncode, 2, done.stderr.decode())
                    self.assertEqual(done.stdout, b"")
                present = {path.name for path in folder.iterdir()}
                self.assertTrue(files_in(text))
                self.assertLessEqual(files_in(text), present)


if __name__ == "__main__":
    unittest.main()
