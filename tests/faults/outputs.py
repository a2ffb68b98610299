"""Bad luck with what is written."""

import os
import re
import resource
import signal
import subprocess
import time

from support import ARGUMENTS, HEADER, ROW, Case


FORMS = ("plan.html", "plan.ics", "plan.xml", "gl-code-quality.json", "plan.json", "plan.ndjson", "plan.md", "plan.tsv",
         "plan.txt")


class InputsStay(Case):
    KEPT = "# kept\n"  # which is a settings file too

    def options_with_files(self, command):
        help_text = self.run_command(*command, "--help").stdout.decode()
        return re.findall(r"^  (--[a-z-]+) (?:FILE|EDITION)\b", help_text, re.MULTILINE)

    def test_output_is_an_input(self):
        """The output is a file that the same run reads, whichever option names it"""
        self.export(3)
        self.write("input.json", self.KEPT)
        seen = set()
        for command, words in ((["plan"], ["a.csv"]), (["schedule"], ["a.csv"]), (["check"], ["a.csv"]),
                               (["explain"], ["C1", "a.csv"]), (["rules", "diff"], ["2023-07", "2024-05", "a.csv"]),
                               (["offers"], ["E3"]), (["diff"], ["a.csv", "a.csv"])):
            for option in self.options_with_files(command):
                seen.add(option)
                with self.subTest(command=command, option=option):
                    self.assert_kept(self.run_command(*command, *words, option, "input.json", "-o", "input.json"))
        self.assertLessEqual({"--edition", "--waivers", "--evidence", "--takeover", "--holidays", "--config",
                              "--offers", "--offer-matrix"}, seen)
        self.assert_kept(self.run_command("rules", "show", "input.json", "-o", "input.json"))
        self.assert_kept(self.run_command("rules", "diff", "2023-07", "input.json", "-o", "input.json"))

    def test_output_is_standard_input(self):
        """The output is the file that standard input comes from"""
        self.export(3)
        before = (self.path / "a.csv").read_bytes()
        for command in (("plan", "-"), ("schedule", "-"), ("plan", "b.csv", "--evidence", "-")):
            self.export(3, "b.csv")
            with self.subTest(command=command), open(self.path / "a.csv", "rb") as a:
                done = self.run_command(*command, "-o", "a.csv", stdin=a)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(b"is an input; it is not overwritten", done.stderr)
                self.assertEqual((self.path / "a.csv").read_bytes(), before)

    def test_batch_replaces_its_input(self):
        """A batch is to replace the files that it reads"""
        ids = "7ba7b810-9dad-41d1-80b4-00c04fd430c8,6ba7b810-9dad-41d1-80b4-00c04fd430c8"
        self.write("a.csv", HEADER.replace("\n", ",customer id,subscription id\n") + ROW.replace("\n", f",{ids}\n"))
        made = self.run_command("batch", "a.csv", "-o", "set", "--as-of", "2024-01-16", "--billing", "monthly")
        self.assertEqual(made.returncode, 0)
        before = {path.name: path.read_bytes() for path in (self.path / "set").iterdir()}
        numbered = "set/01-subscriptions.csv"
        for named in ([numbered], ["a.csv", "--seats-from", numbered]):
            with self.subTest(named=named):
                done = self.run_command("batch", *named, "-o", "set", "--force", "--as-of", "2024-01-16")
                self.assertEqual(done.returncode, 1)
                self.assertIn(b"is an input; it is not overwritten", done.stderr)
                self.assertEqual({path.name: path.read_bytes() for path in (self.path / "set").iterdir()}, before)

    def assert_kept(self, done):
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'"input.json" is an input; it is not overwritten', done.stderr)
        self.assertEqual((self.path / "input.json").read_text(), self.KEPT)


