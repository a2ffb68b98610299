#!/usr/bin/env python3
"""Workbooks that openpyxl writes, as nceplan reads them: read_test.py BINARY."""

import csv
import datetime
import json
import re
import unittest

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from support import SAMPLES, Case

import workbook

HEADER = ["Customer", "Product", "Seats", "Subscription id", "Auto-renew", "Renewal date"]
ROWS = [
    ["Contoso", "Office 365 E3", 12, "s-1", True, datetime.date(2024, 3, 4)],
    ["Fabrikam", "Office 365 E1", 1050, "s-2", False, datetime.date(2024, 12, 31)],
    ["Müller & Söhne", "Visio Plan 2", 1, "007", True, datetime.datetime(2024, 2, 29, 23, 59, 59)],
]


def typed(text):
    """What Excel makes of a cell of an export."""
    if re.fullmatch(r"\d{1,9}", text) and not text.startswith("0"):
        return int(text)
    if text in ("True", "False", "true", "false"):
        return text.lower() == "true"
    if match := re.fullmatch(r"(\d\d\d\d)-(\d\d)-(\d\d)", text):
        return datetime.date(*map(int, match.groups()))
    if match := re.fullmatch(r"(\d\d)/(\d\d)/(\d\d\d\d) (\d\d):(\d\d):(\d\d)", text):
        month, day, year, *clock = map(int, match.groups())
        return datetime.datetime(year, month, day, *clock)
    return text


