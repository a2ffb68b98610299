#!/usr/bin/env python3
"""Reports to CI systems, read as these read them: reports_test.py BINARY XMLLINT. Also with names that try to give
commands to the runner."""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import jsonschema
import runners

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "data" / "samples"
BINARY = pathlib.Path(sys.argv.pop(1)).resolve()
XMLLINT = sys.argv.pop(1)

AS_OF = ("--as-of", "2024-01-16")
GATE = ("--fail-on", "window-open,due:30d")
GITHUB = {"GITHUB_ACTIONS": "true"}
AZURE = {"TF_BUILD": "True"}
GITLAB = {"GITLAB_CI": "true"}

HOSTILE = [
    "::error::injected",
    "  ::add-mask::injected",
    "\u00a0\u2003::stop-commands::injected",
    "a\n::set-env name=PATH::injected",
    "a\r\n##vso[task.complete result=Succeeded]injected",
    "##vso[task.setvariable variable=PATH]injected",
    "x ##[add-matcher]injected",
    "##[group]injected",
    "100% of, A: B; C] D %0A::error::injected %5D%AZP25",
    "line\u2028::error::injected",
    "<script>alert(1)</script> & ]]> \"quoted\" 'single'",
    "\x01\x08\x0b\x1b[31mred\x1b]0;title\x07\x7f\u0085",
    "\u202eright to left\ufeff\u200b",
    "not a character \ufffe\uffff",
    "-->" "<!-- ]]>",
    "long words " + "::error::injected " * 20,
]


def run(*arguments, environment=None, folder=None):
    variables = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"} | (environment or {})
    return subprocess.run([str(BINARY), *map(str, arguments)], cwd=folder, env=variables, capture_output=True,
                          check=False)


