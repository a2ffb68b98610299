#!/usr/bin/env python3
"""Schedules of generated portfolios, and the batch files that follow from them: schedule_test.py BINARY.

2,000 migrations at 40 a day: each has a working day between opening and due day, or is named with its reason; no
assignment places more of them (against earliest due first, which is optimal for jobs of one unit); a bundle counts as
one; the sufficient capacity is sufficient, and the smallest.
"""
import collections
import csv
import datetime
import heapq
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import uuid

import tool

AS_OF = datetime.date(2024, 1, 16)
HOLIDAYS = {datetime.date(2024, 3, 29), datetime.date(2024, 4, 1), datetime.date(2024, 5, 1)}


def expect(holds, *words):
    if not holds:
        sys.exit("does not hold: " + " ".join(map(str, words)))


def portfolio(chance, migrations, spread):
    """Rows of an export with that many bundles and single subscriptions, ends within `spread` days."""
    def guid():
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))

    customers = [(guid(), f"Kunde {number}") for number in range(migrations // 4 + 1)]
    for _ in range(migrations):
        tenant, name = chance.choice(customers)
        end = AS_OF + datetime.timedelta(days=chance.randrange(2, spread))
        base = guid()
        for member in range(chance.choice((1, 1, 1, 2, 4))):
            yield {"CustomerTenantId": tenant, "CustomerName": name, "LegacySubscriptionId": guid() if member else base,
                   "LegacyProductName": "Office 365 E3" if member == 0 else "Audio Conferencing",
                   "ExpirationDate": end.strftime("%m/%d/%Y 00:00:00"), "AutoRenewEnabled": "True",
                   "MigrationEligible": "True", "CurrentTerm": "P1Y", "CurrentBillingPlan": "Annual",
                   "CurrentSeatCount": "7", "StartNewTermInNce": "False", "Term": "P1Y", "BillingPlan": "Annual",
                   "SeatCount": "7", "AddOn": "True" if member else "False",
                   "BaseSubscriptionId": base if member else ""}


def write_export(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, tool.SUBSCRIPTIONS.split(","), restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def day(text):
    return datetime.date.fromisoformat(text)


def is_working(one):
    return one.weekday() < 5 and one not in HOLIDAYS


def most_placeable(windows, per_day):
    """How many of the windows (first, last day) can have a day: earliest due first."""
    opening = sorted(windows)
    due, placed, at = [], 0, 0
    today = min(first for first, _ in windows)
    while at < len(opening) or due:
        while at < len(opening) and opening[at][0] <= today:
            heapq.heappush(due, opening[at][1])
            at += 1
        free = per_day if is_working(today) else 0
        while due and free:
            if heapq.heappop(due) >= today:
                placed += 1
                free -= 1
        if not due and at < len(opening):
            today = opening[at][0]
        else:
            today += datetime.timedelta(days=1)
        due = [one for one in due if one >= today]
        heapq.heapify(due)
    return placed


def check(binary, chance, folder, migrations, per_day, spread):
    write_export(folder / "export.csv", portfolio(chance, migrations, spread))
    (folder / "feiertage.txt").write_text("".join(f"{one:%d.%m.%Y};frei\n" for one in sorted(HOLIDAYS)))
    common = ("--as-of", AS_OF.isoformat(), "-q")

    def run(*arguments):
        done = subprocess.run([binary, *map(str, arguments), *common], cwd=folder, capture_output=True, check=False,
                              env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
        expect(done.returncode == 0, arguments, done.returncode, done.stderr.decode())
        return done.stdout.decode()

    schedule = ("schedule", "export.csv", "--holidays", "feiertage.txt")
    run(*schedule, "--per-day", per_day, "-o", "schedule.csv", "-o", "schedule.json")
    document = json.loads((folder / "schedule.json").read_text())
    rows, figures = document["schedule"], document["figures"][0]
    text = [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]
    expect(list(csv.DictReader(io.StringIO((folder / "schedule.csv").read_text()))) == text, "CSV and JSON agree")
    bases = [row for row in rows if row["base_subscription_id"] is None]
    expect(len(bases) == migrations == figures["migrations"], "every migration is there", len(bases))

    load = collections.Counter()
    days = {row["subscription_id"]: row["target_date"] for row in bases}
    for row in rows:
        expect((row["target_date"] is None) == (row["reason"] is not None), "a day or a reason:", row)
        if row["base_subscription_id"] is not None:
            expect(row["target_date"] == days[row["base_subscription_id"]], "a bundle is not split:", row)
        elif row["target_date"] is not None:
            on = day(row["target_date"])
            expect(max(AS_OF, day(row["self_migrate_from"])) <= on <= day(row["self_migrate_until"]), "in time:", row)
            expect(is_working(on), "a working day:", row)
            load[on] += 1
            expect(row["slot"] == (load[on] - 1) // tool.CALLS_IN_FIVE_MINUTES + 1, "slots of a hundred:", row)
    expect(max(load.values()) <= per_day, "within the capacity")
    windows = [(max(AS_OF, day(row["self_migrate_from"])), day(row["self_migrate_until"])) for row in bases]
    placed = sum(load.values())
    expect(placed == most_placeable(windows, per_day) == figures["placed"], "no schedule places more:", placed)
    with_day = most_placeable(windows, migrations)
    enough = figures["sufficient_per_day"]
    expect(most_placeable(windows, enough) == with_day, "what is said to do does")
    expect(enough == 1 or most_placeable(windows, enough - 1) < with_day, "and less does not")
    reasons = collections.Counter(row["reason"] for row in bases if row["reason"])
    expect(reasons["capacity"] == with_day - placed, "the full days are named:", reasons)

    for source in ("schedule.csv", "schedule.json"):
        run("batch", "export.csv", "--on", source, "-o", "batches", "--force")
        records = [(record, path.name) for path in sorted((folder / "batches").glob("*-schedule.csv"))
                   for record in tool.records(path.read_bytes())]
        wanted = {row["subscription_id"]: row["target_date"] for row in rows if row["target_date"]}
        got = {record["LegacySubscriptionId"]: record["TargetDate"].date().isoformat() for record, _ in records}
        expect(got == wanted, "batch --on", source, "schedules what is placed")
        targets = [record["TargetDate"] for record, _ in records]
        expect(targets == sorted(targets), "files in order of days")
        for path in (folder / "batches").glob("*-schedule.csv"):
            expect(len(tool.calls(tool.records(path.read_bytes()))) <= tool.CALLS_IN_FIVE_MINUTES, path.name)
    return placed, migrations, figures


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    chance = random.Random(2024)
    for migrations, per_day, spread in ((2000, 40, 120), (2000, 40, 60), (300, 1, 400), (400, 250, 30), (1, 1, 30)):
        with tempfile.TemporaryDirectory() as scratch:
            placed, all_of_them, figures = check(binary, chance, pathlib.Path(scratch), migrations, per_day, spread)
            print(f"{placed} of {all_of_them} placed at {per_day} a day; customers on one day "
                  f"{figures['customers_on_one_day']}, on several {figures['customers_on_several_days']}; "
                  f"{figures['sufficient_per_day']} would do")


if __name__ == "__main__":
    main()
