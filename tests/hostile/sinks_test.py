#!/usr/bin/env python3
"""Hostile text in the documents that other programs open, as parsers of these see them: sinks_test.py BINARY.

A page has the elements and attributes that it has with harmless names, a calendar the properties, JUnit XML the
elements; each text comes back as text, equal to what a terminal shows.
"""

import base64
import collections
import csv
import hashlib
import html.parser
import io
import json
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from support import FIELDS, ROOT, TEXTS, WithExport, shown, trimmed

PAGE = ROOT / "src" / "output" / "page"
VOID = {"meta", "input", "line", "rect"}


class InDocument(WithExport):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.harmless = cls.write_export("harmless.json", cls.rows_with(
            [f"Name {number}" for number in range(len(TEXTS))], ids=False))
        cls.hostile = cls.write_export("hostile.json", cls.rows_with(TEXTS.values(), ids=False))
        cls.wrong = cls.write_export("wrong.json", [dict(cls.PLAIN, id=text, commitmentEndDate=text)
                                                    for text in TEXTS.values()])

    def written(self, export, name, *arguments, **options):
        self.export = export
        self.plan("-q", "-o", self.path / name, *arguments, **options)
        return self.path / name


class Reader(html.parser.HTMLParser):
    """Elements with their attributes, and what stands in them."""

    def __init__(self):
        super().__init__()
        self.open, self.elements, self.texts = [], [], collections.defaultdict(list)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append((tag, dict(attributes).get("class")))
            self.texts[self.open[-1]].append("")

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, attributes))

    def handle_endtag(self, tag):
        if tag not in VOID and self.open.pop()[0] != tag:
            raise AssertionError(f"{tag} ends another element")

    def handle_data(self, text):
        if self.open:
            self.texts[self.open[-1]][-1] += text

    def handle_comment(self, text):
        raise AssertionError(f"a comment: {text}")

    def handle_pi(self, text):
        raise AssertionError(f"an instruction: {text}")


class Pages(InDocument):
    # Their values are words and numbers of ours, whatever the names; all other values are the same for all names.
    WORDED = {"aria-label", "data-heading", "x", "y", "width", "height", "x1", "x2", "dx", "class", "open"}

    def read(self, export, *arguments, **options):
        reader = Reader()
        reader.feed(self.written(export, "plan.html", *arguments, **options).read_text(encoding="utf-8"))
        reader.close()
        self.assertEqual(reader.open, [])
        return reader

    def form(self, reader):
        return collections.Counter(
            (tag, tuple((name, None if name in self.WORDED else value) for name, value in attributes))
            for tag, attributes in reader.elements)

    def test_no_element_and_no_attribute_comes_from_data(self):
        for arguments in ((), ("--lang", "de"), ("--group-by", "month"), ("--summary",),
                          ("--columns", ",".join(FIELDS.values()))):
            with self.subTest(arguments=arguments):
                # Under an edition of one's own: else a page remarks that a newer one moves dates, which depends on names.
                edition = json.loads((ROOT / "data/schedules/2023-07.json").read_text(encoding="utf-8")) | {"id": "own"}
                (self.path / "own.json").write_text(json.dumps(edition), encoding="utf-8")
                plain, hostile = (self.read(export, "--edition", self.path / "own.json", *arguments)
                                  for export in (self.harmless, self.hostile))
                self.assertEqual(self.form(hostile) - self.form(plain), {})
                self.assertEqual(self.form(plain) - self.form(hostile), {})
                values = {value for reader in (plain, hostile) for _, attributes in reader.elements
                          for name, value in attributes if name in self.WORDED}
                self.assertFalse(values & {shown(text) for text in TEXTS.values()})
                for _, attributes in hostile.elements:
                    for name, value in attributes:
                        self.assertFalse(name.startswith("on"), name)
                        self.assertNotIn(name, ("src", "style", "srcset", "action"))
                        self.assertIn(value, ("#customers",) if name == "href" else (value,))

    def test_every_name_is_text(self):
        page = self.read(self.hostile)
        wanted = collections.Counter(shown(text) for text in TEXTS.values())
        names = collections.Counter(page.texts["span", "name"])
        del names["Contoso"]
        self.assertEqual(names, wanted)
        self.assertLessEqual(set(wanted), {name.strip() for name in page.texts["th", None]})
        tips = "\n".join(page.texts["title", None] + page.texts["p", "products"] + page.texts["strong", None])
        self.assertNotRegex(tips, "[\x00-\x09\x0b-\x1f\u202a-\u202e]")

    def test_style_and_script_are_those_that_the_policy_allows(self):
        for environment in ({}, {"GITHUB_ACTIONS": "true"}):
            self.export = self.hostile
            reader = Reader()
            reader.feed(self.plan("-q", "-f", "html", environment=environment)[0])
            policy, = (dict(attributes)["content"] for tag, attributes in reader.elements
                       if dict(attributes).get("http-equiv") == "Content-Security-Policy")
            for tag, file in (("style", "page.css"), ("script", "page.js")):
                (content,) = reader.texts[tag, None]
                digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
                self.assertIn(f"{tag}-src 'sha256-{digest}'", policy)
                self.assertEqual(content, (PAGE / file).read_text(encoding="utf-8"))

    def test_problems_are_text(self):
        page = self.read(self.wrong, code=(3,))
        self.assertEqual(len(page.texts["pre", None]), 1)
        self.assertIn('<script>alert(1)</script>', page.texts["pre", None][0])