class Cells(Case):
    def book(self, rows=(HEADER, *ROWS), **options):
        return workbook.from_rows(self.path / "in.xlsx", {"Abos": rows}, **options)

    def test_a_row_stands_in_its_sheet(self):
        self.book([[*HEADER, "Base subscription id"], [*ROWS[0], None], [*ROWS[1], "missing"]])
        self.assertIn(b"in.xlsx:Abos!G3: warning: ", self.plan("in.xlsx").stderr)
        for place in ("in.xlsx:Abos!G3", "in.xlsx:Abos!A3", "in.xlsx:3"):
            with self.subTest(place=place):
                told = self.nceplan("explain", place, "in.xlsx", "--as-of", "2024-01-16").stdout.decode()
                self.assertRegex(told, r"in\.xlsx:Abos!A3\n")
                self.assertIn("s-2", told)

    def test_samples_give_the_plan_of_their_csv(self):
        for sample in ("kunden.csv", "bam-subscriptions.csv", "nceplan.csv"):
            with self.subTest(sample=sample):
                with open(SAMPLES / sample, newline="", encoding="utf-8-sig") as file:
                    rows = [[typed(text) for text in row] for row in csv.reader(file)]
                self.book(rows)
                self.assertEqual(self.entries("in.xlsx"), self.entries(SAMPLES / sample))

    def test_dates_are_the_days_that_excel_shows(self):
        for epoch in (None, CALENDAR_MAC_1904):
            with self.subTest(epoch=epoch):
                self.book(epoch=epoch)
                self.assertEqual([row["renewal_date"] for row in self.entries("in.xlsx")],
                                 ["2024-03-04", "2024-12-31", "2024-02-29"])

    def test_numbers_without_date_format_are_serial_dates(self):
        for epoch, serial in ((None, 45355), (CALENDAR_MAC_1904, 45355 - 1462)):
            with self.subTest(epoch=epoch):
                self.book([HEADER, ["Contoso", "E3", 1, "s", True, serial]], epoch=epoch)
                self.assertEqual(self.entries("in.xlsx")[0]["renewal_date"], "2024-03-04")

    def test_a_day_behind_the_last_one_is_a_number(self):
        for epoch, serial in ((None, 2958465.9999999), (CALENDAR_MAC_1904, 2958465)):
            with self.subTest(epoch=epoch):
                book = self.book([HEADER, ["Contoso", "E3", 1, "s", True, serial]], epoch=epoch)
                book["Abos"]["F2"].number_format = "yyyy-mm-dd"
                book.save(self.path / "late.xlsx")
                self.assertIn(b"late.xlsx:Abos!F2: error:", self.plan("late.xlsx", exits=3).stderr)

    def test_numbers_texts_and_booleans_keep_their_value(self):
        self.book()
        rows = self.entries("in.xlsx")
        self.assertEqual([row["seats"] for row in rows], ["12", "1050", "1"])
        self.assertEqual([row["subscription_id"] for row in rows], ["s-1", "s-2", "007"])
        self.assertEqual([row["auto_renew"] for row in rows], ["true", "false", "true"])
        self.assertEqual(rows[2]["customer_name"], "Müller & Söhne")

    def test_a_fraction_of_a_seat_is_refused_with_its_cell(self):
        self.book([["Title"], [], HEADER, ["Contoso", "E3", 1.5, "s", True, datetime.date(2024, 3, 4)]])
        done = self.plan("in.xlsx", exits=3)
        self.assertIn(b'in.xlsx:Abos!C4: error: Seats "1.5"', done.stderr)

    def test_a_date_where_a_name_should_be_is_still_a_text(self):
        self.book([HEADER, [datetime.date(2024, 3, 4), "E3", 1, "s", True, datetime.date(2024, 5, 6)]])
        self.assertEqual(self.entries("in.xlsx")[0]["customer_name"], "2024-03-04")

    def test_formulas_count_by_their_result(self):
        sheet = "".join(f"<row r='{number}'>{cells}</row>" for number, cells in enumerate([
            "".join(f"<c t='inlineStr'><is><t>{name}</t></is></c>" for name in HEADER),
            "<c t='str'><f>A9</f><v>Contoso &amp; Co_x000D_</v></c><c t='inlineStr'><is><r><t>Office </t></r><r><t>365 E3"
            "</t></r><rPh><t>no</t></rPh></is></c><c><f>6*2</f><v>12</v></c><c t='str'><v>s-1</v></c>"
            "<c t='b'><v>1</v></c><c t='d'><v>2024-03-04T00:00:00</v></c>"], start=1))
        workbook.write_parts(self.path / "in.xlsx", workbook.raw_parts(sheet))
        row = self.entries("in.xlsx")[0]
        self.assertEqual([row[name] for name in ("customer_name", "product_name", "seats", "renewal_date")],
                         ["Contoso & Co", "Office 365 E3", "12", "2024-03-04"])

    def test_dates_that_excel_has_turned_around_are_refused(self):
        self.book([HEADER, ["A", "E3", 1, "a", True, "03/25/2024"],
                   ["B", "E3", 1, "b", True, datetime.date(2024, 4, 3)],
                   ["C", "E3", 1, "c", True, datetime.date(2024, 5, 5)]])
        done = self.plan("in.xlsx", "--date-order", "mdy", exits=3)
        self.assertIn(b"in.xlsx:Abos!F3: error:", done.stderr)
        self.assertIn(b"[date-swapped]", done.stderr)
        self.assertEqual(done.stderr.count(b"error:"), 1)

    def test_notes_beside_and_rows_without_cells_are_no_rows(self):
        self.book([HEADER, ROWS[0], [], [None] * 7 + ["checked by Eva"], ROWS[1]])
        self.assertEqual(len(self.entries("in.xlsx")), 2)
        self.assertEqual([row["source_line"] for row in self.entries("in.xlsx", without=())], ["2", "5"])


