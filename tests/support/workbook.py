#!/usr/bin/env python3
"""Makes workbooks for tests: workbook.py OUT.xlsx NAME=FILE.csv...

Each sheet holds the texts of its file. Tests that import this have more: cells of every kind, parts written by hand."""

import csv
import sys
import zipfile

import openpyxl


def from_csv(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, file in sheets:
        sheet = book.create_sheet(name)
        with open(file, newline="", encoding="utf-8-sig") as lines:
            for row in csv.reader(lines):
                sheet.append(row)
    book.save(path)


def from_rows(path, sheets, epoch=None):
    """`sheets` is a dict of name to rows of Python values."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    if epoch is not None:
        book.epoch = epoch
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return book


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def raw_parts(sheet_data, workbook="<sheets><sheet name='Abos' sheetId='1' r:id='r1'/></sheets>"):
    """The parts of a workbook with one sheet whose XML is given."""
    return {
        "_rels/.rels": f"<Relationships xmlns='{PACKAGE}'><Relationship Id='w' Type='{RELATIONS}/officeDocument' "
                       "Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{RELATIONS}'>{workbook}</workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{PACKAGE}'><Relationship Id='r1' "
                                      f"Type='{RELATIONS}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{MAIN}'><sheetData>{sheet_data}</sheetData></worksheet>",
    }


def write_parts(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


if __name__ == "__main__":
    from_csv(sys.argv[1], [argument.split("=", 1) for argument in sys.argv[2:]])
