#!/usr/bin/env python3
"""Hostile text through the commands beside `plan`, and in the files beside exports: commands_test.py BINARY."""

import csv
import io
import json
import pathlib
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from xml.sax import saxutils

from support import ACTING, AS_OF, ROOT, TEXTS, WithExport, run, shown, trimmed, usable_names

sys.path.insert(0, str(ROOT / "tests" / "support"))
try:
    import workbook
except ImportError:  # without openpyxl
    workbook = None

CELLS = re.compile(r"(?<!\\)\|")
STATUS = ("CustomerName", "CustomerTenantId", "LegacySubscriptionId", "LegacyProductName", "MigrationStatus", "ErrorCode",
          "ErrorReason", "BatchId")


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def without_zero(text):
    return trimmed(text.replace("\0", ""))


class InFolder(WithExport):
    def assert_people_see_it(self, *arguments, code=(0,)):
        """What a command writes for people is inert, in a terminal and as Markdown, in both languages."""
        for language in ("en", "de"):
            out, err = run(*arguments, "--lang", language, code=code)
            self.assert_inert(out, "stdout")
            self.assert_inert(err, "stderr")
        return out

    def assert_markdown(self, *arguments):
        out = self.assert_people_see_it(*arguments, "-f", "md")
        self.assertNotRegex(out, "[<>]")
        for line in out.splitlines():
            plain = re.sub(r"\\.", "", line)
            self.assertNotIn("](", plain)
            self.assertNotIn("`", plain)
        tables = out.split("\n\n")
        for rows in (part.splitlines() for part in tables if part.startswith("|")):
            self.assertEqual({len(CELLS.findall(row)) for row in rows}, {len(CELLS.findall(rows[0]))})

    def write_csv(self, name, header, rows):
        """A file with a zero byte near its start is refused, so that the cells have none."""
        text = io.StringIO()
        csv.writer(text).writerows([header, *([cell.replace("\0", "") for cell in row] for row in rows)])
        (self.path / name).write_text(text.getvalue(), encoding="utf-8", newline="")
        return self.path / name

    def names_of(self, rows):
        """Customer and product of each subscription of the export, as `rows` have them."""
        wanted = {trimmed(row["id"]): (trimmed(row["customerName"]), trimmed(row["offerName"])) for row in self.rows}
        self.assertEqual({row["subscription_id"]: (row["customer_name"], row["product_name"]) for row in rows}, wanted)


class Batches(InFolder):
    NAMES = re.compile(r"\d\d-subscriptions\.csv|manifest\.csv")

    def test_no_name_of_a_file_comes_from_data(self):
        names = [*TEXTS.values(), "CON", "con", "NUL.txt", "aux.", "trailing dot.", "trailing blank ", "x" * 5000,
                 "Fabrikam", "FABRIKAM", "fabrikam", "a/../../b", "C:\\x", "\\\\server\\share"]
        export = self.write_export("names.json", self.rows_with(names))
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            run("batch", export, *AS_OF, "-q", "-o", "out", cwd=root)
            self.assertEqual([path.name for path in root.iterdir()], ["out"])
            for path in (root / "out").iterdir():
                self.assertTrue(path.is_file())
                self.assertRegex(path.name, f"^({self.NAMES.pattern})$")

    def test_values_are_those_of_the_export(self):
        folder = self.path / "batch"
        run("batch", self.export, *AS_OF, "-q", "-o", folder)
        self.names_of(table((folder / "manifest.csv").read_bytes().decode("utf-8")))
        written = [row for path in folder.glob("*-subscriptions.csv")
                   for row in table(path.read_bytes().decode("utf-8"))]
        wanted = {trimmed(row["id"]): tuple(trimmed(row[field]) for field in ("customerName", "offerName", "friendlyName"))
                  for row in self.rows}
        self.assertEqual({row["LegacySubscriptionId"]: (row["CustomerName"], row["LegacyProductName"],
                                                        row["LegacySubscriptionName"]) for row in written}, wanted)

    def test_what_people_see(self):
        self.assert_people_see_it("batch", self.export, *AS_OF, "--dry-run")
        found = json.loads(run("batch", self.export, *AS_OF, "--dry-run", "-f", "json")[0])
        self.names_of(found["manifest"])

    def test_a_folder_is_the_one_that_was_named(self):
        plain = self.write_export("plain.json", [dict(self.PLAIN, id="r")])
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            names = [*usable_names(), "x" * 200, "dot.", "con"]
            for name in names:
                out, err = run("batch", plain, *AS_OF, "--output=" + name, cwd=root)
                self.assert_inert(out + err, name)
                self.assertEqual({path.name for path in (root / name).iterdir()}, {"01-subscriptions.csv", "manifest.csv"})
            self.assertEqual({path.name for path in root.iterdir()}, set(names))
            out, err = run("batch", plain, *AS_OF, "-o", "x" * 300, cwd=root, code=(1,))
            self.assertIn("[output-failed]", err)
            self.assertEqual({path.name for path in root.iterdir()}, set(names))


