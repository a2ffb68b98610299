"""Bad luck with workbooks, written and read. Those that mean harm are in tests/workbook/hostile_test.py."""

import io
import resource
import signal
import subprocess
import sys
import time
import unittest
import zipfile

from support import ARGUMENTS, HEADER, ROOT, Case

sys.path.insert(0, str(ROOT / "tests" / "support"))
try:
    import workbook
except ImportError:  # without openpyxl
    workbook = None


def size_limit(size):
    """No file can become longer: writes fail as on a full disk, also those of libraries."""
    def before():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return before


@unittest.skipIf(workbook is None, "Python has no openpyxl")
class WrittenWorkbooks(Case):
    def setUp(self):
        super().setUp()
        self.export(200)
        done = self.run_plan("a.csv", "-q", "-o", "plan.xlsx")
        if b"built without" in done.stderr:
            self.skipTest("built without workbooks")
        self.good = self.files()
        with zipfile.ZipFile(io.BytesIO(self.good["plan.xlsx"])) as archive:
            self.sizes = sorted(part.file_size for part in archive.infolist())
        self.write("plan.xlsx", "old\n")
        self.old = self.files()

    def test_disk_full(self):
        """The disk is full while a workbook is put together in temporary files, at any time"""
        largest = self.sizes[-1]
        # A sheet's rows come first, in a file of their own; then each part, in another; then all, packed.
        limits = {0, 1, 4096, 20000, *(size - 1 for size in self.sizes), *range(largest - 4000, largest, 400)}
        for limit in sorted(limits):
            done = self.run_plan("a.csv", "-q", "-o", "plan.xlsx", before=size_limit(limit))
            with self.subTest(limit=limit):
                self.assert_refused(done, "output-failed")
                self.assertEqual(self.files(), self.old)
        done = self.run_plan("a.csv", "-q", "-o", "plan.xlsx", before=size_limit(largest))
        self.assertEqual((done.returncode, self.files()), (0, self.good))

    def test_killed(self):
        """The process is killed while a workbook is put together"""
        command = [str(ARGUMENTS.binary), "plan", "a.csv", "--as-of", "2024-01-16", "-q", "-o", "plan.xlsx"]
        began = time.monotonic()
        subprocess.run(command, cwd=self.path, check=True)
        whole = time.monotonic() - began
        for part in (0.3, 0.5, 0.7, 0.9):
            self.write("plan.xlsx", "old\n")
            with subprocess.Popen(command, cwd=self.path) as process:
                time.sleep(whole * part)
                process.kill()
            whole_file = self.good["plan.xlsx"]  # if the machine was faster this time
            self.assertIn(self.files()["plan.xlsx"], (b"old\n", whole_file))
        self.assertEqual(self.run_plan("a.csv", "-q", "-o", "plan.xlsx").returncode, 0)
        self.assertEqual(self.files()["plan.xlsx"], self.good["plan.xlsx"])

    def test_flush_and_rename_fail(self):
        """A workbook cannot be flushed to the disk, or cannot take the place of the old one"""
        for fault in ("fsync", "rename"):
            self.assert_refused(self.run_plan("a.csv", "-q", "-o", "plan.xlsx", fault=fault), "output-failed")
            self.assertEqual(self.files(), self.old)

    def test_no_temporary_folder(self):
        """A workbook goes to standard output, and there is no folder for temporary files"""
        done = self.run_plan("a.csv", "-q", "-f", "xlsx", variables={"TMPDIR": str(self.path / "missing")})
        self.assert_refused(done, "output-failed", "TMPDIR")
        self.assertEqual(done.stdout, b"")


@unittest.skipIf(workbook is None, "Python has no openpyxl")
class Workbooks(Case):
    COLUMNS = ("-q", "-f", "csv", "--columns", "customer_name,migration_date")

    def setUp(self):
        super().setUp()
        self.rows = [["customer", "product", "term end", "seats"],
                     *[[f"C{i}", "Office 365 E3", "2024-03-01", 5] for i in range(300)]]
        workbook.from_rows(self.path / "a.xlsx", {"Abos": self.rows})
        self.expected = self.run_plan("a.xlsx", *self.COLUMNS)
        if b"built with" in self.expected.stderr:
            self.skipTest("built without workbooks")
        self.assertEqual(len(self.planned_customers(self.expected)), 300)

    def assert_refused_whole(self, done, codes):
        self.assertEqual((done.returncode, done.stdout), (1, b""), done.stderr)
        self.assertRegex(done.stderr.decode(), rf"\[({codes})\]")

    def test_truncated(self):
        """A workbook ends in its middle"""
        content = (self.path / "a.xlsx").read_bytes()
        for size in (1, 2, 4, 30, 100, *range(500, len(content), 700), len(content) - 20, len(content) - 1):
            self.write("cut.xlsx", content[:size])
            with self.subTest(size=size):
                self.assert_refused_whole(self.run_plan("cut.xlsx", *self.COLUMNS, memory=200),
                                          "workbook-invalid|xlsx-unsupported|header-unrecognized|not-text")

    def test_shrinking(self):
        """A workbook becomes shorter while it is read"""
        for size in (10, 1000, 5000):
            self.assert_refused_whole(self.run_plan("a.xlsx", *self.COLUMNS, fault=f"shrink={size}"),
                                      "file-unreadable|workbook-invalid|xlsx-unsupported")

    def test_disk_error(self):
        """The disk cannot read a part of a workbook"""
        self.assert_refused_whole(self.run_plan("a.xlsx", *self.COLUMNS, fault="read-error=5000"), "file-unreadable")

    def test_interrupted_and_short(self):
        """Reading a workbook is interrupted (EINTR), or gives only a few bytes at a time"""
        for fault in ("interrupted", "read-short"):
            done = self.run_plan("a.xlsx", *self.COLUMNS, fault=fault)
            self.assertEqual((done.returncode, done.stdout), (0, self.expected.stdout))

    def test_long_text(self):
        """A text of 10 MB among the shared strings of a workbook"""
        name = "N" * 10_000_000
        strings = [*self.rows[0], name, "Office 365 E3", "2024-03-01"]
        cells = ["".join(f"<c t='s'><v>{i}</v></c>" for i in part) for part in ((0, 1, 2), (4, 5, 6))]
        parts = workbook.raw_parts("".join(f"<row>{row}</row>" for row in cells))
        rels = parts["xl/_rels/workbook.xml.rels"]
        parts["xl/_rels/workbook.xml.rels"] = rels.replace(
            "</Relationships>", f"<Relationship Id='t' Type='{workbook.RELATIONS}/sharedStrings' "
                                "Target='sharedStrings.xml'/></Relationships>")
        parts["xl/sharedStrings.xml"] = f"<sst xmlns='{workbook.MAIN}'>" + "".join(
            f"<si><t>{text}</t></si>" for text in strings) + "</sst>"
        workbook.write_parts(self.path / "long.xlsx", parts)
        done = self.run_plan("long.xlsx", *self.COLUMNS, memory=400)
        self.assertEqual((done.returncode, self.planned_customers(done)), (0, [name]), done.stderr[:500])

    def test_many_columns(self):
        """A sheet with a million columns"""
        head = "".join(f"<c t='inlineStr'><is><t>{text}</t></is></c>" for text in self.rows[0])
        workbook.write_parts(self.path / "wide.xlsx", workbook.raw_parts(
            "<row>" + head + "<c><v>1</v></c>" * 1_000_000 + "</row>"))
        self.assert_refused_whole(self.run_plan("wide.xlsx", *self.COLUMNS, memory=200), "workbook-invalid")
