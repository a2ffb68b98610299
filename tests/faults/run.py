#!/usr/bin/env python3
"""Bad luck, injected: run.py BINARY LIBRARY [--large]. LIBRARY is inject.c, compiled; see there for the faults.

Each case says what must hold of exit code, message, memory and the old output file. docs/robustness.md lists them; a test
holds the list to the cases. `--large` runs those that need much time or memory instead.
"""

import argparse
import ctypes
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = "customer,product,term end,seats\n"
ROW = "Contoso,Office 365 E3,2024-03-01,5\n"
ARGUMENTS = None


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

    def run_plan(self, *arguments, fault=None, memory=None, before=lambda: None, **options):
        """Runs `plan`; `memory` in MiB is the most that its data may take, `before` is called in the new process."""
        environment = {"LC_ALL": "C", "PATH": os.environ["PATH"]}
        if fault:
            environment |= {"LD_PRELOAD": str(ARGUMENTS.library), "INJECTED_FAULT": fault}

        def limit():
            before()
            if memory:
                resource.setrlimit(resource.RLIMIT_DATA, (memory << 20, memory << 20))

        command = [str(ARGUMENTS.binary), "plan", "--as-of", "2024-01-16", *arguments]
        options = {"capture_output": True} | options
        return subprocess.run(command, cwd=self.path, env=environment, check=False, timeout=300, preexec_fn=limit,
                              **options)

    def assert_refused(self, done, code, message=""):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(f"[{code}]".encode(), done.stderr)
        self.assertIn(message.encode(), done.stderr)

    def assert_old_file_intact(self, *others):
        self.assertEqual((self.path / "plan.csv").read_text(), "old\n")
        left = sorted(item.name for item in self.path.iterdir())
        self.assertEqual(left, sorted(["a.csv", "plan.csv", *others]))

    def planned_customers(self, done):
        return [line.split(",")[0] for line in done.stdout.decode().splitlines()[1:]]


