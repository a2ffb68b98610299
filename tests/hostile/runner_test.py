#!/usr/bin/env python3
"""Hostile text in the log of a CI system: runner_test.py BINARY.

In every CI, known by its variable or by --ci, nothing from an export is a command to the runner (tests/ci/runners.py
reads logs as runners do). Anywhere else, and in files, texts are shown as they are.
"""

import json
import re
import sys
import unittest

from support import AS_OF, FIELDS, ROOT, TEXTS, WithExport, run, shown, usable_names

sys.path.insert(0, str(ROOT / "tests" / "ci"))
import runners  # noqa: E402

SYSTEMS = {"GitHub": {"GITHUB_ACTIONS": "true"}, "Azure": {"TF_BUILD": "True"}, "GitLab": {"GITLAB_CI": "true"},
           "TeamCity": {"TEAMCITY_VERSION": "2024.1"}, "others": {"CI": "true"}}
COMMANDS = [text for text in TEXTS.values() if "::" in text or "##" in text]
# Stricter than the runners: GitHub trims a line before it looks for `::`; all others are found anywhere in a line.
COMMAND = re.compile(r"^\s*::|##\[|##\w+\[", re.MULTILINE)


class InLog(WithExport):
    def assert_no_command(self, log):
        self.assertEqual(runners.github_commands(log), [])
        self.assertEqual(runners.azure_commands(log), [])
        found = COMMAND.search(log)
        self.assertIsNone(found, found and log[found.start():][:60])


class Logs(InLog):
    def runs(self):
        """Every command that prints for people, with data in each part of what it prints."""
        plan = ["plan", self.export, *AS_OF]
        for form in ("table", "wide", "md", "html"):
            yield [*plan, "-f", form]
            yield [*plan, "-f", form, "--columns", ",".join(FIELDS.values())]
        yield [*plan, "--width", "60", "--group-by", "customer"]
        yield [*plan, "--summary", "--color", "always"]
        yield [*plan, "-f", "table", "-o", "/dev/stderr"]
        yield ["check", self.export]
        yield ["diff", self.export, self.newer, *AS_OF]
        yield ["diff", self.export, self.newer, *AS_OF, "-f", "md"]
        yield ["schedule", self.export, *AS_OF]
        yield ["schedule", self.export, *AS_OF, "-f", "md"]
        yield ["batch", self.export, *AS_OF, "--dry-run"]
        yield ["version", "-v", "--config", self.settings]
        for name in ("plan", "check"):
            yield [name, self.wrong, *(AS_OF if name == "plan" else ())]

    def runs_with_arguments(self):
        for text in COMMANDS:
            yield ["explain", text, self.export, *AS_OF]
            yield ["plan", self.export, "--where=" + text]
            yield ["plan", "missing " + text]
            yield ["offers", text]
            yield [text]

    def setUp(self):
        self.newer = self.write_export("newer.json", [dict(row, quantity=6) for row in self.rows])
        self.wrong = self.write_export("wrong.json", [dict(self.PLAIN, id=f"r{i}", commitmentEndDate=text)
                                                      for i, text in enumerate(TEXTS.values())])
        self.settings = self.path / "##vso[task.x]settings.toml"
        self.settings.write_text('lang = "en"\n')

    def test_no_text_is_a_command_in_any_ci(self):
        for name, environment in SYSTEMS.items():
            for arguments in (*self.runs(), *(self.runs_with_arguments() if name == "GitHub" else ())):
                out, err = run(*arguments, environment=environment, code=(0, 1, 3))
                with self.subTest(system=name, arguments=list(map(str, arguments))):
                    self.assertTrue(out + err)
                    self.assert_no_command(out)
                    self.assert_no_command(err)

    def test_names_of_files(self):
        for name in usable_names(COMMANDS):
            path = self.path / (name + ".csv")
            path.write_text("customer,product,term end\nA,Power BI Pro,nonsense\nB,Power BI Pro,2024-01-18\n")
            out, err = run("plan", "-v", *AS_OF, "--", path.name, cwd=self.path, environment=SYSTEMS["GitHub"], code=(0, 3))
            self.assert_no_command(out + err)
            path.unlink()

    def test_a_ci_that_only_the_flag_names(self):
        for system in ("github", "azure"):
            out, _ = self.plan("--ci", system, "-f", "wide")
            self.assert_no_command(out)
            out, _ = self.plan("-f", "wide", environment={"NCEPLAN_CI": system})
            self.assert_no_command(out)

    def test_elsewhere_texts_stay_as_they_are(self):
        wide, _ = self.plan("-f", "wide", "--columns", ",".join(FIELDS.values()))
        self.plan("-o", self.path / "plan.txt", environment=SYSTEMS["GitHub"])
        for text in COMMANDS:
            self.assertIn(shown(text), wide)
            self.assertIn(shown(text), (self.path / "plan.txt").read_text(encoding="utf-8"))
        markdown = self.path / "plan.md"
        self.plan("-o", markdown, environment=SYSTEMS["Azure"])
        self.assertIn("::error file=a,line=1::owned", markdown.read_text(encoding="utf-8"))


