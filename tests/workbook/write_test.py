#!/usr/bin/env python3
"""Workbooks that nceplan writes, as openpyxl reads them: write_test.py BINARY."""

import csv
import datetime
import fcntl
import os
import pty
import resource
import signal
import unittest
import zipfile
from xml.etree import ElementTree

import openpyxl

from support import SAMPLES, Case

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "http://example.org", "007", "1E5", "ab\x01c", "\ufffe",
           "_x0041_", "<b>&amp;</b>", "zwei\nZeilen", "Größe 😀", "  Rand  ", "x" * 40000]


class Workbooks(Case):
    def workbook(self, *arguments):
        self.plan(*arguments, "-q", "-o", "plan.xlsx")
        return openpyxl.load_workbook(self.path / "plan.xlsx")

    def write_export(self, *lines):
        (self.path / "in.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def rows(self, sheet):
        lines = list(sheet.iter_rows(values_only=True))
        return [dict(zip(lines[0], line)) for line in lines[1:]]


class Contents(Workbooks):
    def test_each_view_has_a_sheet_with_a_table_under_a_frozen_header(self):
        book = self.workbook(SAMPLES / "kunden.csv")
        self.assertEqual(book.sheetnames, ["Plan", "Customers", "Months", "Diagnostics"])
        for sheet in book:
            with self.subTest(sheet=sheet.title):
                table, = sheet.tables.values()
                self.assertEqual(table.ref, sheet.dimensions)
                self.assertEqual(table.autoFilter.ref, table.ref)
                self.assertIn(sheet.freeze_panes, ("A2", "B2"))
                self.assertEqual([column.name for column in table.tableColumns], [cell.value for cell in sheet[1]])
                self.assertTrue(all(8 <= sheet.column_dimensions[cell.column_letter].width <= 62 for cell in sheet[1]))
        self.assertEqual([name for sheet in book for name in sheet.tables],
                         ["nceplan_plan", "nceplan_customers", "nceplan_months", "nceplan_diagnostics"])

    def test_the_plan_says_what_csv_says_in_excels_own_types(self):
        columns = "subscription_id,seats,auto_renew,is_addon,term_end_date,migration_date,act_by,days_left,source_line"
        sheet = self.workbook(SAMPLES / "kunden.csv", "--columns", columns)["Plan"]
        wanted = {row["subscription_id"]: row for row in
                  self.entries(SAMPLES / "kunden.csv", "--columns", columns, without=())}
        kinds = {"term_end_date": datetime.date.fromisoformat, "migration_date": datetime.date.fromisoformat,
                 "act_by": datetime.date.fromisoformat, "seats": int, "days_left": int, "source_line": int,
                 "auto_renew": lambda text: text == "true", "is_addon": lambda text: text == "true"}
        seen = list(sheet.iter_rows(min_row=2, values_only=True))
        self.assertEqual(len(seen), len(wanted))
        for values in seen:
            row = dict(zip(columns.split(","), values))
            for name, kind in kinds.items():
                text = wanted[row["subscription_id"]][name]
                value = row[name].date() if isinstance(row[name], datetime.datetime) else row[name]
                expected = kind(text) if text else None
                self.assertEqual((value, type(value)), (expected, type(expected)), name)

    def test_it_speaks_the_chosen_language(self):
        book = self.workbook(SAMPLES / "generic.csv", "--lang", "de")
        self.assertEqual(book.sheetnames, ["Plan", "Kunden", "Monate", "Hinweise"])
        plan = book["Plan"]
        headings = [cell.value for cell in plan[1]]
        self.assertEqual(headings[:4], ["Kunde", "Produkt", "Lizenzen", "Migration"])
        self.assertEqual(plan.cell(2, 4).number_format, "dd.mm.yyyy")
        self.assertIn("nceplan_plan", plan.tables)

    def test_customers_and_months_add_up(self):
        book = self.workbook(SAMPLES / "kunden.csv")
        plan = self.rows(book["Plan"])
        for name in ("Customers", "Months"):
            rows = self.rows(book[name])
            self.assertEqual(sum(row["Subscriptions"] for row in rows), len(plan))
            self.assertEqual(sum(row["Seats"] for row in rows), sum(row["Seats"] or 0 for row in plan))
        self.assertEqual({row["Customer"] for row in self.rows(book["Customers"])}, {row["Customer"] for row in plan})
        months = [row["Month"] for row in self.rows(book["Months"]) if row["Month"]]
        self.assertEqual(months, sorted(months))
        self.assertTrue(all(month.day == 1 for month in months))

    def test_a_customer_is_one_however_it_is_spelt(self):
        self.write_export("customer_name,customer_id,subscription_id,product_name,seats,term_end_date,term",
                          "Alpha,11111111-1111-4111-8111-111111111111,S1,Office 365 E3,1,2024-05-01,P1Y",
                          "Alpha GmbH,11111111-1111-4111-8111-111111111111,S2,Visio Plan 2,2,2024-05-01,P1Y")
        book = self.workbook("in.csv")
        self.assertEqual(len(self.rows(book["Customers"])), 1)
        self.assertEqual([row["Customers"] for row in self.rows(book["Months"])], [1])

    def test_what_is_waived_is_not_urgent(self):
        self.write_export("customer_name,subscription_id,product_name,seats,term_end_date,term",
                          "Alpha,S1,Office 365 E3,1,2024-01-20,P1Y", "Beta,S2,Office 365 E3,1,2024-01-20,P1Y")
        (self.path / "waivers.csv").write_text("customer,subscription,reason,owner,until\nAlpha,,why,me,2024-03-31\n")
        book = self.workbook("in.csv", "--waivers", "waivers.csv")
        self.assertEqual({row["Customer"]: row["Urgent"] for row in self.rows(book["Customers"])},
                         {"Alpha": 0, "Beta": 1})
        self.assertEqual([row["Urgent"] for row in self.rows(book["Months"])], [1])
        self.assertTrue(any("1 urgent" in str(row["Message"]) and "1 waived" in str(row["Message"])
                            for row in self.rows(book["Diagnostics"])))

    def test_days_that_excel_cannot_count_are_texts(self):
        days = ("0001-01-01", "1899-12-30", "1900-01-15", "1900-02-28", "1900-03-01", "2023-01-01")
        self.write_export("customer_name,subscription_id,product_name,seats,term_end_date,creation_date,term",
                          *(f"K,D{day},Office 365 E3,10,2024-05-01,{day},P1Y" for day in days))
        seen = {row["Subscription id"][1:]: row["Created"] for row in
                self.rows(self.workbook("in.csv", "--columns", "subscription_id,creation_date")["Plan"])}
        for day in days:
            with self.subTest(day=day):
                wanted = day if day < "1900-03-01" else datetime.datetime.fromisoformat(day)
                self.assertEqual(seen[day], wanted)

    def test_evidence_and_takeovers_have_columns_where_a_run_has_them(self):
        plain = [cell.value for cell in self.workbook(SAMPLES / "kunden.csv")["Plan"][1]]
        self.write_export("customer_name,subscription_id,product_name,seats,term_end_date,term,provider",
                          "Alpha,S1,Office 365 E3,1,2024-05-01,P1Y,Andere GmbH")
        held = [cell.value for cell in self.workbook(SAMPLES / "kunden.csv", "--takeover", "in.csv")["Plan"][1]]
        self.assertEqual(held[:len(plain)], plain)
        self.assertEqual(len(held), len(plain) + 2)

    def test_diagnostics_tell_under_what_it_was_made_and_every_problem(self):
        (self.path / "in.csv").write_text("Customer,Product,Seats,Renewal date\nA,P,many,2024-05-01\nB,Q,5,2024-06-01\n")
        self.plan("in.csv", "-q", "-o", "plan.xlsx", exits=3)
        rows = self.rows(openpyxl.load_workbook(self.path / "plan.xlsx")["Diagnostics"])
        self.assertIn("as of 2024-01-16", rows[0]["Message"])
        problem = next(row for row in rows if row["Code"] == "seats-invalid")
        self.assertEqual((problem["File"], problem["Line"], problem["Column"], problem["Seen"]), ("in.csv", 2, 3, "many"))
        self.assertTrue(problem["Fix"])

    def test_a_summary_has_no_plan(self):
        self.assertEqual(self.workbook(SAMPLES / "kunden.csv", "--summary").sheetnames,
                         ["Customers", "Months", "Diagnostics"])

    def test_an_empty_plan_is_a_workbook_too(self):
        (self.path / "in.csv").write_text("Customer,Product,Seats,Renewal date\n")
        book = self.workbook("in.csv")
        self.assertEqual(book["Plan"].tables["nceplan_plan"].ref.split(":")[1][-1], "2")

    def test_columns_that_are_named_twice_get_headings_of_their_own(self):
        sheet = self.workbook(SAMPLES / "generic.csv", "--columns", "product_name,product_name")["Plan"]
        self.assertEqual([cell.value for cell in sheet[1]], ["Product", "Product 2"])

    def test_rows_keep_the_order_that_is_asked_for(self):
        sheet = self.workbook(SAMPLES / "kunden.csv", "--sort", "-seats", "--columns", "seats")["Plan"]
        seats = [cell.value for cell in sheet["A"][1:] if cell.value is not None]
        self.assertEqual(seats, sorted(seats, reverse=True))


class Inert(Workbooks):
    def setUp(self):
        super().setUp()
        with open(self.path / "in.csv", "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["Customer", "Product", "Subscription id", "Renewal date"])
            for number, name in enumerate(HOSTILE):
                rows.writerow([f"Kunde {number:02}", name, f"id {number:02}", "2024-05-13"])

    def test_texts_stay_texts(self):
        sheet = self.workbook("in.csv", "--sort", "subscription_id")["Plan"]
        cells = sheet["B"][1:]
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
        self.assertTrue(all(cell.hyperlink is None for cell in cells))
        seen = [cell.value for cell in cells]
        self.assertEqual(seen[:7], HOSTILE[:7])
        self.assertEqual(seen[7:], ["ab\\x01c", "\ufffd", "_x005F_x0041_", "<b>&amp;</b>", "zwei\\nZeilen", "Größe 😀",
                                    "Rand", "x" * 32766 + "…"])

    def test_every_part_is_well_formed(self):
        self.workbook("in.csv")
        with zipfile.ZipFile(self.path / "plan.xlsx") as archive:
            self.assertIsNone(archive.testzip())
            for name in archive.namelist():
                ElementTree.fromstring(archive.read(name))


class Files(Workbooks):
    def test_equal_input_gives_equal_bytes(self):
        for name in ("a.xlsx", "b.xlsx"):
            self.plan(SAMPLES / "kunden.csv", "-q", "-o", name)
        self.assertEqual((self.path / "a.xlsx").read_bytes(), (self.path / "b.xlsx").read_bytes())
        self.assertEqual(self.plan(SAMPLES / "kunden.csv", "-q", "-f", "xlsx").stdout,
                         (self.path / "a.xlsx").read_bytes())

    def test_nothing_is_left_behind(self):
        self.plan(SAMPLES / "kunden.csv", "-q", "-o", "plan.xlsx")
        self.assertEqual(os.listdir(self.path), ["plan.xlsx"])

    def test_a_file_that_cannot_be_completed_leaves_the_old_one_alone(self):
        (self.path / "plan.xlsx").write_text("old\n")

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

        done = self.plan(SAMPLES / "kunden.csv", "-o", "plan.xlsx", exits=1, preexec_fn=small_disk)
        self.assertIn(b"plan.xlsx: error:", done.stderr)
        self.assertIn(b"[output-failed]", done.stderr)
        self.assertEqual((self.path / "plan.xlsx").read_text(), "old\n")
        self.assertEqual(os.listdir(self.path), ["plan.xlsx"])

    def test_a_terminal_gets_no_workbook(self):
        leader, follower = pty.openpty()
        done = self.plan_on(follower)
        os.close(follower)
        fcntl.fcntl(leader, fcntl.F_SETFL, os.O_NONBLOCK)
        self.assertRaises(OSError, os.read, leader, 1)
        os.close(leader)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"-o plan.xlsx", done.stderr)

    def plan_on(self, terminal):
        import subprocess
        from support import BINARY, ENVIRONMENT
        return subprocess.run([str(BINARY), "plan", str(SAMPLES / "kunden.csv"), "-f", "xlsx"], stdout=terminal,
                              stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)


if __name__ == "__main__":
    unittest.main()
