#!/usr/bin/env python3
"""Files made from every sample, in every way, are taken by the batch tool unchanged: tool_test.py BINARY SAMPLES_DIR.

Each planned subscription is in the manifest exactly once; what is written may be migrated on its day; bundles are whole;
what is written reads back as the same plan, and makes the same files again.
"""
import csv
import datetime
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import tool

EXPORTS = ("kunden.csv", "bam-subscriptions.csv", "bam-schedule.csv", "rest.json", "powershell.csv", "recon.csv",
           "generic.csv", "generic.ndjson", "graph.json", "nceplan.csv", "nceplan.json")
DAYS = ("2023-08-01", "2024-01-16", "2024-01-19", "2024-03-15")
WAYS = ((), ("--new-term",), ("--on-renewal",), ("--on", "2024-04-02"), ("--term", "P1M"),
        ("--term", "P3Y", "--billing", "triennial", "--new-term"), ("--billing", "monthly", "--align-end", "month"),
        ("--align-end", "customer"), ("--on-renewal", "--align-end", "month"))
MAY_BE_MIGRATED = {"open", "due_soon"}

checks = 0


def expect(holds, *words):
    global checks
    checks += 1
    if not holds:
        sys.exit("does not hold: " + " ".join(map(str, words)))


def run(binary, *arguments, cwd, codes=(0, 3)):
    done = subprocess.run([binary, *map(str, arguments)], cwd=cwd, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
                          capture_output=True, check=False)
    if done.returncode not in codes:
        sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode()


def files_of(folder):
    manifest = list(csv.DictReader(io.StringIO((folder / "manifest.csv").read_bytes().decode()), strict=True))
    names = sorted(path.name for path in folder.iterdir() if path.name != "manifest.csv")
    return manifest, {name: (folder / name).read_bytes() for name in names}


def check_manifest(what, plan, manifest, files):
    planned = sorted(entry["subscription_id"] for entry in plan["entries"])
    expect(sorted(row["subscription_id"] for row in manifest) == planned, what, "every planned row is in the manifest once")
    for row in manifest:
        expect((row["outcome"] == "written") == bool(row["file"]), what, "a file for what is written:", row)
        expect((row["outcome"] == "left_out") == bool(row["reason"] and row["explanation"]), what, "a reason:", row)
    in_files = [(name, number, record["LegacySubscriptionId"].lower())
                for name, content in files.items()
                for number, record in enumerate(tool.records(content), 1)]
    in_manifest = [(row["file"], int(row["row"]), row["subscription_id"].lower())
                   for row in manifest if row["outcome"] == "written"]
    expect(in_files == in_manifest, what, "the manifest says what is where")


def check_records(what, plan, files, way, as_of):
    entries = {entry["subscription_id"].lower(): entry for entry in plan["entries"]}
    at_once = not {"--on", "--on-renewal"} & set(way)
    for name, content in files.items():
        records = tool.records(content)
        expect(content.startswith((tool.SUBSCRIPTIONS if at_once else tool.SCHEDULE).encode() + b"\r\n"), what, name)
        expect(records and len(tool.calls(records)) <= tool.CALLS_IN_FIVE_MINUTES, what, name, "fits one slot")
        together = {one: call for call in tool.calls(records) for one in call}
        for record in records:
            entry = entries[record["LegacySubscriptionId"].lower()]
            check_record(f"{what} {name}", record, entry, way, as_of)
            if entry["is_addon"] and "follows_base" in entry["notes"]:
                base = entry["base_subscription_id"].lower()
                expect(base not in entries or base in (one.lower() for one in together[record["LegacySubscriptionId"]]),
                       what, "base and add-on in one call:", record)