class Calendars(InDocument):
    TEXTUAL = {"SUMMARY", "DESCRIPTION"}

    def properties(self, export):
        """Unfolded lines (RFC 5545, section 3.1) as name and value; texts are unescaped (section 3.3.11)."""
        lines = self.written(export, "plan.ics").read_bytes().decode("utf-8").replace("\r\n ", "").split("\r\n")
        self.assertEqual(lines.pop(), "")
        found = []
        for line in lines:
            self.assertNotRegex(line, "[\x00-\x1f\x7f]")
            name, _, value = line.partition(":")
            found.append((name, self.unescaped(value) if name in self.TEXTUAL else value))
        return found

    def unescaped(self, text):
        plain, rest = "", iter(text)
        for character in rest:
            self.assertNotIn(character, ",;")
            if character == "\\":
                character = next(rest)
                self.assertIn(character, "\\,;nN")
                character = "\n" if character in "nN" else character
            plain += character
        return plain

    def test_no_property_comes_from_data(self):
        plain, hostile = (collections.Counter(name + (":" + value if name in ("BEGIN", "END") else "")
                                              for name, value in self.properties(export))
                          for export in (self.harmless, self.hostile))
        self.assertEqual(hostile, plain)
        # An adjustment window and a deadline, for Contoso and for each text that stands for a customer.
        self.assertEqual(hostile["BEGIN:VEVENT"], 2 * (len(TEXTS) + 1))

    def test_every_text_is_equal(self):
        properties = self.properties(self.hostile)
        found = [value.split("\n") for before, (name, value) in zip(properties, properties[1:])
                 if name == "DESCRIPTION" and before[0] != "ACTION"]  # that of an alarm
        on_one_line = {shown(" ".join(piece for piece in text.replace("\v", " ").replace("\f", " ").replace("\t", " ")
                                      .replace("\r", " ").replace("\n", " ").split(" ") if piece))
                       for text in TEXTS.values()}
        self.assertEqual({lines[0] for lines in found}, {*on_one_line, "Contoso"})
        products = "\n".join("\n".join(lines) for lines in found if lines[0] == "Contoso")
        for text in on_one_line:
            self.assertIn(text, products)


