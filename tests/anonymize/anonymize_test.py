#!/usr/bin/env python3
"""--anonymize from outside: anonymize_test.py BINARY.

Exports are made in which every text that tells who a customer is holds a word that occurs nowhere else, broken rows and
files among them. None of these words may come out of any command, in any format that the program has, on any stream;
and all that is not such a text must be the same as without --anonymize.
"""

import csv
import io
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import uuid
import zipfile

BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples"
AS_OF = ("--as-of", "2024-01-16")
TELLING = {"customer_name", "customer_id", "customer_domain", "reseller_id", "subscription_id", "subscription_name",
           "base_subscription_id", "ineligibility_reason", "source_file", "provider", "migration_error"}
HEADERS = ("Customer name,Customer Id,Domain,MPN Id,Subscription Id,Subscription name,Offer name,Offer Id,Status,Seats,"
           "Auto renew,Term end date,Renewal date,Parent Subscription Id,Ineligibility reasons,Provider,Remark").split(",")
OFFER = "796b6b5f-613c-4e24-a17c-eba730d49c02"


class Secrets:
    """Words and GUIDs that occur nowhere else."""

    def __init__(self):
        self.words = []
        self.count = itertools.count(1)

    def word(self, what="Firma"):
        self.words.append(f"zq{next(self.count)}x")
        return f"{what} {self.words[-1].upper()} Söhne"

    def guid(self):
        number = next(self.count)
        self.words.append(str(uuid.UUID(f"{0xabcd0000 + number:08x}-1111-4222-8333-{0xfedc00000000 + number:012x}")))
        return self.words[-1].upper() if number % 2 else self.words[-1]

    def number(self):
        self.words.append(str(4711000000 + next(self.count)))
        return self.words[-1]

    def leaks(self, said):
        said = said.lower()
        return [word for word in self.words if word in said]


def row_of(secrets, **fields):
    row = {"Customer name": secrets.word(), "Customer Id": secrets.guid(), "Domain": secrets.word().split()[1] + ".example.com",
           "MPN Id": secrets.number(), "Subscription Id": secrets.guid(), "Subscription name": secrets.word("Vertrag"),
           "Offer name": "Office 365 E3", "Offer Id": OFFER, "Status": "active", "Seats": "12", "Auto renew": "yes",
           "Term end date": "2024-02-10", "Renewal date": "", "Parent Subscription Id": "", "Ineligibility reasons": "",
           "Provider": secrets.word("Händler"), "Remark": secrets.word("wichtig:")}
    return row | fields


