"""What the tests of workbooks share."""

import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
SAMPLES = ROOT / "data" / "samples"
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
ENVIRONMENT = {"LC_ALL": "C", "TERM": "xterm"}
PLACES = ("source_file", "source_line")


class Case(unittest.TestCase):
    """Each test runs in a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def nceplan(self, *arguments, exits=0, **options):
        done = subprocess.run([str(BINARY), *map(str, arguments)], cwd=self.path, capture_output=True, check=False,
                              env=ENVIRONMENT, **options)
        self.assertEqual(done.returncode, exits, done.stderr.decode())
        return done

    def plan(self, *arguments, **options):
        return self.nceplan("plan", *arguments, "--as-of", "2024-01-16", **options)

    def entries(self, *arguments, without=PLACES, **options):
        """The planned rows, as the CSV format has them."""
        text = self.plan(*arguments, "-q", "-f", "csv", **options).stdout.decode()
        rows = list(csv.DictReader(io.StringIO(text)))
        for row in rows:
            for column in without:
                del row[column]
        return rows