class ContinuousIntegration(InDocument):
    """JUnit XML and code quality."""

    def test_junit(self):
        gate = ("--fail-on", "due:30d")
        trees = [ElementTree.parse(self.written(export, "plan.xml", *gate, code=(2,)))
                 for export in (self.harmless, self.hostile)]
        plain, hostile = (collections.Counter((item.tag, tuple(item.attrib)) for item in tree.iter()) for tree in trees)
        self.assertEqual(hostile, plain)
        in_xml = {shown(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff") for text in TEXTS.values()}
        suites = {suite.get("name") for suite in trees[1].iter("testsuite")}
        self.assertEqual(suites, {*in_xml, "Contoso"})
        cases = {case.get("name").rsplit(" (row-", 1)[0] for case in trees[1].iter("testcase")}
        self.assertEqual(cases, {*in_xml, "Power BI Pro"})

    def test_junit_of_rejected_rows(self):
        tree = ElementTree.parse(self.written(self.wrong, "plan.xml", code=(3,)))
        self.assertEqual({item.tag for item in tree.iter()}, {"testsuites", "testsuite", "testcase", "error"})

    def test_code_quality(self):
        path = self.written(self.hostile, "gl-code-quality.json", "--fail-on", "due:30d", code=(2,))
        found = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(len(found), len(TEXTS) * len(FIELDS))
        said = [finding["description"] for finding in found]
        for text in TEXTS.values():
            self.assertTrue(any(one.startswith(shown(text) + ": Power BI Pro: ") for one in said), text)
            self.assertTrue(any(one.startswith(f"Contoso: {shown(text)}: ") for one in said), text)
        self.assertEqual(len({finding["fingerprint"] for finding in found}), len(found))


class Spreadsheets(InDocument):
    """CSV that Excel opens by double-click: no cell is a formula, and nceplan reads the values back."""

    def test_no_cell_is_a_formula(self):
        for name, dialect, delimiter in (("plan.csv", "de", ";"), ("plan.csv", "en", ","), ("plan.tsv", "de", "\t")):
            with self.subTest(name=name, dialect=dialect):
                path = self.written(self.hostile, name, "--excel=" + dialect)
                text = path.read_bytes().decode("utf-8-sig")
                rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
                self.assertEqual(len(rows), len(TEXTS) * len(FIELDS))
                for row in rows:
                    for value in row.values():
                        self.assertNotRegex(value, "^[=+@\t\r\uff1d\uff0b\uff0d\uff20]|^-(?![0-9]+$)")
                for field, column in FIELDS.items():
                    values = {row["subscription_id"]: row[column] for row in rows}
                    for number, value in enumerate(map(trimmed, TEXTS.values())):
                        guarded = "'" * (value[:1] in tuple("=+-@\uff1d")) + value
                        self.assertEqual(values[f"row-{number}-{field}"], guarded)

    def test_values_are_read_back(self):
        columns = ("-f", "csv", "--sort", "subscription_id", "--columns", "subscription_id," + ",".join(FIELDS.values()))
        self.export = self.hostile
        first, _ = self.plan(*columns)
        for name, dialect in (("plan.csv", "de"), ("plan.csv", "en"), ("plan.tsv", "en")):
            self.export = self.written(self.hostile, name, "--excel=" + dialect)
            self.assertEqual(self.plan(*columns)[0], first)


try:
    import openpyxl
    import openpyxl.utils.escape
except ImportError:
    openpyxl = None


@unittest.skipIf(openpyxl is None, "Python has no openpyxl")
class Workbooks(InDocument):
    def setUp(self):
        if "built without" in self.written_or_refused():
            self.skipTest("built without workbooks")

    def written_or_refused(self):
        self.export = self.harmless
        return self.plan("-o", self.path / "plan.xlsx", code=(0, 1))[1]

    def cells(self, export, **options):
        path = self.written(export, "plan.xlsx", **options)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
        for name, content in parts.items():
            ElementTree.fromstring(content)
            if name.endswith(".rels"):
                self.assertNotIn("hyperlink", content.lower())
            if name.startswith("xl/worksheets/sheet"):
                self.assertNotRegex(content, "<f[ >/]|<hyperlink")
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertNotEqual(cell.data_type, "f", cell.coordinate)
                    self.assertIsNone(cell.hyperlink, cell.coordinate)
        return book

    def test_every_text_is_a_text(self):
        book = self.cells(self.hostile)
        header, *rows = [[cell.value for cell in row] for row in book["Plan"].iter_rows()]
        rows = {row[header.index("Subscription id")]: row for row in rows}
        titles = {"customerName": "Customer", "offerName": "Product", "friendlyName": "Subscription",
                  "domain": "Domain"}
        for number, text in enumerate(TEXTS.values()):
            wanted = shown(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
            for field, title in titles.items():
                value = rows[f"row-{number}-{field}"][header.index(title)]
                self.assertEqual(openpyxl.utils.escape.unescape(value), wanted)

    def test_diagnostics_are_texts(self):
        book = self.cells(self.wrong, code=(3,))
        self.assertGreater(book["Diagnostics"].max_row, 20)


if __name__ == "__main__":
    unittest.main()