def table(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def good_rows(secrets):
    base = row_of(secrets)
    same = {name: base[name] for name in ("Customer name", "Customer Id", "Domain", "MPN Id")}
    addon = row_of(secrets, **same) | {"Parent Subscription Id": base["Subscription Id"].lower()}
    return [
        base, addon,
        row_of(secrets, **{"Customer Id": "", "Subscription Id": secrets.word("Abo")}),
        row_of(secrets, **{"Subscription Id": "", "Offer name": "Office 365 A3 for faculty (36 mo)"}),
        row_of(secrets, **{"Offer name": "", "Subscription name": secrets.word("Power BI") + " Trial"}),
        row_of(secrets, **{"Offer name": "", "Subscription name": secrets.word("Visio") + " (Nonprofit) (36 mo)"}),
        row_of(secrets, **{"Ineligibility reasons": secrets.word("Add-ons are present for")}),
        row_of(secrets, **{"Ineligibility reasons": secrets.word("because of")}),
        row_of(secrets, **{"Parent Subscription Id": secrets.guid()}),
        row_of(secrets, **{"Subscription Id": base["Subscription Id"], "Seats": "13"}),
        row_of(secrets, **{"Status": "suspended"}), row_of(secrets, **{"Auto renew": "no"}),
    ]


def broken_rows(secrets):
    cells = ("Status", "Seats", "Auto renew", "Term end date", "Renewal date")
    rows = [row_of(secrets, **{cell: secrets.word("Zelle")}) for cell in cells]
    cycle = [row_of(secrets), row_of(secrets)]
    cycle[0]["Parent Subscription Id"] = cycle[1]["Subscription Id"]
    cycle[1]["Parent Subscription Id"] = cycle[0]["Subscription Id"]
    return rows + cycle + [row_of(secrets, **{"Customer name": "", "Customer Id": ""}),
                           row_of(secrets, **{"Offer name": "", "Offer Id": ""}),
                           row_of(secrets, **{"Term end date": ""}),
                           row_of(secrets, **{"Term end date": secrets.number()})]


def objects(rows):
    names = {"Customer name": "customer_name", "Customer Id": "customer_id", "Subscription Id": "subscription_id",
             "Subscription name": "subscription_name", "Offer name": "product_name", "Status": "status", "Seats": "seats",
             "Auto renew": "auto_renew", "Term end date": "term_end_date", "Remark": "remark"}
    return [{names[header]: value for header, value in row.items() if header in names} for row in rows]


def run(folder, *arguments):
    return subprocess.run([BINARY, *arguments], cwd=folder, capture_output=True, check=False,
                          env={"LC_ALL": "C", "HOME": str(folder)})


def formats(command):
    done = subprocess.run([BINARY, "__complete", "--word=", command, "--format"], capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if not line.startswith(":")]


def text_of(path):
    """What a file says; the parts of a workbook are packed."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_bytes().decode("utf-8", "replace")


class NothingLeaks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.secrets = Secrets()

    def file(self, content, suffix=".csv"):
        name = self.secrets.word("Export").split()[1] + suffix
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def all_files(self):
        secrets = self.secrets
        rows = good_rows(secrets) + broken_rows(secrets)
        cut = table(good_rows(secrets)) + secrets.word("zu wenig") + "\n" + "x," * 20 + secrets.word("zu viel") + "\n"
        unclosed = table(good_rows(secrets)) + '"' + secrets.word("nie zu Ende") + "\n"
        lines = [json.dumps(one) for one in objects(good_rows(secrets))] + [
            '{"customer_name": "' + secrets.word(), json.dumps(secrets.word()), "[]",
            json.dumps({"customer_name": {"a": secrets.word()}, "product_name": 3, "term_end_date": [secrets.word()]})]
        return [self.file(table(rows)), self.file(cut), self.file(unclosed), self.file("\n".join(lines), ".ndjson"),
                self.file(json.dumps(objects(rows)), ".json"),
                self.file(table(good_rows(secrets)).encode("cp1252"))]

    def test_in_headers_that_were_mapped(self):
        mapped = table(good_rows(self.secrets) + broken_rows(self.secrets))
        header = self.secrets.word("Spalte")
        name = self.file(mapped.replace("Customer name", header, 1))
        for command in ("plan", "check"):
            self.check(command, name, *AS_OF, "--map", f"customer_name={header}", "-v", returncode=3)

    def check(self, *arguments, **expected):
        before = set(self.folder.rglob("*"))
        done = run(self.folder, *arguments, "--anonymize")
        said = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
        for path in set(self.folder.rglob("*")) - before:
            if path.is_file():
                said += path.name + text_of(path)
                path.unlink()
        self.assertEqual(self.secrets.leaks(said), [], f"{arguments}\n{said[:6000]}")
        if "returncode" in expected:
            self.assertEqual(done.returncode, expected["returncode"], said[-3000:])
        return done

    def test_in_any_format_of_a_plan(self):
        common = [*self.all_files(), *AS_OF]
        for language in ("en", "de"):
            for form in formats("plan"):
                with self.subTest(form=form, language=language):
                    done = run(self.folder, "plan", *common, "-f", form, "-q", "--anonymize")
                    where = ["-o", f"plan.{form}"] if done.returncode == 1 else ["-f", form]
                    self.check("plan", *common, *where, "-v", "--lang", language, returncode=3)
        for flags in (["--summary"], ["--group-by", "reseller"], ["--group-by", "month"], ["--own-provider", "Contoso"],
                      ["--columns", "customer_name,subscription_id,source_file,ineligibility_reason", "-f", "csv"]):
            with self.subTest(flags=flags):
                self.check("plan", *common, *flags, returncode=3)

    def test_in_other_commands(self):
        common = [*self.all_files(), *AS_OF]
        for form in formats("check"):
            self.check("check", *common, "-f", form, returncode=3)
        self.check("rules", "diff", "2023-07", "2024-05", *common, "-v", returncode=3)
        # What was asked for by name is found, and shown under its pseudonym.
        done = self.check("explain", "firma", *common, returncode=3)
        self.assertIn("Customer 0001", done.stdout.decode())

    def test_in_files_that_cannot_be_read(self):
        secrets = self.secrets
        broken = {
            "no header": secrets.word() + "," + secrets.word() + "\n" + secrets.number() + ",x\n",
            "columns missing": "Customer name,Offer name," + secrets.word("Spalte") + "\nx,y,z\n",
            "no JSON": b'{"items": [{"customer_name": "' + secrets.word().encode() + b'",]}',
            "unknown JSON": json.dumps({secrets.word("Schluessel"): 1}),
            "binary": secrets.word().encode() + bytes(range(256)) * 8, "empty": b"",
        }
        for name, content in broken.items():
            for suffix in (".csv", ".json"):
                with self.subTest(name=name, suffix=suffix):
                    self.check("plan", self.file(content, suffix), "-v", returncode=1)
        secrets.words.append("zqnotthere")
        self.check("plan", "zqnotthere.csv", returncode=1)

    def test_nor_by_way_of_a_suggestion(self):
        rows = good_rows(self.secrets)
        near = rows[0]["Customer name"].lower().replace("firma", "firna")
        name = self.file(table(rows))
        done = run(self.folder, "explain", near, name, *AS_OF, "--anonymize")
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("perhaps", done.stderr.decode())


class NothingElseChanges(unittest.TestCase):
    maxDiff = None

    def plans(self, folder, *arguments):
        """The same plan twice, as lists of dicts: as it is, and with pseudonyms."""
        outputs = [run(folder, "plan", *arguments, *AS_OF, "-f", "csv", *flags).stdout.decode("utf-8-sig")
                   for flags in ([], ["--anonymize"])]
        return [list(csv.DictReader(io.StringIO(output))) for output in outputs]

    def check_plans(self, plain, anonymous):
        self.assertGreater(len(plain), 0)
        self.assertEqual(len(plain), len(anonymous))
        for before, after in zip(plain, anonymous):
            self.assertEqual(list(before), list(after))
            for name in before:
                if name == "product_name" and after[name].startswith("Product 0"):
                    continue
                if name not in TELLING:
                    self.assertEqual(before[name], after[name], name)
                else:
                    self.assertEqual(before[name] == "", after[name] == "", name)
        self.check_pairs(plain, anonymous, [["customer_id"], ["subscription_id", "base_subscription_id"], ["source_file"],
                                            ["reseller_id"]])

    def check_pairs(self, plain, anonymous, groups):
        """Equal before is equal after, and the other way round; GUIDs stay GUIDs."""
        for names in groups:
            there, back = {}, {}
            for before, after in zip(plain, anonymous):
                for name in names:
                    old, new = before[name].lower(), after[name]
                    self.assertEqual(there.setdefault(old, new), new)
                    self.assertEqual(back.setdefault(new, old), old)
                    if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", old):
                        self.assertEqual(uuid.UUID(new).version, 8)

    def test_in_any_sample(self):
        for path in sorted(SAMPLES.iterdir()):
            if path.suffix in (".csv", ".json", ".ndjson") and path.name not in (
                    "offer-matrix.csv", "bam-nce.csv", "bam-status.csv", "bam-scheduled-api.csv", "migrations.json"):
                with self.subTest(path=path.name):
                    self.check_plans(*self.plans(SAMPLES, path.name))

    def test_with_evidence_and_takeovers(self):
        """What evidence says applies to the same rows, and nothing of it leaks either."""
        inputs = ("bam-subscriptions.csv", "--evidence", "bam-status.csv", "--takeover", "generic.csv")
        plain, anonymous = self.plans(SAMPLES, *inputs)
        self.check_plans(plain, anonymous)
        self.assertIn("already_nce", {row["phase"] for row in anonymous})
        self.assertIn("true", {row["takeover"] for row in anonymous})
        products = {row["product_name"] for row in plain}
        told = {row[name] for row in plain for name in TELLING if len(row[name]) > 5} - products
        for form in ("table", "wide", "csv", "json", "ndjson", "md", "ics", "html", "junit"):
            done = run(SAMPLES, "plan", *inputs, *AS_OF, "-f", form, "--anonymize", "-v")
            for text in (done.stdout, done.stderr):
                self.assertEqual([word for word in told if word in text.decode()], [], form)

    def test_in_rows_of_every_kind(self):
        with tempfile.TemporaryDirectory() as folder:
            rows = good_rows(Secrets())
            (pathlib.Path(folder) / "kunden.csv").write_text(table(rows), encoding="utf-8")
            self.check_plans(*self.plans(folder, "kunden.csv", "--own-provider", rows[0]["Provider"]))

    def test_filters_go_by_real_names(self):
        plain, anonymous = self.plans(SAMPLES, "kunden.csv", "--where", "customer_name=Fabrikam*", "--sort", "seats")
        self.check_plans(plain, anonymous)
        self.assertNotIn("Fabrikam AG", {row["customer_name"] for row in anonymous})

    def test_the_same_bytes_each_time_and_for_any_number_of_threads(self):
        one, other = (run(SAMPLES, "plan", "kunden.csv", "rest.json", *AS_OF, "-f", "json", "--anonymize", "--jobs", jobs)
                      .stdout for jobs in ("1", "4"))
        self.assertEqual(one, other)


if __name__ == "__main__":
    unittest.main()