class Output(Case):
    def setUp(self):
        super().setUp()
        self.export(2000)
        self.write("plan.csv", "old\n")

    def test_disk_full(self):
        """The disk is full in the middle of writing"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="write-full=100000"), "output-failed",
                            "No space left")
        self.assert_old_file_intact()

    def test_disk_full_at_once(self):
        """The disk is full from the start"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="write-full=0"), "output-failed")
        self.assert_old_file_intact()

    def test_flush_fails(self):
        """Flushing to the disk fails"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="fsync"), "output-failed", "Input/output")
        self.assert_old_file_intact()

    def test_close_fails(self):
        """Closing the file reports a late error, as network file systems do"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="close"), "output-failed", "Input/output")
        self.assert_old_file_intact()

    def test_rename_fails(self):
        """The finished file cannot take the place of the old one"""
        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", fault="rename"), "output-failed", "Permission")
        self.assert_old_file_intact()

    def test_killed(self):
        """The process is killed in the middle of writing"""
        done = self.run_plan("a.csv", "-o", "plan.csv", fault="kill=100000")
        self.assertEqual(done.returncode, -signal.SIGKILL)
        self.assertEqual((self.path / "plan.csv").read_text(), "old\n")
        self.assertEqual(self.run_plan("a.csv", "-o", "plan.csv").returncode, 0)
        self.assertTrue((self.path / "plan.csv").read_text().startswith("customer_name"))

    def test_terminated(self):
        """The process is asked to end (SIGTERM) in the middle of writing: its temporary file goes with it"""
        os.mkfifo(self.path / "slow.csv")
        command = [str(ARGUMENTS.binary), "plan", "--as-of", "2024-01-16", "a.csv", "-o", "plan.csv", "-o", "slow.csv"]
        process = subprocess.Popen(command, cwd=self.path, stderr=subprocess.PIPE)
        reader = os.open(self.path / "slow.csv", os.O_RDONLY)  # returns once the program writes the second file
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(60), -signal.SIGTERM)
        os.close(reader)
        process.stderr.close()
        self.assertTrue((self.path / "plan.csv").read_text().startswith("customer_name"))
        self.assertEqual(sorted(item.name for item in self.path.iterdir()), ["a.csv", "plan.csv", "slow.csv"])

    def test_ended_by_other_signals(self):
        """The process is ended by SIGQUIT (Ctrl-Backslash) or SIGXCPU: its temporary file goes with it, too"""
        for number in (signal.SIGQUIT, signal.SIGXCPU):
            with self.subTest(signal=number):
                os.mkfifo(self.path / "slow.csv")
                command = [str(ARGUMENTS.binary), "plan", "--as-of", "2024-01-16", "a.csv", "-o", "slow.csv", "-o",
                           "plan.csv"]
                self.export(300_000)
                process = subprocess.Popen(command, cwd=self.path, stderr=subprocess.DEVNULL)
                with open(self.path / "slow.csv", "rb") as reader:
                    reader.read()
                while not list(self.path.glob("plan.csv.nceplan-*")) and process.poll() is None:
                    time.sleep(0.001)
                process.send_signal(number)
                self.assertEqual(process.wait(60), -number)
                (self.path / "slow.csv").unlink()
                self.assertEqual(list(self.path.glob("*.nceplan-*")), [])

    def test_link_leads_nowhere(self):
        """The output is a link to a file that does not exist yet: the file is made, the link stays"""
        os.symlink("later.csv", self.path / "link.csv")
        self.assertEqual(self.run_plan("a.csv", "-o", "link.csv").returncode, 0)
        self.assertTrue((self.path / "link.csv").is_symlink())
        self.assertTrue((self.path / "later.csv").read_text().startswith("customer_name"))

    def test_short_writes(self):
        """The system takes only a few bytes with each write"""
        self.export(20)
        self.assertEqual(self.run_plan("a.csv", "-o", "plan.csv", fault="write-short").returncode, 0)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        self.assertEqual((self.path / "plan.csv").read_bytes(), expected)

    def test_stdout_closed(self):
        """Standard output is closed"""
        done = self.run_plan("a.csv", before=lambda: os.close(1), capture_output=False, stderr=subprocess.PIPE)
        self.assert_refused(done, "output-failed", "Bad file descriptor")

    def test_stdout_closed_for_a_workbook(self):
        """Standard output is closed, and a workbook goes there: no file that is opened takes its place"""
        for closed in ((1,), (1, 2), (0, 1, 2)):
            done = self.run_plan("a.csv", "-f", "xlsx", before=lambda closed=closed: [os.close(one) for one in closed],
                                 capture_output=False)
            self.assertEqual(done.returncode, 1, closed)

    def test_file_size_limit(self):
        """A limit on the size of files (RLIMIT_FSIZE) is met"""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))

        self.assert_refused(self.run_plan("a.csv", "-o", "plan.csv", before=limit), "output-failed", "File too large")
        self.assert_old_file_intact()

    def test_stdout_does_not_block(self):
        """Standard output is a pipe that does not block, and its reader is slow"""
        self.export(20000)
        expected = self.run_plan("a.csv", "-f", "csv").stdout
        read_end, write_end = os.pipe()
        os.set_blocking(write_end, False)
        with subprocess.Popen([str(ARGUMENTS.binary), "plan", "a.csv", "--as-of", "2024-01-16", "-f", "csv"],
                              cwd=self.path, stdout=write_end, stderr=subprocess.PIPE) as process:
            os.close(write_end)
            time.sleep(0.2)  # until the pipe is full
            with open(read_end, "rb") as reader:
                seen = reader.read()
            self.assertEqual((process.wait(), process.stderr.read()), (0, b""))
        self.assertEqual(seen, expected)

    def test_stdin_closed(self):
        """Standard input is closed and read"""
        done = self.run_plan("-", before=lambda: os.close(0))
        self.assert_refused(done, "file-unreadable", "Bad file descriptor")

    def test_folder_missing(self):
        """The folder of the output does not exist"""
        self.assert_refused(self.run_plan("a.csv", "-o", "missing/plan.csv"), "output-failed", "No such file")

    def test_output_is_a_folder(self):
        """The output is a folder"""
        (self.path / "folder.csv").mkdir()
        self.assert_refused(self.run_plan("a.csv", "-o", "folder.csv"), "output-failed", "Is a directory")
        self.assert_old_file_intact("folder.csv")