class Output(Case):
    def setUp(self):
        super().setUp()
        self.export(2000)
        self.write("plan.csv", "old\n")

    def test_disk_full(self):
        """The disk is full in the middle of writing"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="write-full=100000"), "output-failed",
                            "No space left")
        self.assert_old_file_intact()

    def test_disk_full_at_once(self):
        """The disk is full from the start"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="write-full=0"), "output-failed")
        self.assert_old_file_intact()

    def test_flush_fails(self):
        """Flushing to the disk fails"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="fsync"), "output-failed", "Input/output")
        self.assert_old_file_intact()

    def test_close_fails(self):
        """Closing the file reports a late error, as network file systems do"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="close"), "output-failed", "Input/output")
        self.assert_old_file_intact()

    def test_rename_fails(self):
        """The finished file cannot take the place of the old one"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="rename"), "output-failed", "Permission")
        self.assert_old_file_intact()

    def test_killed(self):
        """The process is killed in the middle of writing"""
        done = self.run_plan("a.csv", "-o", "plan.csv", fault="kill=100000")
        self.assertEqual(done.returncode, -signal.SIGKILL)
        self.assertEqual((self.path / "plan.csv").read_text(), "old\n")
        self.assertEqual(self.run_plan("a.csv", "-o", "plan.csv").returncode, 0)
        self.assertTrue((self.path / "plan.csv").read_text().startswith("customer_name"))

    def test_terminated(self):
        """The process is asked to end (SIGTERM) in the middle of writing: its temporary file goes with it"""
        os.mkfifo(self.path / "slow.csv")
        command = [str(ARGUMENTS.binary), "plan", "--as-of", "2024-01-16", "a.csv", "-o", "plan.csv", "-o", "slow.csv"]
        process = subprocess.Popen(command, cwd=self.path, stderr=subprocess.PIPE)
        reader = os.open(self.path / "slow.csv", os.O_RDONLY)  # returns once the program writes the second file
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(60), -signal.SIGTERM)
        os.close(reader)
        process.stderr.close()
        self.assertTrue((self.path / "plan.csv").read_text().startswith("customer_name"))
        self.assertEqual(sorted(item.name for item in self.path.iterdir()), ["a.csv", "plan.csv", "slow.csv"])

    def test_short_writes(self):
        """The system takes only a few bytes with each write"""
        self.export(20)
        self.assertEqual(self.run_plan("a.csv", "-o", "plan.csv", fault="write-short").returncode, 0)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        self.assertEqual((self.path / "plan.csv").read_bytes(), expected)

    def test_stdout_closed(self):
        """Standard output is closed"""
        done = self.run_plan("a.csv", before=lambda: os.close(1), capture_output=False, stderr=subprocess.PIPE)
        self.assert_refused(done, "output-failed", "Bad file descriptor")

    def test_stdin_closed(self):
        """Standard input is closed and read"""
        done = self.run_plan("-", before=lambda: os.close(0))
        self.assert_refused(done, "file-unreadable", "Bad file descriptor")

    def test_folder_missing(self):
        """The folder of the output does not exist"""
        self.assert_refused(self.run_plan("a.csv", "-o", "missing/plan.csv"), "output-failed", "No such file")

    def test_output_is_a_folder(self):
        """The output is a folder"""
        (self.path / "folder.csv").mkdir()
        self.assert_refused(self.run_plan("a.csv", "-o", "folder.csv"), "output-failed", "Is a directory")
        self.assert_old_file_intact("folder.csv")


class Input(Case):
    def test_folder(self):
        """The input is a folder"""
        self.assert_refused(self.run_plan("."), "file-unreadable", "Is a directory")

    def test_missing(self):
        """The input does not exist"""
        self.assert_refused(self.run_plan("missing.csv"), "file-unreadable", "No such file")

    def test_forbidden(self):
        """The input must not be read"""
        self.export(1)
        (self.path / "a.csv").chmod(0)
        self.assert_refused(self.run_plan("a.csv", before=without_privileges), "file-unreadable", "Permission denied")

    def test_disk_error(self):
        """The disk cannot read a part of the input"""
        self.export(2000)
        for jobs in ("1", "4"):
            self.assert_refused(self.run_plan("a.csv", "--jobs", jobs, fault="read-error=50000"), "file-unreadable",
                                "Input/output error")

    def test_shrinking(self):
        """The input becomes shorter while it is read"""
        self.export(2000)
        self.write("a.json", "[" + ",".join('{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"}'
                                            for _ in range(2000)) + "]")
        self.write("a.ndjson", (self.path / "a.json").read_text()[1:-1].replace("},{", "}\n{") + "\n")
        for name in ("a.csv", "a.json", "a.ndjson"):
            with self.subTest(name=name):
                done = self.run_plan(name, fault="shrink=50000")
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, rb"\[(file-unreadable|json-invalid)\]")
                self.assertEqual(done.stdout, b"")

    def test_interrupted(self):
        """Every other system call is interrupted (EINTR)"""
        self.export(50)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        done = self.run_plan("a.csv", "-f", "csv", fault="interrupted")
        self.assertEqual((done.returncode, done.stdout), (0, expected))
        piped = self.run_plan("-", "-f", "csv", "--columns", "customer_name", fault="interrupted",
                              input=(self.path / "a.csv").read_bytes())
        self.assertEqual((piped.returncode, len(self.planned_customers(piped))), (0, 50))

    def test_short_reads(self):
        """The system gives only a few bytes with each read"""
        self.export(500)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        self.assertEqual(self.run_plan("a.csv", "-f", "csv", fault="read-short").stdout, expected)

    def test_pipe_like_file(self):
        """An export comes through a named pipe"""
        self.export(500)
        os.mkfifo(self.path / "pipe.csv")
        content = (self.path / "a.csv").read_bytes()
        writer = threading.Thread(target=lambda: (self.path / "pipe.csv").write_bytes(content))
        writer.start()
        columns = ("-f", "csv", "--columns", "customer_name,migration_date")
        done = self.run_plan("pipe.csv", *columns)
        writer.join()
        self.assertEqual(done.stdout, self.run_plan("a.csv", *columns).stdout)


class Resources(Case):
    def test_no_threads(self):
        """The system gives no further threads"""
        self.export(60000)
        expected = self.run_plan("a.csv", "-f", "csv", "--jobs", "1", "--sort", "customer_name").stdout
        for more in ("1", "3", "6"):
            done = self.run_plan("a.csv", "-f", "csv", "--jobs", "6", "--sort", "customer_name",
                                 fault="no-threads=" + more)
            with self.subTest(more=more):
                self.assertIn(done.returncode, (0, 1), done.stderr)
                if done.returncode == 0:
                    self.assertEqual(done.stdout, expected)
                else:
                    self.assertIn(b"Resource temporarily unavailable", done.stderr)

    def test_no_memory(self):
        """There is not enough memory"""
        self.export(400000)
        done = self.run_plan("a.csv", "--jobs", "1", "-q", memory=32)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"memory", done.stderr)

    def test_many_diagnostics(self):
        """Every row is wrong; ten million of them in the long run"""
        rows = 10_000_000 if ARGUMENTS.large else 100_000
        self.write("a.csv", HEADER + "Contoso,Office 365 E3,nonsense,x\n" * rows)
        done = self.run_plan("a.csv", "--jobs", "1", memory=200)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(f"{rows} rows = 0 legacy + {rows} rejected".encode(), done.stdout.replace(b",", b""))
        self.assertLess(len(done.stderr), 20000)


class Shapes(Case):
    def test_long_line(self):
        """A line of 5 GB (of 70 MB in the short run): it is rejected, what stands behind it is planned"""
        row = '{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"}\n'
        for name, before, behind in (("a.csv", HEADER + ROW + "B,", ",2024-03-01,5\n" + ROW.replace("Contoso", "Last")),
                                     ("a.ndjson", row.replace('"C"', '"Contoso"') + '{"customerName":"',
                                      '"}\n' + row.replace('"C"', '"Last"'))):
            with (self.path / name).open("wb") as file:
                file.write(before.encode())
                for _ in range(5 << 10 if ARGUMENTS.large else 70):
                    file.write(b"x" * (1 << 20))
                file.write(behind.encode())
            done = self.run_plan(name, "-f", "csv", "--columns", "customer_name", memory=400)
            with self.subTest(name=name):
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn(b"[line-too-long]", done.stderr)
                self.assertEqual(self.planned_customers(done), ["Contoso", "Last"])
            (self.path / name).unlink()

    def test_many_columns(self):
        """A million columns (ten thousand in the short run)"""
        columns = 1_000_000 if ARGUMENTS.large else 10_000
        self.write("a.csv", HEADER.strip() + "".join(f",c{i}" for i in range(columns)) + "\n" + ROW.strip() +
                   "," * columns + "\n")
        done = self.run_plan("a.csv", "-f", "csv", "--columns", "customer_name", memory=400)
        self.assertEqual((done.returncode, self.planned_customers(done)), (0, ["Contoso"]), done.stderr)

    def test_long_name(self):
        """A customer's name of 10 MB, in every format"""
        name = "N" * 10_000_000
        self.write("a.csv", HEADER + ROW.replace("Contoso", name))
        for form in ("table", "wide", "md", "csv", "json", "ndjson"):
            done = self.run_plan("a.csv", "-f", form, memory=400)
            self.assertEqual(done.returncode, 0, done.stderr[:500])
            self.assertIn(name[:1000].encode(), done.stdout)

    def test_deep_json(self):
        """JSON nested a million deep"""
        depth = 1_000_000
        deep = "[" * depth + "]" * depth
        row = '{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"'
        for name, text, codes in (
                ("a.json", deep, (1,)), ("a.json", "[" * depth, (1,)), ("a.json", '{"items":' * depth, (1,)),
                ("a.json", '{"items":' * depth + "[]" + "}" * depth, (1,)),
                ("a.json", f'{{"items":[{row},"x":{deep}}}]}}', (0,)), ("a.ndjson", f'{row},"x":{deep}}}\n', (0,))):
            self.write(name, text)
            done = self.run_plan(name, "-f", "csv", memory=400)
            self.assertIn(done.returncode, codes, done.stderr[:500])

    def test_deep_edition(self):
        """An edition nested a million deep"""
        self.export(1)
        self.write("edition.json", '{"id":' + "[" * 1_000_000 + "]" * 1_000_000 + "}")
        self.assert_refused(self.run_plan("a.csv", "--edition", "edition.json"), "edition-invalid", "nested too deeply")

    def test_all_years(self):
        """Term ends from year 0 to 9999"""
        years = (0, 1, 99, 1582, 1900, 1969, 1970, 2023, 2024, 8998, 8999, 9000, 9998, 9999)
        ends = [f"{year:04}-{day}" for year in years for day in ("01-01", "02-28", "12-31")]
        self.write("a.csv", "customer,product,term end,auto renew,creation date,term\n" + "".join(
            f"C,Office 365 E3,{end},{renew},{start},{term}\n" for end in ends for renew in ("yes", "no")
            for start in ("", "0000-01-01", "9999-12-31") for term in ("P1M", "P1Y", "P100Y")))
        for as_of in ("0000-01-01", "2024-01-16", "9999-12-31"):
            done = self.run_plan("a.csv", "-f", "csv", "--as-of", as_of)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(self.planned_customers(done)), len(ends) * 18)
            for day in re.findall(r'\b[^,; :"\n]{1,6}-\d\d-\d\d\b', done.stdout.decode()):
                self.assertRegex(day, r"^\d{4}-\d\d-\d\d$")


def cases_in(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from cases_in(item)
        else:
            yield item


class Document(unittest.TestCase):
    def test_every_case_is_listed(self):
        document = (ROOT / "docs/robustness.md").read_text(encoding="utf-8")
        loaded = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
        for case in cases_in(loaded):
            title = getattr(case, case._testMethodName).__doc__
            if title:
                self.assertIn(f"| {title.strip()} |", document)


def main():
    global ARGUMENTS
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("library", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--large", action="store_true")
    ARGUMENTS, rest = parser.parse_known_args()
    if ARGUMENTS.large:
        rest = rest or ["Resources.test_many_diagnostics", "Shapes.test_long_line", "Shapes.test_many_columns"]
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