class Sheets(Case):
    def check(self, *arguments, **options):
        return json.loads(self.nceplan("check", "in.xlsx", "-f", "json", *arguments, **options).stdout)

    def test_the_sheet_whose_header_maps_is_read(self):
        workbook.from_rows(self.path / "in.xlsx", {"Deckblatt": [["Abos 2024"], ["Stand", "heute"]],
                                                   "Abos": [["Alle Abos"], [], HEADER, *ROWS]})
        found = self.check()
        self.assertEqual((found["inputs"][0]["sheet"], found["inputs"][0]["rows"]), ("Abos", 3))
        self.assertIn("sheet      Abos", self.nceplan("check", "in.xlsx").stdout.decode())
        self.assertEqual(json.loads(self.plan("in.xlsx", "-f", "json").stdout)["inputs"][0]["sheet"], "Abos")

    def test_of_several_the_first_is_read_and_the_others_are_named(self):
        workbook.from_rows(self.path / "in.xlsx", {"Januar": [HEADER, ROWS[0]], "Februar": [HEADER, *ROWS]})
        found = self.check()
        self.assertEqual(found["inputs"][0]["sheet"], "Januar")
        self.assertEqual(found["totals"], {"sheets-several": 1})
        found = self.check("--sheet", "februar")
        self.assertEqual((found["inputs"][0]["sheet"], found["totals"]), ("Februar", {}))

    def test_hidden_sheets_are_read_only_by_name(self):
        book = workbook.from_rows(self.path / "in.xlsx", {"Alt": [HEADER, ROWS[0]], "Abos": [HEADER, *ROWS]})
        book["Alt"].sheet_state = "hidden"
        book.save(self.path / "in.xlsx")
        self.assertEqual(self.check()["inputs"][0]["sheet"], "Abos")
        self.assertEqual(self.check("--sheet", "Alt")["inputs"][0]["sheet"], "Alt")

    def test_where_none_maps_the_headers_are_told(self):
        workbook.from_rows(self.path / "in.xlsx", {"Abos": [["Kunde", "Produkt", "Datum"], ["A", "B", "C"]]})
        done = self.nceplan("check", "in.xlsx", exits=1)
        self.assertIn(b"Kunde, Produkt, Datum", done.stderr)

    def test_a_workbook_can_come_through_a_pipe(self):
        workbook.from_rows(self.path / "in.xlsx", {"Abos": [HEADER, *ROWS]})
        self.assertEqual(self.entries("-", input=(self.path / "in.xlsx").read_bytes()), self.entries("in.xlsx"))


class Matrices(Case):
    def test_the_sheet_of_microsofts_offer_matrix_is_found(self):
        with open(SAMPLES / "offer-matrix.csv", newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        decoy = [[*rows[0]], *[[*row] for row in rows[1:2]]]
        workbook.from_rows(self.path / "matrix.xlsx", {"Read me": [["Offer matrix"]], "Old": decoy,
                                                       "NCE Mapping": [["NCE Mapping"], *rows]})
        self.assertEqual(self.entries(SAMPLES / "kunden.csv", "--offer-matrix", "matrix.xlsx"),
                         self.entries(SAMPLES / "kunden.csv", "--offer-matrix", SAMPLES / "offer-matrix.csv"))

    def test_problems_name_the_cell(self):
        workbook.from_rows(self.path / "matrix.xlsx", {"Prices": [["Offer ID", "Migration enabled"], ["x", "perhaps"]]})
        done = self.plan(SAMPLES / "generic.csv", "--offer-matrix", "matrix.xlsx", exits=3)
        self.assertIn(b"matrix.xlsx:Prices!B2:", done.stderr)

    def test_days_of_listing_are_dates(self):
        rows = [["Offer ID", "Migration enabled", "Listed on"], ["x", True, datetime.date(2024, 4, 3)]]
        workbook.from_rows(self.path / "matrix.xlsx", {"NCE Mapping": rows})
        self.assertNotIn(b"error", self.plan(SAMPLES / "generic.csv", "--offer-matrix", "matrix.xlsx", "-q").stderr)


class OwnWorkbooks(Case):
    def test_a_plan_that_nceplan_wrote_can_be_planned_again(self):
        for language in ("en", "de"):
            with self.subTest(language=language):
                self.plan(SAMPLES / "kunden.csv", "-q", "-o", "plan.xlsx", "--lang", language)
                columns = ("subscription_id", "seats", "term_end_date", "migration_date")
                of = lambda rows: sorted(tuple(row[name] for name in columns) for row in rows)
                self.assertEqual(of(self.entries("plan.xlsx")), of(self.entries(SAMPLES / "kunden.csv")))


if __name__ == "__main__":
    unittest.main()
