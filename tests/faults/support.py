"""What the tests of bad luck share: the command line, and a scratch folder in which the program meets its fault."""

import argparse
import ctypes
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = "customer,product,term end,seats\n"
ROW = "Contoso,Office 365 E3,2024-03-01,5\n"


def parsed_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("library", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--large", action="store_true")
    return parser.parse_known_args(sys.argv[1:])


ARGUMENTS, REST = parsed_arguments()


def without_privileges():
    """Root reads everything but for two capabilities (PR_CAPBSET_DROP of CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    if os.geteuid() == 0:
        for capability in (1, 2):
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


class Case(unittest.TestCase):
    """A scratch folder, and the program with a fault and limits."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.path = pathlib.Path(scratch.name)

    def write(self, name, content):
        (self.path / name).write_bytes(content.encode() if isinstance(content, str) else content)

    def export(self, rows, name="a.csv"):
        self.write(name, HEADER + "".join(ROW.replace("Contoso", f"C{i}") for i in range(rows)))

    def run_plan(self, *arguments, **options):
        return self.run_command("plan", "--as-of", "2024-01-16", *arguments, **options)

    def run_command(self, *arguments, fault=None, memory=None, before=lambda: None, variables=(), **options):
        """`memory` in MiB is the most that the program's data may take, `before` is called in the new process."""
        environment = {"LC_ALL": "C", "PATH": os.environ["PATH"]} | dict(variables)
        if fault:
            environment |= {"LD_PRELOAD": str(ARGUMENTS.library), "INJECTED_FAULT": fault}

        def limit():
            before()
            if memory:
                resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))

        command = [str(ARGUMENTS.binary), *arguments]
        options = {"capture_output": True} | options
        return subprocess.run(command, cwd=self.path, env=environment, check=False, timeout=300, preexec_fn=limit,
                              **options)

    def measured_plan(self, *arguments):
        """What `plan` did, and how many MiB of memory it had at most. Limits count what is only reserved, too."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            command = [str(ARGUMENTS.binary), "plan", "--as-of", "2024-01-16", *arguments]
            process = subprocess.Popen(command, cwd=self.path, env={"LC_ALL": "C"}, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            done = subprocess.CompletedProcess(command, process.returncode, out.read(), err.read())
        return done, usage.ru_maxrss >> 10

    def assert_refused(self, done, code, message=""):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(f"[{code}]".encode(), done.stderr)
        self.assertIn(message.encode(), done.stderr)

    def assert_old_file_intact(self, *others):
        self.assertEqual((self.path / "plan.csv").read_text(), "old\n")
        left = sorted(item.name for item in self.path.iterdir())
        self.assertEqual(left, sorted(["a.csv", "plan.csv", *others]))

    def files(self):
        """Everything in the scratch folder, but for the export, by its path."""
        return {str(item.relative_to(self.path)): item.read_bytes() for item in self.path.rglob("*")
                if item.is_file() and item.name != "a.csv"}

    def planned_customers(self, done):
        return [line.split(",")[0] for line in done.stdout.decode().splitlines()[1:]]
