#!/usr/bin/env python3
"""Hostile text in every field, through every sink: run.py BINARY.

tests/support/hostile.json has the texts. They stand for customer, product, subscription name, id, domain and provider,
for headers, and for values that are wrong, and must come out inert: visible in a terminal, text in a document, a cell in
a table, and in machine formats exactly what went in.
"""

import csv
import io
import json
import re
import subprocess
import unittest

from support import ACTING, AS_OF, ESCAPED, FIELDS, TEXTS, WithExport, run, shown, trimmed, usable_names


class Terminals(WithExport):
    def test_tables(self):
        for language in ("en", "de"):
            for arguments in (["-f", "table"], ["-f", "wide"], ["-f", "table", "--color", "always"],
                              ["-f", "table", "--width", "80"], ["-f", "table", "--group-by", "customer"],
                              ["-f", "table", "--columns", ",".join(FIELDS.values())], ["--summary"]):
                with self.subTest(language=language, arguments=arguments):
                    out, err = self.plan("--lang", language, *arguments)
                    self.assert_inert(out, "stdout")
                    self.assert_inert(err, "stderr")

    def test_explain(self):
        for text in ACTING:
            if trimmed(text) == text and "\0" not in text and not text.startswith("-"):
                out, err = run("explain", text, str(self.export), *AS_OF, code=(0, 1))
                self.assert_inert(out, "stdout")
                self.assert_inert(err, "stderr")

    def test_check(self):
        out, err = run("check", str(self.export))
        self.assert_inert(out, "stdout")
        self.assert_inert(err, "stderr")


class Messages(WithExport):
    def test_wrong_values(self):
        for field in ("commitmentEndDate", "quantity", "autoRenewEnabled", "termDuration", "status", "billingCycle",
                      "parentSubscriptionId"):
            with self.subTest(field=field):
                rows = [dict(self.rows[0], id=f"r{i}", **{field: text}) for i, text in enumerate(TEXTS.values())]
                path = self.path / "wrong.json"
                path.write_text(json.dumps(rows), encoding="utf-8")
                for arguments in (["plan", *AS_OF], ["check"]):
                    out, err = run(*arguments, str(path), code=(0, 1, 3))
                    self.assert_inert(out, "stdout")
                    self.assert_inert(err, "stderr")

    def test_headers(self):
        for text in ACTING:
            header = io.StringIO()
            csv.writer(header).writerow(["customer", "product", "term end", text])
            path = self.path / "headers.csv"
            path.write_text(header.getvalue() + "A,Power BI Pro,x,5\nA,Power BI Pro,03/04/2024,5\n", encoding="utf-8")
            for command in ("check", "plan"):
                out, err = run(command, str(path), code=(0, 1, 3))
                self.assert_inert(out, "stdout")
                self.assert_inert(err, "stderr")
            path.write_text(header.getvalue().replace("product", "thing"), encoding="utf-8")
            self.assert_inert(run("plan", str(path), code=(1,))[1], "stderr")

    def test_keys(self):
        path = self.path / "keys.json"
        path.write_text(json.dumps([{text: 1 for text in TEXTS.values()}]), encoding="utf-8")
        self.assert_inert(run("plan", str(path), code=(1,))[1], "stderr")

    def test_names_of_files(self):
        for name in usable_names(ACTING):
            path = self.path / (name + ".csv")
            path.write_text("customer,product,term end\nA,Power BI Pro,nonsense\nB,Power BI Pro,2024-01-18\n")
            for command in (["plan", *AS_OF], ["check"]):
                out, err = run(*command, "--", "./" + path.name, cwd=self.path, code=(0, 3))
                self.assert_inert(out, "stdout")
                self.assert_inert(err, "stderr")
            path.unlink()

    def test_suggested_commands(self):
        """A shell gives the program the very name again, and does nothing else."""
        export = "customer,product,term end,seats\nA,Office 365 A3 for faculty,2024-01-18,5\nB,Visio Plan 2,2026-02-01,5\n"
        acting = ("$(touch made)", "`touch made`", "a\"; touch made; \"", "a'; touch made; '", "a & touch made", "a\\", "!x")
        for name in (*acting, *usable_names()):
            path = self.path / name
            if ESCAPED.search(name) or path.is_dir():
                continue
            path.write_text(export, encoding="utf-8")
            out, _ = run("plan", *AS_OF, "--", "./" + name, cwd=self.path, code=(0, 3))
            suggested = re.search("nceplan rules diff [^ ]+ [^ ]+ (.*)$", out, re.MULTILINE)
            self.assertIsNotNone(suggested, out)
            seen = subprocess.run(["sh", "-c", "printf %s " + suggested[1]], cwd=self.path, capture_output=True, check=True)
            self.assertEqual(seen.stdout.decode("utf-8"), "./" + name)
            self.assertFalse((self.path / "made").exists(), name)
            path.unlink()

    def test_arguments(self):
        for text in ACTING:
            if "\0" in text:
                continue
            for arguments in (["plan", str(self.export), "--format=" + text], ["plan", str(self.export), "--lang=" + text],
                              ["plan", str(self.export), "--as-of=" + text], ["plan", "./missing" + text],
                              ["plan", str(self.export), "--where=" + text], ["plan", str(self.export), "--map=" + text],
                              ["plan", str(self.export), "--columns=" + text], ["--" + text], [text]):
                out, err = run(*arguments, cwd=self.path, code=(0, 1))
                self.assert_inert(err, f"stderr of {arguments}")