class Annotations(InLog):
    """Ten rows are marked in each run, so that the texts come in tens."""

    def annotations(self, system, commands):
        texts = list(TEXTS.values())
        for start in range(0, len(texts), 10):
            rows = [dict(self.PLAIN, id=f"id-{number}", customerName=text, offerName=text,
                         customerTenantId=f"{number:08x}-2222-4333-8444-555555555555")
                    for number, text in enumerate(texts[start:start + 10])]
            for name in ("a,b:c;d]e%0A::error::f.json", "##vso[x]y.json", "::set-env.json"):
                self.write_export(name, rows)
                out, err = run("plan", name, *AS_OF, "--fail-on", "due:30d", "-q", cwd=self.path, code=(2,),
                               environment=SYSTEMS[system] | {"GITHUB_STEP_SUMMARY": str(self.path / "summary.md")})
                self.assert_no_command(out)
                found = commands(err)
                self.assertEqual(len(found), len(err.splitlines()), err)
                yield name, [shown(text) for text in texts[start:start + 10]], found

    def test_github(self):
        for name, texts, found in self.annotations("GitHub", runners.github_commands):
            *rows, total = found
            self.assertEqual({command for command, _, _ in rows}, {"error"})
            self.assertEqual(total[0], "notice")
            self.assertEqual({properties["file"] for _, properties, _ in rows}, {name})
            self.assertEqual(sorted(properties["title"] for _, properties, _ in rows),
                             sorted(f"{text}: {text}" for text in texts))
            self.assertEqual({text for _, _, text in rows}, {"migrate yourself by 2024-01-17"})

    def test_azure(self):
        for name, texts, found in self.annotations("Azure", runners.azure_commands):
            *rows, total = found
            self.assertEqual({command for command, _, _ in found}, {"task.logissue"})
            self.assertNotIn("sourcepath", total[1])
            self.assertEqual({properties["sourcepath"] for _, properties, _ in rows}, {name})
            self.assertEqual({properties["code"] for _, properties, _ in rows}, {"migrate_yourself"})
            self.assertEqual(sorted(text.rsplit(": ", 1)[0] for _, _, text in rows),
                             sorted(f"{text}: {text}" for text in texts))

    def test_gitlab(self):
        rows = [dict(self.PLAIN, id=f"id-{number}", customerName=text, offerName=text)
                for number, text in enumerate(TEXTS.values())]
        self.write_export("in.json", rows)
        out, err = run("plan", "in.json", *AS_OF, "--fail-on", "due:30d", cwd=self.path, code=(2,),
                       environment=SYSTEMS["GitLab"])
        self.assert_no_command(out + err)
        self.assertNotRegex(out + err, "\x1b|\r")  # as in section_start
        found = json.loads((self.path / "gl-code-quality.json").read_text(encoding="utf-8"))
        self.assertEqual(len(found), len(TEXTS))
        said = {finding["description"] for finding in found}
        for text in TEXTS.values():
            self.assertTrue(any(one.startswith(f"{shown(text)}: {shown(text)}: ") for one in said), text)


if __name__ == "__main__":
    unittest.main()