def export(names, term_ends=("2024-01-20",)):
    """An export with one customer and product for each name."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["subscription id", "customer", "product", "seats", "term end", "term"])
    for number, name in enumerate(names):
        writer.writerow([f"s-{number}", name, name, number + 1, term_ends[number % len(term_ends)], "P1Y"])
    return text.getvalue().encode("utf-8", "surrogatepass")


class InFolder(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="nceplan-ci-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "hostile.csv").write_bytes(export(HOSTILE))
        (self.folder / "waivers.csv").write_text(
            "subscription,reason,owner,until\ns-3,\"::error::injected\n##vso[task.complete]\",<x>,2024-02-29\n")

    def run_here(self, *arguments, environment=None):
        return run(*arguments, *AS_OF, environment=environment, folder=self.folder)


class Junit(InFolder):
    def validated(self, text):
        path = self.folder / "checked.xml"
        path.write_bytes(text)
        done = subprocess.run([XMLLINT, "--noout", "--nonet", "--schema", str(HERE / "junit.xsd"), str(path)],
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return ElementTree.fromstring(text)

    def test_every_sample_is_valid_and_fails_where_the_gate_does(self):
        for sample in ("kunden.csv", "generic.csv", "bam-subscriptions.csv", "rest.json"):
            for language in ("en", "de"):
                with self.subTest(sample=sample, language=language):
                    done = run("plan", SAMPLES / sample, *AS_OF, *GATE, "--lang", language, "-q", "-f", "junit")
                    suites = self.validated(done.stdout)
                    failures = int(suites.get("failures"))
                    self.assertEqual(done.returncode == 2, failures > 0)
                    entries = json.loads(run("plan", SAMPLES / sample, *AS_OF, "-q", "-f", "json").stdout)["entries"]
                    due = [e for e in entries if e["phase"] == "window_open"
                           or (e["days_left"] is not None and e["days_left"] <= 30)]
                    self.assertEqual(failures, len(due))
                    self.assertEqual(len(suites.findall(".//testcase")) - int(suites.get("errors")), len(entries))

    def test_counts_are_those_of_the_cases(self):
        done = self.run_here("plan", "hostile.csv", "--waivers", "waivers.csv", *GATE, "-q", "-f", "junit")
        suites = self.validated(done.stdout)
        for node in [suites, *suites.findall("testsuite")]:
            for attribute, path in (("tests", ".//testcase"), ("failures", ".//failure"), ("errors", ".//error"),
                                    ("skipped", ".//skipped")):
                self.assertEqual(int(node.get(attribute)), len(node.findall(path)), attribute)
        self.assertEqual(suites.get("skipped"), "1")

    def test_names_that_xml_cannot_hold_are_shown(self):
        names = {suite.get("name") for suite in self.validated(
            self.run_here("plan", "hostile.csv", "-q", "-f", "junit").stdout)}
        self.assertIn("<script>alert(1)</script> & ]]> \"quoted\" 'single'", names)
        self.assertIn(r"not a character \ufffe\uffff", names)
        self.assertTrue(any(r"\x1b[31mred" in name for name in names), names)

    def test_rejected_rows_are_errors(self):
        (self.folder / "bad.csv").write_bytes(export(["A", "B"], ("2024-01-20", "soon")))
        done = self.run_here("plan", "bad.csv", "-q", "-o", "plan.xml")
        self.assertEqual(done.returncode, 3)
        suites = self.validated((self.folder / "plan.xml").read_bytes())
        self.assertEqual((suites.get("tests"), suites.get("errors")), ("2", "1"))


class CodeQuality(InFolder):
    def findings(self, path):
        found = json.loads((self.folder / path).read_text())
        jsonschema.Draft202012Validator(json.loads((HERE / "code_quality.schema.json").read_text())).validate(found)
        prints = [finding["fingerprint"] for finding in found]
        self.assertEqual(len(prints), len(set(prints)))
        return found

    def test_the_file_name_decides(self):
        self.run_here("plan", "hostile.csv", *GATE, "-q", "-o", "gl-code-quality-report.json", "-o", "plan.json")
        self.assertEqual(len(self.findings("gl-code-quality-report.json")), len(HOSTILE))
        self.assertIn("schema_version", json.loads((self.folder / "plan.json").read_text()))

    def test_gitlab_gets_its_file_and_nothing_else_changes(self):
        plain = self.run_here("plan", "hostile.csv", *GATE, "-f", "csv")
        done = self.run_here("plan", "hostile.csv", *GATE, "-f", "csv", environment=GITLAB)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (2, plain.stdout, plain.stderr))
        self.assertEqual(len(self.findings("gl-code-quality.json")), len(HOSTILE))

    def test_fingerprints_outlive_days_lines_and_waivers(self):
        def prints(name, *arguments):
            run("plan", name, "--fail-on", "due:30d", "-q", "-o", "gl-code-quality.json", *arguments, folder=self.folder)
            return {finding["description"].split(":")[0]: finding["fingerprint"]
                    for finding in self.findings("gl-code-quality.json")}

        (self.folder / "a.csv").write_bytes(export(["A", "B", "C"]))
        (self.folder / "b.csv").write_bytes(b"\n" + export(["A", "B", "C"]))
        (self.folder / "waivers.csv").write_text("customer,reason,owner,until\nB,x,y,2024-12-31\n")
        first = prints("a.csv", "--as-of", "2024-01-12")
        self.assertEqual(first, prints("b.csv", "--as-of", "2024-01-13"))
        del first["B"]
        self.assertEqual(first, prints("a.csv", "--as-of", "2024-01-12", "--waivers", "waivers.csv"))


class Runners(InFolder):
    def test_github_gets_ten_annotations_and_one_total(self):
        done = self.run_here("plan", "hostile.csv", *GATE, environment=GITHUB)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(runners.github_commands(done.stdout.decode()), [])
        commands = runners.github_commands(done.stderr.decode())
        self.assertEqual([name for name, _, _ in commands], ["error"] * 10 + ["notice"])
        for number, (_, properties, text) in enumerate(commands[:10]):
            self.assertEqual(properties["file"], "hostile.csv")
            self.assertGreaterEqual(int(properties["line"]), number + 2)
            self.assertIn("migrate yourself by 2024-01-19", text)
            self.assertNotIn("\n", properties["title"])
        self.assertEqual(commands[0][1]["title"], "::error::injected: ::error::injected")
        self.assertIn("100% of, A: B; C] D %0A::error::injected %5D%AZP25",
                      {properties["title"].split(": 100%")[0] for _, properties, _ in commands})
        self.assertIn(f"{len(HOSTILE)} meet --fail-on. The 10 most urgent of {len(HOSTILE)} are marked.", commands[10][2])

    def test_azure_gets_the_same_as_issues(self):
        done = self.run_here("plan", "hostile.csv", *GATE, environment=AZURE)
        self.assertEqual(runners.azure_commands(done.stdout.decode()), [])
        commands = runners.azure_commands(done.stderr.decode())
        self.assertEqual({name for name, _, _ in commands}, {"task.logissue"})
        self.assertEqual(len(commands), 11)
        self.assertEqual({properties["type"] for _, properties, _ in commands}, {"error"})
        self.assertEqual(commands[0][1]["code"], "migrate_yourself")
        self.assertTrue(commands[8][2].startswith("100% of, A: B; C] D %0A::error::injected %5D%AZP25: "), commands[8][2])

    def test_no_name_is_a_command_wherever_people_read_it(self):
        bad = self.folder / "##vso[task.x]bad.csv"
        bad.write_bytes(export([f"{name}" for name in HOSTILE], ("::error::soon", "##vso[task.x]later", "x ##[group]y")))
        (self.folder / "::error::x.csv").write_bytes(b"")
        runs = [
            ("plan", "hostile.csv"),
            ("plan", "hostile.csv", "--width", "60"),
            ("plan", "hostile.csv", "-f", "wide"),
            ("plan", "hostile.csv", "-f", "md"),
            ("plan", "hostile.csv", "--summary"),
            ("plan", "hostile.csv", "--waivers", "waivers.csv", "--lang", "de"),
            ("plan", bad.name, "-v"),
            ("plan", "::error::x.csv"),
            ("plan", "missing ::error::x.csv"),
            ("plan", "hostile.csv", "--where", "::error::x"),
            ("check", bad.name),
            ("explain", "s-", "hostile.csv"),
            *(("explain", f"s-{number}", "hostile.csv", "--waivers", "waivers.csv") for number in range(len(HOSTILE))),
            ("offers", "::error::x"),
        ]
        for arguments in runs:
            with self.subTest(arguments=arguments):
                more = () if arguments[0] == "offers" else AS_OF
                done = run(*arguments, *more, environment={"CI": "true"}, folder=self.folder)
                log = (done.stdout + done.stderr).decode()
                self.assertTrue(log)
                self.assertEqual(runners.github_commands(log), [])
                self.assertEqual(runners.azure_commands(log), [])

    def test_data_on_stdout_is_the_same_in_every_ci(self):
        for form in ("csv", "tsv", "json", "ndjson", "junit", "codequality"):
            plain = self.run_here("plan", "hostile.csv", *GATE, "-q", "-f", form)
            for environment in (GITHUB, AZURE, {"CI": "true"}):
                with self.subTest(form=form, environment=environment):
                    self.assertEqual(self.run_here("plan", "hostile.csv", *GATE, "-q", "-f", form,
                                                   environment=environment).stdout, plain.stdout)

    def test_nobody_is_told_without_a_gate_a_flag_or_a_ci(self):
        quiet = self.run_here("plan", "hostile.csv", "-q")
        self.assertEqual(quiet.stderr, b"")
        for environment, arguments in ((GITHUB, ()), (AZURE, ()), (GITLAB, ()), (GITHUB, (*GATE, "--ci", "none")),
                                       ({}, GATE), ({}, ("--ci", "auto"))):
            with self.subTest(environment=environment, arguments=arguments):
                done = self.run_here("plan", "hostile.csv", "-q", *arguments, environment=environment)
                self.assertEqual(done.stderr, b"")
        self.assertFalse((self.folder / "gl-code-quality.json").exists())

    def test_a_flag_or_a_setting_chooses_the_ci(self):
        for arguments, environment in ((("--ci", "azure"), GITHUB), ((), {"NCEPLAN_CI": "azure"}),
                                       (("--ci", "auto"), AZURE)):
            with self.subTest(arguments=arguments, environment=environment):
                done = self.run_here("plan", "hostile.csv", "-q", *arguments, environment=environment)
                commands = runners.azure_commands(done.stderr.decode())
                self.assertEqual(len(commands), 11)
                self.assertEqual({properties["type"] for _, properties, _ in commands}, {"warning"})
                self.assertEqual(done.returncode, 0)


class JobSummary(InFolder):
    LIMIT = 1024 * 1024

    def summary_of(self, *arguments, before=""):
        path = self.folder / "summary.md"
        path.write_text(before)
        done = self.run_here("plan", *arguments, "-q", environment=GITHUB | {"GITHUB_STEP_SUMMARY": str(path)})
        return done, path.read_text()

    def test_it_is_the_report_behind_what_stood_there(self):
        done, text = self.summary_of("hostile.csv", *GATE, before="# Before\n")
        self.assertEqual(done.returncode, 2)
        self.assertTrue(text.startswith("# Before\n\n\n**16 meet --fail-on.**\n"), text[:80])
        report = self.run_here("plan", "hostile.csv", "-q", "-f", "md").stdout.decode()
        self.assertTrue(text.endswith(report))
        self.assertNotIn("<script>", text)

    def test_it_is_cut_at_one_mebibyte_with_a_note(self):
        (self.folder / "large.csv").write_bytes(export([f"Customer {number}" for number in range(9000)]))
        before = "x" * 1000 + "\n"
        done, text = self.summary_of("large.csv", *GATE, before=before)
        self.assertEqual(done.returncode, 2)
        self.assertLessEqual(len(text.encode()), self.LIMIT)
        self.assertGreater(len(text.encode()), self.LIMIT - 1000)
        self.assertTrue(text.startswith(before))
        self.assertTrue(text.endswith("Cut here: a job summary holds at most 1024 KiB. -o plan.md has all 9000 "
                                      "subscriptions.\n"), text[-300:])
        full = "y" * self.LIMIT
        self.assertEqual(self.summary_of("large.csv", *GATE, before=full)[1], full)

    def test_one_that_cannot_be_written_spoils_the_run_only_when_asked_for(self):
        environment = GITHUB | {"GITHUB_STEP_SUMMARY": str(self.folder / "absent" / "summary.md")}
        for arguments, code, severity in (((), 2, b": warning: "), (("--ci", "auto"), 1, b": error: ")):
            with self.subTest(arguments=arguments):
                done = self.run_here("plan", "hostile.csv", "-q", *GATE, *arguments, environment=environment)
                self.assertEqual(done.returncode, code)
                self.assertIn(b"[output-failed]", done.stderr)
                self.assertIn(severity, done.stderr)


if __name__ == "__main__":
    unittest.main()