class Schedules(InFolder):
    def test_schedule(self):
        self.assert_people_see_it("schedule", self.export, *AS_OF, "--per-day", "300")
        self.assert_markdown("schedule", self.export, *AS_OF)
        self.names_of(table(run("schedule", self.export, *AS_OF, "-f", "csv")[0]))
        self.names_of(json.loads(run("schedule", self.export, *AS_OF, "-f", "json")[0])["schedule"])

    def test_a_written_schedule_is_read_by_batch(self):
        run("schedule", self.export, *AS_OF, "--per-day", "300", "-q", "-o", self.path / "schedule.csv")
        out, _ = run("batch", self.export, *AS_OF, "--on", self.path / "schedule.csv", "--dry-run", "-f", "json")
        placed = [row for row in table((self.path / "schedule.csv").read_bytes().decode("utf-8"))
                  if row["target_date"]]
        written = [row for row in json.loads(out)["manifest"] if row["outcome"] == "written"]
        self.assertEqual({row["subscription_id"]: row["target_date"] for row in written},
                         {row["subscription_id"]: row["target_date"] for row in placed})

    def test_days_and_holidays_that_are_none(self):
        for name in ("holidays.csv", "holidays.ics"):
            path = self.path / name
            begin = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" if name.endswith("ics") else "date,name\n"
            path.write_text(begin + "".join(f"DTSTART:{text}\n" if name.endswith("ics") else f"{text},x\n"
                                            for text in TEXTS.values()), encoding="utf-8")
            out, err = run("schedule", self.export, *AS_OF, "--holidays", path, code=(0, 1, 3))
            self.assert_inert(out, "stdout")
            self.assert_inert(err, "stderr")
        days = self.write_csv("days.csv", ["subscription_id", "target_date"], [[text, text] for text in TEXTS.values()])
        out, err = run("batch", self.export, *AS_OF, "--on", days, "--dry-run", code=(0, 1, 3))
        self.assert_inert(out, "stdout")
        self.assert_inert(err, "stderr")


class Differences(InFolder):
    def test_diff(self):
        newer = self.write_export("newer.json", [dict(row, quantity=6) for row in self.rows])
        command = ("diff", self.export, newer, *AS_OF)
        self.assert_people_see_it(*command)
        self.assert_markdown(*command)
        self.names_of(json.loads(run(*command, "-f", "json")[0])["changes"])
        self.names_of(table(run(*command, "-f", "csv")[0]))

    def test_texts_that_change(self):
        """Old and new value of a change are texts of the exports too."""
        texts = [trimmed(text) for text in TEXTS.values()]
        older, newer = (self.write_export(name, [
            dict(self.PLAIN, id=f"r{number}", customerTenantId=f"{number:08x}-2222-4333-8444-555555555555",
                 customerName=text + end, offerName=text + end) for number, text in enumerate(texts)])
            for name, end in (("a.json", ""), ("b.json", " 2")))
        command = ("diff", older, newer, *AS_OF)
        self.assert_people_see_it(*command)
        self.assert_markdown(*command)
        changes = json.loads(run(*command, "-f", "json")[0])["changes"]
        for kind in ("product_changed", "customer_renamed"):
            found = [(change["before"], change["after"]) for change in changes if change["change"] == kind]
            self.assertEqual(sorted(found), sorted((text, text + " 2") for text in texts))


class Waivers(InFolder):
    def setUp(self):
        self.rows_waived = [dict(self.PLAIN, id=f"row-{number}") for number in range(len(TEXTS))]
        self.waived = self.write_export("waived.json", self.rows_waived)
        self.waivers = self.write_csv("waivers.csv", ["subscription", "reason", "owner", "until"], [
            [f"row-{number}", text, text, "2024-12-31"] for number, text in enumerate(TEXTS.values())])
        self.command = (self.waived, "--waivers", self.waivers)

    def test_reason_and_owner(self):
        for form in ("table", "wide"):
            self.assert_people_see_it("plan", *self.command, *AS_OF, "--fail-on", "due:30d", "-f", form)
        self.assert_markdown("plan", *self.command, *AS_OF)
        self.assert_people_see_it("check", *self.command)
        for number, text in ((number, text) for number, text in enumerate(TEXTS.values()) if text in ACTING):
            explained, _ = run("explain", f"row-{number}", *self.command, *AS_OF)
            self.assert_inert(explained, text)
        found = json.loads(run("plan", *self.command, *AS_OF, "-f", "json")[0])["waivers"]
        self.assertEqual([(waiver["reason"], waiver["owner"]) for waiver in found],
                         [(without_zero(text), without_zero(text)) for text in TEXTS.values()])
        junit = ElementTree.fromstring(run("plan", *self.command, *AS_OF, "--fail-on", "due:30d", "-f", "junit")[0])
        said = [skipped.get("message") for skipped in junit.iter("skipped")]
        self.assertEqual(len(said), len(TEXTS))
        for text in TEXTS.values():
            visible = shown(without_zero(text)).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
            self.assertTrue(any(visible in message for message in said), visible)

    def test_rows_that_waive_nothing(self):
        wrong = self.write_csv("wrong.csv", ["customer", "subscription", "reason", "owner", "until"], [
            *[["", text, "", "", text] for text in TEXTS.values()], *[[text, text, "x", "y", text] for text in TEXTS.values()],
            *[[text, "", "x", "y", "2024-12-31"] for text in TEXTS.values()],
            *[["", text, "x", "y", "2020-12-31"] for text in TEXTS.values()]])
        self.assert_people_see_it("plan", self.waived, "--waivers", wrong, *AS_OF, code=(0, 1, 3))
        self.assert_people_see_it("check", self.waived, "--waivers", wrong, code=(0, 1, 3))


