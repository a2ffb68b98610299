#!/usr/bin/env python3
"""The recipes of docs/scale.md, run as they stand there on a generated export: run.py BINARY FILE."""

import csv
import io
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import uuid

BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
DOCUMENT = pathlib.Path(sys.argv.pop(1)).read_text()
AS_OF = "2024-03-15"
HEADER = ["CustomerName", "CustomerTenantId", "LegacySubscriptionId", "LegacySubscriptionName", "LegacyProductName",
          "ExpirationDate", "AutoRenewEnabled", "MigrationEligible", "CurrentTerm", "CurrentBillingPlan",
          "CurrentSeatCount", "AddOn", "BaseSubscriptionId"]
PRODUCTS = ["Microsoft 365 Business Basic", "Office 365 E3", "Office 365 A3 for students", "Visio Plan 2"]


def recipe(language):
    return re.search(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.M | re.S)[1]


def write_export(path):
    """Customers with line breaks and quotes in their names, add-ons, and more seats than a customer may hold."""
    source = random.Random(3)
    with open(path, "w", newline="") as out:
        lines = csv.writer(out)
        lines.writerow(HEADER)
        for number in range(200):
            customer = str(uuid.UUID(int=source.getrandbits(128)))
            name = f'Contoso "{number}",\nGmbH' if number % 7 == 0 else f"Fabrikam {number}"
            base = ""
            for _ in range(source.randint(1, 12)):
                own = str(uuid.UUID(int=source.getrandbits(128)))
                addon = bool(base) and source.random() < 0.3
                day = f"{source.randint(1, 12):02}/{source.randint(13, 28)}/{source.randint(2023, 2026)} 00:00:00"
                product = source.choice(PRODUCTS)
                lines.writerow([name, customer, own, product, product, day, source.random() < 0.9, True,
                                source.choice(["P1Y", "P1M", "P3Y"]), "Monthly", source.randint(1, 250), addon,
                                base if addon else ""])
                base = base or own


class Recipes(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "nceplan").symlink_to(BINARY)
        write_export(self.folder / "export.csv")

    def run_here(self, *command, text=None):
        environment = {"PATH": f"{self.folder / 'bin'}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder),
                       "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, cwd=self.folder, env=environment, input=text, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_parts_add_up_to_the_whole(self):
        for tool in ("mlr", "parallel"):
            self.assertIsNotNone(shutil.which(tool), f"{tool} is missing")
        self.run_here("sh", "-e", text=recipe("sh"))
        self.assertGreater(len(list((self.folder / "parts").glob("?.csv"))), 8)

        whole = self.run_here("nceplan", "plan", "export.csv", "--as-of", AS_OF, "-q", "--summary", "-f", "csv")
        header, *lines = whole.splitlines(keepends=True)
        key = lambda line: line.rsplit(",", 1)[0].split(",")  # noqa: E731
        self.assertEqual((self.folder / "totals.csv").read_text(), header + "".join(sorted(lines, key=key)))

        entries = self.run_here("nceplan", "plan", "export.csv", "--as-of", AS_OF, "-q", "-f", "csv")
        with open(self.folder / "plan.csv", newline="") as plan:
            self.assertEqual(self.entries(plan), self.entries(io.StringIO(entries)))

    def entries(self, lines):
        found = list(csv.DictReader(lines))
        for entry in found:
            for place in ("source_file", "source_line"):
                entry.pop(place)
        return sorted(found, key=lambda entry: entry["subscription_id"])

    def test_an_engine_pipes_rows_through(self):
        self.assertIsNotNone(shutil.which("sqlite3"), "sqlite3 is missing")
        counted = self.run_here("sqlite3", text=recipe("sql"))
        plan = self.run_here("nceplan", "plan", "export.csv", "--as-of", AS_OF, "-q", "-f", "csv")
        phases = {}
        for row in csv.DictReader(io.StringIO(plan)):
            phases[row["phase"]] = phases.get(row["phase"], 0) + 1
        self.assertEqual(dict(csv.reader(io.StringIO(counted))), {name: str(count) for name, count in phases.items()})


if __name__ == "__main__":
    unittest.main()
