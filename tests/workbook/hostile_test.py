#!/usr/bin/env python3
"""Workbooks that mean harm, or are broken: hostile_test.py BINARY. Each is refused by name, in bounded memory."""

import datetime
import random
import resource
import struct
import unittest
import zipfile

from support import BINARY, ENVIRONMENT, Case

import workbook

HEADER = "".join(f"<c t='inlineStr'><is><t>{name}</t></is></c>" for name in ("Customer", "Product", "Renewal date"))
ROW = "<c t='inlineStr'><is><t>A</t></is></c>" * 2 + "<c t='inlineStr'><is><t>2024-05-06</t></is></c>"
GOOD = f"<row r='1'>{HEADER}</row><row r='2'>{ROW}</row>"
MEMORY = 1 << 30


def little_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Hostile(Case):
    def parts(self, sheet=GOOD, **changed):
        return {**workbook.raw_parts(sheet), **changed}

    def write(self, parts):
        workbook.write_parts(self.path / "in.xlsx", parts)

    def refuse(self, code, *arguments):
        done = self.plan("in.xlsx", "--jobs", "1", *arguments, exits=1, preexec_fn=little_memory)
        self.assertIn(f"[{code}]".encode(), done.stderr)
        return done.stderr.decode()

    def test_the_pattern_itself_is_read(self):
        self.write(self.parts())
        self.assertEqual(len(self.entries("in.xlsx")), 1)

    def bomb(self, name, mebibytes):
        with zipfile.ZipFile(self.path / "in.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in self.parts().items():
                if part != name:
                    archive.writestr(part, content)
            with archive.open(name, "w") as part:
                part.write(f"<worksheet xmlns='{workbook.MAIN}'><sheetData><row><c><v>".encode())
                for _ in range(mebibytes):
                    part.write(b" " * (1 << 20))

    def test_a_bomb_is_known_by_what_it_claims(self):
        self.bomb("xl/worksheets/sheet1.xml", 100)
        self.refuse("workbook-too-large")

    def test_a_bomb_that_lies_is_stopped_while_it_unpacks(self):
        self.bomb("xl/worksheets/sheet1.xml", 100)
        data = bytearray((self.path / "in.xlsx").read_bytes())
        for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            at = data.find(signature)
            while at >= 0:
                size, = struct.unpack_from("<I", data, at + offset)
                if size > 1 << 20:
                    struct.pack_into("<I", data, at + offset, 1000)
                at = data.find(signature, at + 4)
        (self.path / "in.xlsx").write_bytes(data)
        done = self.plan("in.xlsx", exits=1, preexec_fn=little_memory)
        self.assertRegex(done.stderr.decode(), r"\[workbook-(invalid|too-large)\]")

    def test_more_parts_than_any_workbook_has(self):
        with zipfile.ZipFile(self.path / "in.xlsx", "w") as archive:
            for part, content in self.parts().items():
                archive.writestr(part, content)
            for number in range(10_001):
                archive.writestr(f"x/{number}", b"")
        self.refuse("workbook-invalid")

    def test_entities_are_not_expanded(self):
        laugh = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
            f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9)) + "]>"
        sheet = self.parts()["xl/worksheets/sheet1.xml"].replace("2024-05-06", "&j;")
        self.write(self.parts(**{"xl/worksheets/sheet1.xml": laugh + sheet}))
        self.assertIn("document type", self.refuse("workbook-invalid"))

    def test_deep_nesting_is_refused(self):
        self.write(self.parts("<x>" * 100_000 + "</x>" * 100_000))
        self.assertIn("nested", self.refuse("workbook-invalid"))

    def test_cells_and_rows_out_of_place_are_refused(self):
        for sheet in ("<row r='2'/><row r='1'/>", "<row r='1048577'/>", "<row r='0'/>",
                      "<row><c r='XFE1'><v>1</v></c></row>", "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
                      "<row><c r='1A'><v>1</v></c></row>", "<row><c t='s'><v>5</v></c></row>",
                      "<row>" + "<c><v>1</v></c>" * 16385 + "</row>"):
            with self.subTest(sheet=sheet[:60]):
                self.write(self.parts(sheet))
                self.refuse("workbook-invalid")

    def test_numbers_beyond_any_day_are_no_dates(self):
        styles = (f"<styleSheet xmlns='{workbook.MAIN}'><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>")
        rels = self.parts()["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>", f"<Relationship Id='s' Type='{workbook.RELATIONS}/styles' Target='styles.xml'/>"
                                "</Relationships>")
        texts = "<c t='inlineStr'><is><t>A</t></is></c>" * 2
        for value in ("-1", "1E300", "NaN", "inf", "99999999", "0.5", "x"):
            with self.subTest(value=value):
                sheet = f"<row>{HEADER}</row><row>{texts}<c s='0'><v>{value}</v></c></row>"
                self.write(self.parts(sheet, **{"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": rels}))
                self.assertIn(b"[date-invalid]", self.plan("in.xlsx", exits=3).stderr)

    def test_other_packages_and_old_workbooks_are_named(self):
        (self.path / "in.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
        self.refuse("xlsx-unsupported")
        self.write({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
        self.refuse("xlsx-unsupported")
        parts = self.parts()
        parts["_rels/.rels"] = parts["_rels/.rels"].replace("workbook.xml", "workbook.bin")
        self.write(parts)
        self.refuse("xlsx-unsupported")

    def test_missing_parts_are_named(self):
        parts = self.parts()
        del parts["xl/worksheets/sheet1.xml"]
        self.write(parts)
        self.assertIn("sheet1.xml", self.refuse("workbook-invalid"))

    def test_paths_lead_nowhere_outside(self):
        rels = self.parts()["xl/_rels/workbook.xml.rels"].replace("worksheets/", "../../../../etc/")
        self.write(self.parts(**{"xl/_rels/workbook.xml.rels": rels}))
        self.refuse("workbook-invalid")

    def test_damage_that_only_the_checksum_tells_is_refused(self):
        seats = GOOD.replace("</row><row r='2'>", "<c t='inlineStr'><is><t>Seats</t></is></c></row><row r='2'>")
        self.write(self.parts(seats.replace(ROW, ROW + "<c><v>100</v></c>")))
        stored = self.stored((self.path / "in.xlsx").read_bytes())
        self.assertEqual(stored.count(b"<v>100</v>"), 1)
        (self.path / "in.xlsx").write_bytes(stored.replace(b"<v>100</v>", b"<v>900</v>"))
        self.assertIn("sheet1.xml", self.refuse("workbook-invalid"))

    def test_damage_never_crashes(self):
        rows = [["Customer", "Product", "Seats", "Renewal date"],
                *[[f"Kunde {n}", "E3", n, datetime.date(2024, 1 + n % 12, 5)] for n in range(40)]]
        workbook.from_rows(self.path / "in.xlsx", {"Abos": rows})
        good = (self.path / "in.xlsx").read_bytes()
        stored = self.stored(good)
        chance = random.Random(7)
        for number in range(60):
            data = bytearray(stored if number % 2 else good)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(4, len(data))] = chance.randrange(256)
            if number % 5 == 0:
                del data[chance.randrange(4, len(data)):]
            (self.path / "in.xlsx").write_bytes(data)
            with self.subTest(number=number):
                self.assertIn(self.exit_code(), (0, 1, 3))

    def stored(self, archive):
        """The same parts, not compressed: damage reaches the XML, past the archive's checksums where they fit."""
        (self.path / "packed.xlsx").write_bytes(archive)
        with zipfile.ZipFile(self.path / "packed.xlsx") as packed, \
                zipfile.ZipFile(self.path / "stored.xlsx", "w") as stored:
            for name in packed.namelist():
                stored.writestr(name, packed.read(name))
        return (self.path / "stored.xlsx").read_bytes()

    def exit_code(self):
        import subprocess
        return subprocess.run([str(BINARY), "plan", "in.xlsx", "-q", "-f", "csv"], cwd=self.path, env=ENVIRONMENT,
                              capture_output=True, check=False).returncode


if __name__ == "__main__":
    unittest.main()