class FilesBesideExports(InFolder):
    def test_evidence(self):
        status = self.write_csv("migrationstatus.csv", STATUS, [
            [text, text, f"row-{number}-offerName", text, state, text, text, text]
            for number, text in enumerate(TEXTS.values()) for state in ("Failed", text)])
        for command in (["plan", self.export, *AS_OF], ["plan", self.export, *AS_OF, "-f", "md"],
                        ["explain", "row-1-offerName", self.export, *AS_OF]):
            self.assert_people_see_it(*command, "--evidence", status, code=(0, 1, 3))

    def test_takeover(self):
        held = self.write_csv("prospects.csv", ["customer", "product", "term end", "provider"], [
            [text, text, "2024-02-18", text] for text in TEXTS.values()])
        for command in (["plan"], ["plan", "-f", "wide"], ["plan", "-f", "md"], ["explain", "CON"]):
            self.assert_people_see_it(*command, "--takeover", held, *AS_OF, code=(0, 1, 3))
        entries = json.loads(run("plan", "--takeover", held, *AS_OF, "-f", "json")[0])["entries"]
        self.assertEqual({entry["customer_name"] for entry in entries}, {without_zero(text) for text in TEXTS.values()})

    def test_offer_matrix_and_seats(self):
        matrix = self.write_csv("matrix.csv", ["Offer ID", "Offer Display Name", "Modern ProductID/SkuID",
                                               "Migration enabled"], [[text] * 4 for text in TEXTS.values()])
        self.assert_people_see_it("plan", self.export, *AS_OF, "--offer-matrix", matrix, code=(0, 1, 3))
        seats = self.write_csv("seats.csv", ["subscription_id", "seats"], [[text] * 2 for text in TEXTS.values()])
        self.assert_people_see_it("batch", self.export, *AS_OF, "--dry-run", "--seats-from", seats, code=(0, 1, 3))

    @unittest.skipIf(workbook is None, "Python has no openpyxl")
    def test_sheets_of_workbooks(self):
        """Names of sheets, headers and cells of a workbook; XML has no place for most controls."""
        texts = [text for text in TEXTS.values() if not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", text)]
        for text in (text for text in texts if text in ACTING):
            row = ["customer", "product", "term end", *texts]
            cells = "".join("<row>" + "".join(f"<c t='inlineStr'><is><t>{saxutils.escape(cell)}</t></is></c>" for cell in cells)
                            + "</row>" for cells in (row, ["A", "Power BI Pro", text], [text, text, "2024-01-18"]))
            name = saxutils.quoteattr(text)
            parts = workbook.raw_parts(cells, f"<sheets><sheet name={name} sheetId='1' r:id='r1'/></sheets>")
            workbook.write_parts(self.path / "in.xlsx", parts)
            for command in (["plan", *AS_OF], ["check"], ["plan", "--sheet", "none"]):
                out, err = run(*command, self.path / "in.xlsx", code=(0, 1, 3))
                self.assert_inert(out, "stdout")
                self.assert_inert(err, "stderr")

    def test_settings(self):
        for text in ACTING:
            quoted = json.dumps(text).replace("\\ud", "\\\\ud").replace("\x7f", "\\u007f")
            (self.path / "own.toml").write_text(f"as-of = {quoted}\n{quoted} = {quoted}\n")
            out, err = run("plan", self.export, "--config", self.path / "own.toml", code=(1,))
            self.assert_inert(out + err, text)
            if "\0" in text:
                continue
            out, err = run("plan", self.export, code=(0, 1), environment={"NCEPLAN_AS_OF": text})
            self.assert_inert(err, text)

    def test_editions(self):
        for text in ACTING:
            (self.path / "edition.json").write_text(json.dumps({"id": text, "announced": text, text: text}))
            _, err = run("plan", self.export, *AS_OF, "--edition", self.path / "edition.json", code=(1,))
            self.assert_inert(err, text)


if __name__ == "__main__":
    unittest.main()