def check_record(what, record, entry, way, as_of):
    expect(record["MigrationEligible"] and not record["MigrationIneligibilityReason"], what, record)
    expect(record["CustomerName"] == (entry["customer_name"] or ""), what, "the name survives:", record)
    expect(record["SeatCount"] > 0, what, record)
    if "--billing" in way or "--term" in way:
        allowed = {"P1M": {"Monthly"}, "P1Y": {"Monthly", "Annual"}, "P3Y": {"Monthly", "Annual", "Triennial"}}
        own = (record["CurrentTerm"], record["CurrentBillingPlan"])
        asked = (record["Term"], record["BillingPlan"])
        expect(asked == own or asked[1] in allowed[asked[0]], what, "a combination that is sold:", record)
    if entry["phase"] == "not_covered":
        expect(entry["is_addon"] and entry["reason"] == "auto_renew_off", what, "only add-ons that go along:", entry)
        return
    expect(entry["self_migrate_blocker"] is None, what, entry)
    day = datetime.date.fromisoformat(as_of)
    if "--on" in way:
        day = datetime.date.fromisoformat(way[way.index("--on") + 1])
        expect(record["TargetDate"].date() == day and record["MigrateOnRenewal"] is False, what, record)
    if "--on-renewal" in way:
        expect(record["TargetDate"] is None and record["MigrateOnRenewal"] is True, what, record)
        return
    if "--on" not in way:
        expect(entry["phase"] in MAY_BE_MIGRATED, what, entry["phase"], record)
    until = datetime.date.fromisoformat(entry["self_migrate_until"])
    expect(datetime.date.fromisoformat(entry["self_migrate_from"]) <= day, what, "not too early:", record)
    expect(day <= until + datetime.timedelta(days=1 if "--new-term" in way else 0), what, "not too late:", record)
    if record["CustomTermEndDate"] and "--align-end" in way:
        expect(day <= record["CustomTermEndDate"].date(), what, "the first term has begun:", record)


def check_read_back(binary, what, plan, files, folder, as_of, way):
    """What nceplan reads of its own file is what the plan says, and makes the same file."""
    entries = {entry["subscription_id"].lower(): entry for entry in plan["entries"]}
    for name in files:
        again = json.loads(run(binary, "plan", name, "--as-of", as_of, "-f", "json", "-q", cwd=folder))
        problems = {one["code"] for one in again["diagnostics"]}
        expect(again["summary"]["rows"]["rejected"] == 0 and problems <= {"parent-missing"}, what, name, problems)
        at_once = not {"--on", "--on-renewal"} & set(way)
        expect(again["inputs"][0]["format"] == ("bam_subscriptions" if at_once else "bam_schedule").replace("_", "-"),
               what, again["inputs"])
        for entry in again["entries"]:
            for field in ("customer_name", "product_name", "term_end_date", "is_addon"):
                expect(entry[field] == entries[entry["subscription_id"].lower()][field], what, name, field, entry)


def main():
    binary, samples = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    written = 0
    for sample in EXPORTS:
        for as_of in DAYS:
            plan = json.loads(run(binary, "plan", sample, "--as-of", as_of, "-f", "json", "-q", cwd=samples))
            for way in WAYS:
                if "--on" in way and way[way.index("--on") + 1] < as_of:
                    continue
                what = " ".join((sample, as_of, *way))
                with tempfile.TemporaryDirectory() as scratch:
                    folder = pathlib.Path(scratch) / "out"
                    run(binary, "batch", sample, "--as-of", as_of, *way, "-o", folder, "-q", cwd=samples)
                    manifest, files = files_of(folder)
                    check_manifest(what, plan, manifest, files)
                    check_records(what, plan, files, way, as_of)
                    check_read_back(binary, what, plan, files, folder, as_of, way)
                    written += sum(row["outcome"] == "written" for row in manifest)
                    if not way and sample == "kunden.csv":
                        check_unchanged(binary, what, samples / sample, files, folder, as_of)
    expect(written > 1000, "the samples are worth something:", written)
    print(f"{checks} checks, {written} rows")


def check_unchanged(binary, what, sample, files, folder, as_of):
    """Like for like, each row is the line of the tool's own export, byte for byte but for the time of day."""
    exported = re.sub(rb"(,\d\d/\d\d/\d{4}) \d\d:\d\d:\d\d,", rb"\1 00:00:00,", sample.read_bytes())
    lines = set(exported.split(b"\r\n"))
    for name, content in files.items():
        for line in content.split(b"\r\n"):
            expect(line in lines, what, name, "is a line of the export:", line)
        run(binary, "batch", name, "--as-of", as_of, "-o", folder / "again", "--force", "-q", cwd=folder)
        _, again = files_of(folder / "again")
        expect(list(again.values()) == [content], what, name, "makes itself again")


if __name__ == "__main__":
    main()
