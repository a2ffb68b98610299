#!/usr/bin/env python3
"""What must hold for the plan of every sample: run.py BINARY SAMPLES_DIR.

The JSON validates against the schema that nceplan prints; rows add up; each row has one phase; the CSV says the same as
the JSON; `explain` gives for every subscription the dates that `plan` gives; a plan read back gives the same dates; and
`rules diff` names exactly the subscriptions whose date differs between two plans. The evidence files do what they are
there to show, takeovers are told apart, and `diff` of a file with itself is empty, with another one mirrored.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys

import jsonschema

AS_OF_DATES = ("2023-08-01", "2024-01-16", "2026-03-03")
NOT_AN_EXPORT = {"README.md", "offer-matrix.csv"}
EVIDENCE_ONLY = {"bam-scheduled-api.csv", "migrations.json"}  # they name no products: they are evidence
EVIDENCE = ("bam-nce.csv", "bam-status.csv", "bam-scheduled.csv", "bam-scheduled-api.csv", "migrations.json")
DATES_EXPLAINED = ("renewal_date", "migration_date", "window_last_full_day", "window_end", "committed_until",
                   "self_migrate_until", "preorder_from")


class Samples:
    def __init__(self, binary, folder):
        self.binary = os.path.abspath(binary)
        self.folder = pathlib.Path(folder)
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
        self.checks = 0

    def files(self):
        return sorted(p.name for p in self.folder.iterdir() if p.name not in NOT_AN_EXPORT | EVIDENCE_ONLY)

    def run(self, *arguments, codes=(0, 3)):
        done = subprocess.run([self.binary, *arguments], cwd=self.folder, env=self.environment, capture_output=True)
        if done.returncode not in codes:
            sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr.decode()}")
        return done.stdout.decode()

    def expect(self, holds, *words):
        self.checks += 1
        if not holds:
            sys.exit("does not hold: " + " ".join(map(str, words)))

    def plan(self, file, as_of, *more):
        return json.loads(self.run("plan", file, "--as-of", as_of, "-q", "-f", "json", *more))


def check_numbers(samples, file, plan):
    rows = plan["summary"]["rows"]
    parts = rows["planned"] + rows["already_nce"] + rows["other"] + rows["rejected"] + rows["merged"]
    samples.expect(rows["read"] == parts, file, "rows add up:", rows)
    samples.expect(sum(plan["summary"]["phases"].values()) == rows["planned"], file, "phases add up")
    samples.expect(len(plan["entries"]) == rows["planned"], file, "an entry per planned row")


def as_csv_text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        texts = [f"{v['code']}:{v['due']}" if isinstance(v, dict) else v for v in value]
        return ";".join(texts)
    return str(value)


def check_csv(samples, file, as_of, plan):
    rows = list(csv.DictReader(io.StringIO(samples.run("plan", file, "--as-of", as_of, "-q", "-f", "csv"), newline="")))
    expected = [{name: as_csv_text(value) for name, value in entry.items()} for entry in plan["entries"]]
    samples.expect(rows == expected, file, as_of, "CSV and JSON say the same")


def check_explain(samples, file, as_of, plan):
    for entry in plan["entries"]:
        text = samples.run("explain", entry["subscription_id"], file, "--as-of", as_of, "--width", "0")
        for column in DATES_EXPLAINED:
            if entry[column] and not (column == "committed_until" and entry["phase"] == "not_covered"):
                samples.expect(entry[column] in text, file, entry["subscription_id"], column, entry[column], "\n" + text)


def check_read_back(samples, file, as_of, plan):
    for form in ("csv", "json"):
        written = samples.run("plan", file, "--as-of", as_of, "-q", "-f", form)
        done = subprocess.run([samples.binary, "plan", "-", "--as-of", as_of, "-q", "-f", "json"], input=written.encode(),
                              env=samples.environment, capture_output=True)
        samples.expect(done.returncode == 0, file, form, done.stderr.decode())
        again = json.loads(done.stdout)["entries"]
        for before, after in zip(plan["entries"], again, strict=True):
            ignored = {"source_file", "source_line"}
            differences = {k: (before[k], after[k]) for k in before if k not in ignored and before[k] != after[k]}
            samples.expect(not differences, file, form, "read back differs:", before["subscription_id"], differences)


def check_diff(samples, file, as_of):
    before = {e["subscription_id"]: e["migration_date"] for e in samples.plan(file, as_of, "--edition", "2023-07")["entries"]}
    after = {e["subscription_id"]: e["migration_date"] for e in samples.plan(file, as_of, "--edition", "2024-05")["entries"]}
    moved = {key: (before[key], after[key]) for key in before if before[key] != after[key]}
    listed = csv.DictReader(io.StringIO(samples.run("rules", "diff", "2023-07", "2024-05", file, "--as-of", as_of, "-q",
                                                    "-f", "csv"), newline=""))
    said = {row["subscription_id"]: (row["before"] or None, row["after"] or None) for row in listed}
    samples.expect(said == moved, file, "rules diff:", said, moved)


def check_evidence(samples, validator):
    """Each evidence file, and all of them, over the export that they are about; what each is there to show."""
    shown = {}
    for files in [(name,) for name in EVIDENCE] + [EVIDENCE]:
        options = [word for name in files for word in ("--evidence", name)]
        plan = samples.plan("bam-subscriptions.csv", "2024-01-16", *options)
        samples.expect(not list(validator.iter_errors(plan)), files, "keeps to the schema")
        check_numbers(samples, files, plan)
        for file in plan["evidence"]:
            parts = sum(file["states"].values()) + file["silent"] + file["rejected"]
            samples.expect(file["rows"] == parts, file["path"], "rows of evidence add up")
        plain = samples.plan("bam-subscriptions.csv", "2024-01-16")
        samples.expect(plan["summary"]["rows"] == plain["summary"]["rows"], files, "leaves the accounting alone")
        shown[files] = plan["entries"]
        saved = samples.run("plan", "bam-subscriptions.csv", "--as-of", "2024-01-16", "-q", "-f", "csv", *options)
        again = json.loads(subprocess.run([samples.binary, "plan", "-", "--as-of", "2024-01-16", "-q", "-f", "json"],
                                          input=saved.encode(), env=samples.environment, capture_output=True,
                                          check=True).stdout)["entries"]
        for before, after in zip(plan["entries"], again, strict=True):
            differences = {k for k in before if k not in ("source_file", "source_line") and before[k] != after[k]}
            samples.expect(not differences, files, "read back differs:", before["subscription_id"], differences)
    states = {e["migration_state"] for entries in shown.values() for e in entries}
    samples.expect(states >= {"completed", "processing", "failed", "scheduled"}, "states seen:", states)
    exact = [e for e in shown[("migrations.json",)] if e["completed_at"]]
    samples.expect({e["window_closes_at"] for e in exact} == {"2024-01-19T16:35:40Z"}, "exact windows", exact)
    samples.expect(len(exact) == 2, "an add-on has its base's instant")
    scheduled = {e["subscription_id"]: e["migration_date"] for e in shown[("bam-scheduled.csv",)]
                 if e["phase"] == "scheduled"}
    samples.expect(len(scheduled) == 4, "scheduled:", scheduled)
    by_api = {e["subscription_id"]: e["migration_date"] for e in shown[("bam-scheduled-api.csv",)]
              if e["phase"] == "scheduled"}
    samples.expect(scheduled.items() >= by_api.items() or by_api.items() >= scheduled.items(), "both forms agree")


def check_takeover(samples, validator):
    plan = samples.plan("bam-subscriptions.csv", "2024-01-16", "--takeover", "generic.csv")
    samples.expect(not list(validator.iter_errors(plan)), "takeover keeps to the schema")
    check_numbers(samples, "takeover", plan)
    held = [e for e in plan["entries"] if e["takeover"]]
    samples.expect(len(held) == 8, "all rows of the takeover file are takeovers")
    samples.expect({e["action_code"] for e in held} <= {"offer_takeover", None}, "offer_takeover alone")
    samples.expect("offer_takeover" in {e["action_code"] for e in held}, "offer_takeover is reached")
    own = samples.plan("generic.csv", "2024-01-16", "--own-provider", "Beispiel Cloud GmbH")["entries"]
    samples.expect({e["provider"] for e in own if e["takeover"]} == {"Andere Cloud AG"}, "by the provider column")


def check_plan_diff(samples, file, schema):
    """A file compared with itself has no changes; with another one, changing places mirrors them."""
    same = json.loads(samples.run("diff", file, file, "--as-of", "2024-01-16", "-q", "-f", "json", "--exit-code"))
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(same))
    samples.expect(not errors, file, "diff:", errors[:3])
    samples.expect(same["changes"] == [], file, "has no changes against itself")
    samples.expect(same["summary"]["subscriptions_unchanged"] == same["old"]["rows"]["planned"], file, "all unchanged")
    other = "kunden.csv" if file != "kunden.csv" else "bam-subscriptions.csv"
    mirror = {"new": "gone", "gone": "new", "migrated": "back_in_legacy", "back_in_legacy": "migrated",
              "became_urgent": "no_longer_urgent", "no_longer_urgent": "became_urgent"}
    there, back = (json.loads(samples.run("diff", *pair, "--as-of", "2024-01-16", "-q", "-f", "json"))
                   for pair in ((file, other), (other, file)))
    for document in (there, back):
        errors = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
        samples.expect(not errors, file, "diff:", errors[:3])
    key = lambda c: (c["change"], str(c["before"]), str(c["after"]), str(c["old_line"]), str(c["new_line"]))
    turned = [{**c, "change": mirror.get(c["change"], c["change"]), "before": c["after"], "after": c["before"],
               "old_line": c["new_line"], "new_line": c["old_line"]} for c in back["changes"]]
    samples.expect(sorted(map(key, there["changes"])) == sorted(map(key, turned)), file, "mirrors against", other)


def main():
    samples = Samples(sys.argv[1], sys.argv[2])
    schema = json.loads(samples.run("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    diff_schema = json.loads(samples.run("schema", "diff"))
    jsonschema.Draft202012Validator.check_schema(diff_schema)
    check_evidence(samples, validator)
    check_takeover(samples, validator)
    for file in samples.files():
        check_plan_diff(samples, file, diff_schema)
        for as_of in AS_OF_DATES:
            plan = samples.plan(file, as_of)
            errors = [f"{'/'.join(map(str, e.path))}: {e.message}" for e in validator.iter_errors(plan)]
            samples.expect(not errors, file, as_of, *errors[:5])
            check_numbers(samples, file, plan)
            check_csv(samples, file, as_of, plan)
        check_explain(samples, file, "2024-01-16", samples.plan(file, "2024-01-16"))
        check_read_back(samples, file, "2024-01-16", samples.plan(file, "2024-01-16"))
        check_diff(samples, file, "2024-01-16")
    print(f"{samples.checks} passed, 0 failed")


if __name__ == "__main__":
    main()
