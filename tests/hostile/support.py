"""What the tests of hostile text share: the texts, an export that is full of them, and what an output may not hold."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
TEXTS = json.loads((ROOT / "tests/support/hostile.json").read_text(encoding="utf-8"))
AS_OF = ("--as-of", "2024-01-16")
FIELDS = {"customerName": "customer_name", "offerName": "product_name", "friendlyName": "subscription_name",
          "domain": "customer_domain"}

# What a terminal may act on: C0 and C1 controls but for the line break, and characters that reorder text.
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COLOURS = re.compile("\x1b\\[[0-9;]*m")
ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
# Those that a terminal may act on: where nothing else can happen, the others need no run of their own.
ACTING = [text for text in TEXTS.values() if ACTIVE.search(text)]


def run(*arguments, cwd=None, code=(0,), environment=None):
    done = subprocess.run([str(BINARY), *map(str, arguments)], cwd=cwd, capture_output=True, check=False, timeout=120,
                          env={"LC_ALL": "C", "TERM": "xterm", "PATH": os.environ["PATH"]} | (environment or {}))
    if done.returncode not in code:
        raise AssertionError(f"{arguments}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def trimmed(text):
    """A value as it is read."""
    return text.strip(" \t\r\n\v\f\u00a0").replace("\0", "\ufffd")


def shown(text):
    """A value as people see it: what would act is written as an escape."""
    names = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return ESCAPED.sub(lambda found: names.get(found.group()) or (
        f"\\x{ord(found.group()):02x}" if found.group() < "\u0100" else f"\\u{ord(found.group()):04x}"), trimmed(text))


def usable_names(texts=TEXTS.values()):
    """The texts that can be the name of a file."""
    for text in texts:
        name = text.replace("/", "_").replace("\0", "_")
        if name not in (".", "..") and len(name.encode("utf-8")) <= 200:
            yield name


class WithExport(unittest.TestCase):
    """A folder with an export in which each text is once in each field."""

    PLAIN = {"customerName": "Contoso", "offerName": "Power BI Pro", "friendlyName": "plain",
             "domain": "contoso.example", "commitmentEndDate": "2024-01-18", "quantity": 5, "termDuration": "P1Y",
             "billingCycle": "annual", "customerTenantId": "11111111-2222-4333-8444-555555555555"}

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        cls.rows = cls.rows_with(TEXTS.values())
        cls.export = cls.write_export("export.json", cls.rows)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def rows_with(cls, texts, ids=True):
        rows = []
        for number, text in enumerate(texts):
            for field in FIELDS:
                row = dict(cls.PLAIN, id=f"row-{number}-{field}")
                if field == "customerName":
                    row["customerTenantId"] = f"{number:08x}-2222-4333-8444-555555555555"
                row[field] = text
                rows.append(row)
            if ids:
                rows.append(dict(cls.PLAIN, id=text))
        return rows

    @classmethod
    def write_export(cls, name, rows):
        path = cls.path / name
        path.write_text(json.dumps({"items": rows}), encoding="utf-8")
        return path

    def plan(self, *arguments, **options):
        return run("plan", self.export, *AS_OF, *arguments, **options)

    def assert_inert(self, text, what):
        for line in text.split("\n"):
            found = ACTIVE.search(COLOURS.sub("", line))
            self.assertIsNone(found, f"{what}: {found and hex(ord(found.group()))} in {line!r}")
