"""Bad luck with what is read."""

import os
import resource
import threading

from support import Case, without_privileges


class Input(Case):
    def test_folder(self):
        """The input is a folder"""
        self.assert_refused(self.run_plan("."), "file-unreadable", "Is a directory")

    def test_missing(self):
        """The input does not exist"""
        self.assert_refused(self.run_plan("missing.csv"), "file-unreadable", "No such file")

    def test_forbidden(self):
        """The input must not be read"""
        self.export(1)
        (self.path / "a.csv").chmod(0)
        self.assert_refused(self.run_plan("a.csv", before=without_privileges), "file-unreadable", "Permission denied")

    def test_disk_error(self):
        """The disk cannot read a part of the input"""
        self.export(2000)
        for jobs in ("1", "4"):
            self.assert_refused(self.run_plan("a.csv", "--jobs", jobs, fault="read-error=50000"), "file-unreadable",
                                "Input/output error")

    def test_shrinking(self):
        """The input becomes shorter while it is read"""
        self.export(2000)
        self.write("a.json", "[" + ",".join('{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"}'
                                            for _ in range(2000)) + "]")
        self.write("a.ndjson", (self.path / "a.json").read_text()[1:-1].replace("},{", "}\n{") + "\n")
        for name in ("a.csv", "a.json", "a.ndjson"):
            with self.subTest(name=name):
                done = self.run_plan(name, fault="shrink=50000")
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, rb"\[(file-unreadable|json-invalid)\]")
                self.assertEqual(done.stdout, b"")

    def test_rewritten(self):
        """The input is written to in its place while it is read"""
        self.export(2000)
        for name in ("a.csv", "a.json"):
            if name == "a.json":
                self.write(name, "[" + ",".join('{"customerName":"C","offerName":"E3","commitmentEndDate":"2024-03-01"}'
                                                for _ in range(2000)) + "]")
            with self.subTest(name=name):
                self.assert_refused(self.run_plan(name, fault="touch=50000"), "file-unreadable", "written to while")

    def test_many_files(self):
        """There are more inputs than the system lets a program have open at first"""
        names = [f"{number}.csv" for number in range(300)]
        for name in names:
            self.export(1, name)
        for name in names:
            self.export(1, "held-" + name)
        held = [word for name in names for word in ("--takeover", "held-" + name)]
        limit = (100, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
        done = self.run_plan(*names, *held, "-f", "csv", before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limit))
        self.assertEqual((done.returncode, len(self.planned_customers(done))), (0, 600))

    def test_interrupted(self):
        """Every other system call is interrupted (EINTR)"""
        self.export(50)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        done = self.run_plan("a.csv", "-f", "csv", fault="interrupted")
        self.assertEqual((done.returncode, done.stdout), (0, expected))
        piped = self.run_plan("-", "-f", "csv", "--columns", "customer_name", fault="interrupted",
                              input=(self.path / "a.csv").read_bytes())
        self.assertEqual((piped.returncode, len(self.planned_customers(piped))), (0, 50))

    def test_short_reads(self):
        """The system gives only a few bytes with each read"""
        self.export(500)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        self.assertEqual(self.run_plan("a.csv", "-f", "csv", fault="read-short").stdout, expected)

    def test_pipe_like_file(self):
        """An export comes through a named pipe"""
        self.export(500)
        os.mkfifo(self.path / "pipe.csv")
        content = (self.path / "a.csv").read_bytes()
        writer = threading.Thread(target=lambda: (self.path / "pipe.csv").write_bytes(content))
        writer.start()
        columns = ("-f", "csv", "--columns", "customer_name,migration_date")
        done = self.run_plan("pipe.csv", *columns)
        writer.join()
        self.assertEqual(done.stdout, self.run_plan("a.csv", *columns).stdout)


class Beside(Case):
    """Files that are read beside the exports."""

    FLAGS = (("plan", "--evidence"), ("plan", "--waivers"), ("plan", "--offer-matrix"), ("plan", "--takeover"),
             ("plan", "--offers"), ("plan", "--edition"), ("schedule", "--holidays"), ("batch", "--on"),
             ("batch", "--seats-from"))

    def refused_for_each(self, message, name, **options):
        self.export(3)
        before = self.files()
        for command, flag in self.FLAGS:
            with self.subTest(flag=flag):
                output = ("-o", "out") if command == "batch" else ()
                done = self.run_command(command, "a.csv", "--as-of", "2024-01-16", flag, name, *output, **options)
                unknown = flag == "--edition" and name == "./missing.csv"
                self.assert_refused(done, "edition-unknown" if unknown else "file-unreadable", "" if unknown else message)
                self.assertEqual((done.stdout, self.files()), (b"", before))

    def test_folder(self):
        """Evidence, waivers, an offer matrix, holidays or another file beside the exports is a folder"""
        (self.path / "folder.csv").mkdir()
        self.refused_for_each("Is a directory", "./folder.csv")

    def test_missing(self):
        """A file beside the exports does not exist"""
        self.refused_for_each("No such file", "./missing.csv")

    def test_forbidden(self):
        """A file beside the exports must not be read"""
        self.write("b.csv", "x\n")
        (self.path / "b.csv").chmod(0)
        self.files = dict  # which cannot be read here either
        self.refused_for_each("Permission denied", "./b.csv", before=without_privileges)

    def test_disk_error(self):
        """The disk cannot read a file beside the exports"""
        self.write("b.csv", "x" * 5000)
        self.refused_for_each("Input/output error", "./b.csv", fault="read-error=2000")