class Sinks(Case):
    GATE = ("--fail-on", "due:60d")  # so that code quality has findings

    def setUp(self):
        super().setUp()
        self.export(300)

    def test_disk_full_in_every_format(self):
        """The disk is full while HTML, a calendar, JUnit XML, code quality, JSON, Markdown or text is written"""
        for name in FORMS:
            self.write(name, "old\n")
        before = self.files()
        for name in FORMS:
            for bytes_left in (0, 5000):
                with self.subTest(name=name, bytes_left=bytes_left):
                    done = self.run_plan("a.csv", *self.GATE, "-o", name, fault=f"write-full={bytes_left}")
                    self.assert_refused(done, "output-failed", "No space left")
                    self.assertEqual(self.files(), before)

    def test_killed_in_every_format(self):
        """The process is killed while one of these is written"""
        for name in FORMS:
            with self.subTest(name=name):
                self.write(name, "old\n")
                done = self.run_plan("a.csv", *self.GATE, "-o", name, fault="kill=5000")
                self.assertEqual(done.returncode, -signal.SIGKILL)
                self.assertEqual(self.files()[name], b"old\n")
                self.assertEqual(self.run_plan("a.csv", *self.GATE, "-o", name).returncode, 2)
                self.assertGreater(len(self.files()[name]), 5000)

    def test_disk_full_for_other_commands(self):
        """The disk is full while `schedule` or `diff` writes"""
        self.write("b.csv", (self.path / "a.csv").read_text().replace(",5\n", ",6\n"))
        for command in (("schedule", "a.csv"), ("diff", "a.csv", "b.csv")):
            for name in ("out.csv", "out.json", "out.md"):
                with self.subTest(command=command, name=name):
                    self.write(name, "old\n")
                    before = self.files()
                    done = self.run_command(*command, "--as-of", "2024-01-16", "-o", name, fault="write-full=2000")
                    self.assert_refused(done, "output-failed", "No space left")
                    self.assertEqual(self.files(), before)

    def test_stdout_full(self):
        """Standard output goes to a full disk"""
        forms = ("table", "csv", "json", "html", "ics", "junit", "xlsx")
        for command in (*(("plan", "a.csv", "-f", form) for form in forms), ("check", "a.csv"), ("explain", "C7", "a.csv"),
                        ("schedule", "a.csv"), ("columns",), ("version",), ("--help",)):
            with self.subTest(command=command), open("/dev/full", "wb") as full:
                done = self.run_command(*command, capture_output=False, stdout=full, stderr=subprocess.PIPE)
                self.assert_refused(done, "output-failed", "No space left")

    def test_stderr_full(self):
        """Standard error goes to a full disk: what is written and the exit code stay the same"""
        self.write("a.csv", (self.path / "a.csv").read_text() + "Contoso,Office 365 E3,nonsense,5\n")
        expected = self.run_plan("a.csv", "-f", "csv")
        with open("/dev/full", "wb") as full:
            done = self.run_plan("a.csv", "-f", "csv", capture_output=False, stdout=subprocess.PIPE, stderr=full)
        self.assertEqual((done.returncode, done.stdout), (3, expected.stdout))

    def test_reader_gone(self):
        """The reader of standard output goes away, as `head` does: the process ends as others do (SIGPIPE)"""
        self.export(60000)
        for form in ("csv", "json", "table"):
            reading, writing = os.pipe()
            os.close(reading)
            done = self.run_plan("a.csv", "-f", form, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
            os.close(writing)
            self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, b""))

    def test_one_of_several(self):
        """One of several outputs cannot be written: those before it are complete, no other is touched"""
        for name in ("a.json", "c.md"):
            self.write(name, "old\n")
        done = self.run_plan("a.csv", "-o", "a.json", "-o", "missing/b.csv", "-o", "c.md")
        self.assert_refused(done, "output-failed", "No such file")
        self.assertTrue(self.files()["a.json"].startswith(b"{"))
        self.assertEqual(self.files()["c.md"], b"old\n")