class Documents(WithExport):
    def test_markdown(self):
        for columns in ([], ["--columns", ",".join(FIELDS.values())]):
            out, _ = self.plan("-f", "md", *columns)
            self.assert_inert(out, "Markdown")
            self.assertNotRegex(out, "[<>]")
            for line in out.splitlines():
                plain = re.sub(r"\\.", "", line)
                self.assertNotIn("](", plain)
                self.assertNotIn("`", plain)
            table = [re.sub(r"\\.", "", line) for line in out.splitlines() if line.startswith("|")]
            self.assertGreater(len(table), len(self.rows))
            self.assertEqual({line.count("|") for line in table}, {table[0].count("|")})


class MachineFormats(WithExport):
    def check_values(self, rows):
        wanted = {trimmed(row["id"]): row for row in self.rows}
        self.assertEqual(len(rows), len(wanted))
        for row in rows:
            source = wanted[row["subscription_id"]]
            for field, column in FIELDS.items():
                self.assertEqual(row[column] or "", trimmed(source[field]), column)

    def test_json(self):
        out, _ = self.plan("-f", "json")
        self.check_values(json.loads(out)["entries"])
        self.assertNotRegex(out.replace("\n", ""), "[\x00-\x1f]")

    def test_ndjson(self):
        out, _ = self.plan("-f", "ndjson")
        objects = [json.loads(line) for line in out.split("\n") if line]
        self.check_values([item for item in objects if item["type"] == "entry"])

    def test_delimited(self):
        for name, delimiter in (("csv", ","), ("tsv", "\t")):
            out, _ = self.plan("-f", name)
            self.check_values(list(csv.DictReader(io.StringIO(out, newline=""), delimiter=delimiter)))

    def test_what_was_written_is_read_again(self):
        first, _ = self.plan("-f", "csv", "--sort", "subscription_id")
        for name in ("csv", "tsv", "json", "ndjson"):
            (self.path / ("plan." + name)).write_text(self.plan("-f", name)[0], encoding="utf-8", newline="")
            again, _ = run("plan", str(self.path / ("plan." + name)), *AS_OF, "-f", "csv",
                           "--sort", "subscription_id")
            drop = ("source_file", "source_line", "status")
            with self.subTest(format=name):
                rows = [[{k: v for k, v in row.items() if k not in drop}
                         for row in csv.DictReader(io.StringIO(text, newline=""))] for text in (first, again)]
                self.assertEqual(rows[0], rows[1])


if __name__ == "__main__":
    unittest.main()
