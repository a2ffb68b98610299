"""Too little of everything, and inputs of odd shapes."""

import os
import re
import resource
import uuid

from support import ARGUMENTS, HEADER, ROW, Case


def little_time():
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))  # a hundred times what the tests that ask for it take


class Resources(Case):
    def test_no_threads(self):
        """The system gives no further threads"""
        self.export(60000)
        expected = self.run_plan("a.csv", "-f", "csv", "--jobs", "1", "--sort", "customer_name").stdout
        for more in ("1", "3", "6"):
            done = self.run_plan("a.csv", "-f", "csv", "--jobs", "6", "--sort", "customer_name",
                                 fault="no-threads=" + more)
            with self.subTest(more=more):
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertEqual(done.stdout, expected)

    def test_no_memory(self):
        """There is not enough memory"""
        self.export(400000)
        done = self.run_plan("a.csv", "--jobs", "1", "-q", memory=32)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"memory", done.stderr)

    def test_pages(self):
        """The system provides pages slowly, or not before they are touched"""
        self.export(400000)
        arguments = ("a.csv", "-f", "csv", "--jobs", "1")
        expected = self.run_plan(*arguments).stdout
        for fault in ("slow-pages", "no-pages"):
            done = self.run_plan(*arguments, fault=fault)
            with self.subTest(fault=fault):
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertEqual(done.stdout, expected)

    def test_many_diagnostics(self):
        """Every row is wrong; ten million of them in the long run"""
        rows = 10_000_000 if ARGUMENTS.large else 100_000
        with (self.path / "a.csv").open("w") as file:  # in pieces: a child's memory counts from the fork on
            file.write(HEADER)
            for _ in range(rows // 10_000):
                file.write("Contoso,Office 365 E3,nonsense,x\n" * 10_000)
        done, mebibytes = self.measured_plan("a.csv", "--jobs", "1")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertLess(mebibytes, 200)
        self.assertIn(f"{rows} rows = 0 legacy + {rows} rejected".encode(), done.stdout.replace(b",", b""))
        self.assertLess(len(done.stderr), 20000)


class Shapes(Case):
    def test_long_line(self):
        """A line of 5 GB (of 70 MB in the short run): it is rejected, what stands behind it is planned"""
        row = '{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"}\n'
        for name, before, behind in (("a.csv", HEADER + ROW + "B,", ",2024-03-01,5\n" + ROW.replace("Contoso", "Last")),
                                     ("a.ndjson", row.replace('"C"', '"Contoso"') + '{"customerName":"',
                                      '"}\n' + row.replace('"C"', '"Last"'))):
            with (self.path / name).open("wb") as file:
                file.write(before.encode() + b"x" * (1 << 20))
                file.seek(5 << 30 if ARGUMENTS.large else 70 << 20, os.SEEK_CUR)  # a hole, which takes no disk
                file.write(b"x" + behind.encode())
            done = self.run_plan(name, "-f", "csv", "--columns", "customer_name", memory=400)
            with self.subTest(name=name):
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn(b"[line-too-long]", done.stderr)
                self.assertEqual(self.planned_customers(done), ["Contoso", "Last"])
            (self.path / name).unlink()

    def test_many_columns(self):
        """A million columns (ten thousand in the short run)"""
        columns = 1_000_000 if ARGUMENTS.large else 10_000
        self.write("a.csv", HEADER.strip() + "".join(f",c{i}" for i in range(columns)) + "\n" + ROW.strip() +
                   "," * columns + "\n")
        done = self.run_plan("a.csv", "-f", "csv", "--columns", "customer_name", memory=400)
        self.assertEqual((done.returncode, self.planned_customers(done)), (0, ["Contoso"]), done.stderr)

    def test_long_name(self):
        """A customer's name of 10 MB, in every format"""
        name = "N" * 10_000_000
        self.write("a.csv", HEADER + ROW.replace("Contoso", name))
        for form in ("table", "wide", "md", "csv", "tsv", "json", "ndjson", "html", "ics", "junit", "codequality"):
            done = self.run_plan("a.csv", "-f", form, "--fail-on", "due:90d", memory=400)
            self.assertEqual(done.returncode, 2, (form, done.stderr[:500]))
            self.assertIn(name[:1000].encode(), done.stdout.replace(b"\r\n ", b""))
        done = self.run_plan("a.csv", "-o", "plan.xlsx", memory=400)
        self.assertTrue(done.returncode == 0 or b"built without" in done.stderr, done.stderr[:500])

    def test_deep_json(self):
        """JSON nested a million deep"""
        depth = 1_000_000
        deep = "[" * depth + "]" * depth
        row = '{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"'
        for name, text, codes in (
                ("a.json", deep, (1,)), ("a.json", "[" * depth, (1,)), ("a.json", '{"items":' * depth, (1,)),
                ("a.json", '{"items":' * depth + "[]" + "}" * depth, (1,)),
                ("a.json", f'{{"items":[{row},"x":{deep}}}]}}', (0,)), ("a.ndjson", f'{row},"x":{deep}}}\n', (0,))):
            self.write(name, text)
            done = self.run_plan(name, "-f", "csv", memory=400)
            self.assertIn(done.returncode, codes, done.stderr[:500])

    def test_deep_settings(self):
        """Keys of a settings file nested deeper than a thousand"""
        self.export(1)
        for deep in ("[" + "a." * 50000 + "b]\nx = 1\n", "a." * 1001 + "b = 1\n", "x = 1\n'a'" + ".'b'" * 50000 + " = 1\n"):
            self.write("nceplan.toml", deep)
            done = self.run_plan("a.csv")
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"[config-invalid]", done.stderr)

    def test_deep_edition(self):
        """An edition nested a million deep"""
        self.export(1)
        self.write("edition.json", '{"id":' + "[" * 1_000_000 + "]" * 1_000_000 + "}")
        self.assert_refused(self.run_plan("a.csv", "--edition", "edition.json"), "edition-invalid", "nested too deeply")

    def test_alike_ids(self):
        """A hundred thousand ids are chosen so that a simple hash of their halves is the same for all"""
        rows, bits, ids = 100_000, (1 << 64) - 1, set()
        for row in range(1, rows + 1):
            high = row * 0x9e3779b97f4a7c15 & bits
            low = ((high ^ 0x1234567) >> 23 | (high ^ 0x1234567) << 41) & bits
            ids.add(str(uuid.UUID(int=high << 64 | low)))
        self.write("a.csv", "customer,product,term end,subscription id\n" +
                   "".join(f"Contoso,Office 365 E3,2024-03-01,{one}\n" for one in ids))

        done = self.run_plan("a.csv", "-f", "csv", "--columns", "customer_name", before=little_time)
        self.assertEqual((done.returncode, len(self.planned_customers(done))), (0, rows), done.stderr[:500])

    def test_stray_quotes(self):
        """A hundred thousand rows with two stray quotes each, which hold all rows together as one record"""
        rows = 100_000
        self.write("a.csv", "customer,product,term end\n" + '19",Office 365 E3 "A",2024-03-01\n' +
                   '19","Office 365 E3,2024-03-01\n' * rows)
        done = self.run_plan("a.csv", "-f", "csv", "--columns", "customer_name", before=little_time)
        self.assertEqual(done.returncode, 3)
        self.assertGreater(len(self.planned_customers(done)), rows - 10)

    def test_all_years(self):
        """Term ends from year 0 to 9999"""
        years = (0, 1, 99, 1582, 1900, 1969, 1970, 2023, 2024, 8998, 8999, 9000, 9998, 9999)
        ends = [f"{year:04}-{day}" for year in years for day in ("01-01", "02-28", "12-31")]
        self.write("a.csv", "customer,product,term end,auto renew,creation date,term\n" + "".join(
            f"C,Office 365 E3,{end},{renew},{start},{term}\n" for end in ends for renew in ("yes", "no")
            for start in ("", "0000-01-01", "9999-12-31") for term in ("P1M", "P1Y", "P100Y")))
        for as_of in ("0000-01-01", "2024-01-16", "9999-12-31"):
            done = self.run_plan("a.csv", "-f", "csv", "--as-of", as_of)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(self.planned_customers(done)), len(ends) * 18)
            for day in re.findall(r'\b[^,; :"\n]{1,6}-\d\d-\d\d\b', done.stdout.decode()):
                self.assertRegex(day, r"^\d{4}-\d\d-\d\d$")
