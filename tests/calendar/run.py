#!/usr/bin/env python3
"""Calendars as python3-icalendar reads them: run.py BINARY SAMPLES_DIR.

Every window and every day to act by of the plan's JSON is an event of the calendar and the other way round; names come
through whole, hostile ones too; and an entry keeps its UID when the edition, the as-of day, the language, the selection
or the order of rows changes.
"""
import collections
import csv
import datetime
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    print("python3-icalendar is not installed")
    sys.exit(77)

AS_OF = "2024-01-16"
EXPORTS = ("kunden.csv", "generic.csv", "rest.json", "bam-subscriptions.csv")
# Not a backslash before an n: icalendar 4 takes it for a line break, against RFC 5545, section 3.3.11.
HOSTILE = ("Komma, Strich; \\ \"Zitat\"", "Zwei\nZeilen\r\nEND:VEVENT\r\nBEGIN:VEVENT", "\x1b[31mrot\x07",
           "日本語の顧客名" * 20, "🎉" * 60, "ü" * 200, "=cmd|' /C calc'!A0", "x" * 500)


def planned(binary, arguments, folder):
    done = subprocess.run([binary, "plan", *arguments, "-q"], cwd=folder, capture_output=True, check=False,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
    if done.returncode not in (0, 3):
        sys.exit(f"{arguments}: exit {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def check_form(data, where):
    """RFC 5545, section 3.1: CRLF, at most 75 octets a line, whole characters on each line."""
    assert data.endswith(b"END:VCALENDAR\r\n"), where
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), f"{where}: a bare line break"
    for line in lines:
        assert len(line) <= 75, f"{where}: {line}"
        line.decode("utf-8")
        assert not any(byte < 0x20 and byte != 0x09 for byte in line), f"{where}: {line}"


def events_of(data, where):
    check_form(data, where)
    calendar = icalendar.Calendar.from_ical(data)
    assert str(calendar["VERSION"]) == "2.0" and "nceplan" in calendar["PRODID"]
    events = list(calendar.walk("VEVENT"))
    for event in events:
        assert not event.errors, event.errors
        check_event(event)
    uids = [str(event["UID"]) for event in events]
    assert len(uids) == len(set(uids)), f"{where}: a UID occurs twice"
    return events


def check_event(event):
    assert isinstance(event["DTSTART"].dt, datetime.date) and not isinstance(event["DTSTART"].dt, datetime.datetime)
    assert event["DTEND"].dt > event["DTSTART"].dt
    assert event["DTSTAMP"].dt.tzinfo is not None
    assert str(event["TRANSP"]) == "TRANSPARENT"
    alarms = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert alarms == [datetime.timedelta(days=-7), datetime.timedelta(days=-1)], alarms


def is_window(event):
    return str(event["UID"]).startswith("window-")


def days_of(event):
    return str(event["DTSTART"].dt), str(event["DTEND"].dt - datetime.timedelta(days=1))


def on_one_line(name):
    return " ".join((name or "").split())


def check_against_plan(binary, export, folder, language):
    """The same days, grouped by customer, as the JSON of the plan has them; every product is named."""
    common = [export, "--as-of", AS_OF, "--lang", language]
    entries = json.loads(planned(binary, [*common, "-f", "json"], folder))["entries"]
    events = events_of(planned(binary, [*common, "-f", "ics"], folder), export)
    wanted = collections.defaultdict(set)
    for entry in entries:
        name = on_one_line(entry["customer_name"]) or entry["customer_domain"] or entry["customer_id"]
        if entry["window_start"]:
            wanted[name, True, entry["window_start"], entry["window_last_full_day"]].add(on_one_line(entry["product_name"]))
        for action in entry["actions"]:
            if action["due"]:
                wanted[name, False, action["due"], action["due"]].add(on_one_line(entry["product_name"]))
    seen = {}
    for event in events:
        first, *lines = str(event["DESCRIPTION"]).split("\n")
        seen[first, is_window(event), *days_of(event)] = [line[2:] for line in lines if line.startswith("- ")]
        assert str(event["SUMMARY"]).startswith(first + ": "), event["SUMMARY"]
        assert int(event["SEQUENCE"]) == int(AS_OF.replace("-", ""))
    assert seen.keys() == wanted.keys(), (export, seen.keys() ^ wanted.keys())
    for key, products in wanted.items():
        for product in products:
            assert any(line.startswith(product) for line in seen[key]), (export, key, product, seen[key])
    return len(events)


def uids(events):
    return {str(event["UID"]): days_of(event) for event in events if is_window(event)}


def check_uids(binary, folder):
    """What changes around an entry does not make it another one."""
    def calendar(*arguments, export="kunden.csv"):
        return events_of(planned(binary, [export, "-f", "ics", *arguments], folder), arguments)

    base = ("--as-of", AS_OF)
    plain = calendar(*base)
    assert uids(calendar(*base)) == uids(plain)
    assert uids(calendar(*base, "--lang", "de")) == uids(plain)
    moved = uids(calendar(*base, "--edition", "2024-05"))
    assert any(moved[uid] != days for uid, days in uids(plain).items() if uid in moved), "no entry moved"
    assert len(moved.keys() & uids(plain).keys()) >= len(moved) - 2, "entries are not known again"
    later = calendar("--as-of", "2024-01-17")
    assert uids(later).keys() == uids(plain).keys()
    assert all(int(event["SEQUENCE"]) > int(AS_OF.replace("-", "")) for event in later)
    some = calendar(*base, "--where", "product_name=*E3*")
    assert {str(e["UID"]) for e in some} <= {str(e["UID"]) for e in plain} and 0 < len(some) < len(plain)
    assert planned(binary, ["kunden.csv", "-f", "ics", *base], folder) == planned(
        binary, ["kunden.csv", "-f", "ics", *base, "--jobs", "3"], folder)


def check_row_order(binary, samples):
    """Shuffled rows give the same bytes, with ids and without."""
    for export in ("kunden.csv", "generic.csv"):
        header, *rows = (pathlib.Path(samples) / export).read_bytes().splitlines(keepends=True)
        if rows and not rows[-1].endswith(b"\n"):
            rows[-1] += b"\n"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / export
            seen = set()
            for seed in range(3):
                random.Random(seed).shuffle(rows)
                path.write_bytes(header + b"".join(rows))
                seen.add(planned(binary, [export, "--as-of", AS_OF, "-f", "ics"], folder))
            assert len(seen) == 1, export


def check_hostile_names(binary):
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["customer_name", "product_name", "seats", "term_end_date"])
    for name in HOSTILE:
        writer.writerow([name, name, 5, "2024-03-31"])
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "hostile.csv").write_text(table.getvalue(), encoding="utf-8", newline="")
        events = events_of(planned(binary, ["hostile.csv", "--as-of", AS_OF, "-f", "ics"], folder), "hostile names")
    names = {str(event["DESCRIPTION"]).split("\n")[0] for event in events}
    assert len(names) == len(HOSTILE), names
    for name in HOSTILE:
        visible = " ".join(name.split()).replace("\x1b", "\\x1b").replace("\x07", "\\x07")
        assert visible in names, (visible, names)


def main():
    binary, samples = os.path.abspath(sys.argv[1]), sys.argv[2]
    events = sum(check_against_plan(binary, export, samples, language)
                 for export in EXPORTS for language in ("en", "de"))
    check_uids(binary, samples)
    check_row_order(binary, samples)
    check_hostile_names(binary)
    print(f"{events} events")


if __name__ == "__main__":
    main()
