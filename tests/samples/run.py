#!/usr/bin/env python3
"""What must hold for the plan of every sample: run.py BINARY SAMPLES_DIR.

The JSON validates against the schema that nceplan prints; rows add up; each row has one phase; the CSV says the same as
the JSON; `explain` gives for every subscription the dates that `plan` gives; a plan read back gives the same dates; and
`rules diff` names exactly the subscriptions whose date differs between two plans.
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
EVIDENCE_ONLY = {"bam-scheduled-api.csv"}  # names no product: it serves as evidence of schedules
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


def main():
    samples = Samples(sys.argv[1], sys.argv[2])
    schema = json.loads(samples.run("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for file in samples.files():
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
