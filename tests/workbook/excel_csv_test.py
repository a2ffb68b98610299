#!/usr/bin/env python3
"""CSV for Excel, byte by byte, and back: excel_csv_test.py BINARY."""

import csv
import io
import unittest

from support import SAMPLES, Case

FORMULAS = ["=1+1", "+49 30 1234", "-5", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", "'=already", "''+twice"]
PLAIN = ["'quoted'", "O'Neill", "a=b", "Müller; Söhne", 'say "x"']


class Written(Case):
    def text(self, *arguments):
        return self.plan(SAMPLES / "generic.csv", "-q", *arguments).stdout

    def test_german_excel_opens_it_by_double_click(self):
        lines = self.text("-f", "csv", "--excel=de").split(b"\r\n")
        self.assertTrue(lines[0].startswith(b"\xef\xbb\xbfcustomer_name;customer_id;"))
        self.assertFalse(lines[0].startswith(b"\xef\xbb\xbfsep="))
        self.assertEqual(lines[-1], b"")
        self.assertNotIn(b"\n", b"".join(lines))
        row = next(csv.DictReader(io.StringIO(b"\r\n".join(lines).decode("utf-8-sig"), newline=""), delimiter=";"))
        self.assertRegex(row["migration_date"], r"^\d\d\.\d\d\.\d{4}$")
        self.assertIn(row["auto_renew"], ("WAHR", "FALSCH"))

    def test_english_excel_gets_dates_that_no_region_turns_around(self):
        text = self.text("-f", "csv", "--excel=en")
        self.assertTrue(text.startswith(b"\xef\xbb\xbfcustomer_name,customer_id,"))
        row = next(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
        self.assertRegex(row["migration_date"], r"^\d{4}-\d\d-\d\d$")

    def test_alone_it_follows_the_language(self):
        self.assertEqual(self.text("-f", "csv", "--excel", "--lang", "de"),
                         self.text("-f", "csv", "--excel=de", "--lang", "de"))
        self.assertEqual(self.text("-f", "csv", "--excel"), self.text("-f", "csv", "--excel=en"))

    def test_a_word_behind_the_flag_is_a_file(self):
        done = self.plan("--excel", SAMPLES / "generic.csv", "-q", "-f", "csv")
        self.assertEqual(done.stdout, self.text("-f", "csv", "--excel"))

    def test_tsv_keeps_its_tabs(self):
        self.assertTrue(self.text("-f", "tsv", "--excel=de").startswith(b"\xef\xbb\xbfcustomer_name\tcustomer_id\t"))

    def test_a_summary_has_the_same_form(self):
        self.assertTrue(self.text("-f", "csv", "--excel=de", "--summary").startswith(
            b"\xef\xbb\xbfmonth;category;phase;count\r\n"))

    def test_plain_csv_stays_as_it_is(self):
        plain = self.text("-f", "csv")
        self.assertFalse(plain.startswith(b"\xef\xbb\xbf"))
        self.assertNotIn(b"\r", plain)

    def test_another_language_is_refused(self):
        self.plan(SAMPLES / "generic.csv", "-f", "csv", "--excel=fr", exits=1)


class Guarded(Case):
    def setUp(self):
        super().setUp()
        with open(self.path / "in.csv", "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["Customer", "Product", "Seats", "Subscription id", "Term", "Renewal date"])
            for number, name in enumerate(FORMULAS + PLAIN):
                rows.writerow([name, f"{name} E3", number, f"{name}{number}", "P1Y", f"2024-0{number % 9 + 1}-13"])

    def test_texts_that_run_are_guarded_and_numbers_never(self):
        text = self.plan("in.csv", "-q", "-f", "csv", "--excel=de").stdout.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
        self.assertEqual([row["customer_name"] for row in rows], ["'" + name for name in FORMULAS] + PLAIN)
        for row in rows:
            self.assertRegex(row["days_left"], r"^-?\d+$|^$")

    def test_plain_csv_is_not_guarded(self):
        self.assertEqual([row["customer_name"] for row in self.entries("in.csv")], FORMULAS + PLAIN)

    def test_what_is_written_reads_back_the_same(self):
        for form in ("csv", "tsv"):
            for language in ("de", "en"):
                with self.subTest(form=form, language=language):
                    self.plan("in.csv", "-q", "-o", f"plan.{form}", f"--excel={language}")
                    self.assertEqual(self.entries(f"plan.{form}"), self.entries("in.csv"))

    def test_samples_read_back_the_same(self):
        for sample in ("kunden.csv", "generic.csv"):
            for language in ("de", "en"):
                with self.subTest(sample=sample, language=language):
                    self.plan(SAMPLES / sample, "-q", "-o", "plan.csv")
                    self.plan(SAMPLES / sample, "-q", "-o", "excel.csv", f"--excel={language}")
                    self.assertEqual(self.entries("excel.csv"), self.entries("plan.csv"))


if __name__ == "__main__":
    unittest.main()
