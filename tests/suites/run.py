#!/usr/bin/env python3
"""The reader against edge cases of CSV and JSON that are known to break readers.

    run.py check BINARY          each case has its verdict
    run.py document [--update]   docs/robustness.md lists the cases with their verdicts
"""

import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENT = HERE.parents[1] / "docs/robustness.md"
sys.path.insert(0, str(HERE))
import csv_cases  # noqa: E402
import json_cases  # noqa: E402


def plan(binary, name, content):
    """Customers that are planned, and the codes of the problems."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / name).write_bytes(content)
        done = subprocess.run([str(binary), "plan", name, "--as-of", "2024-01-16", "-f", "csv"], cwd=folder,
                              capture_output=True, timeout=60, check=False, env={"LC_ALL": "C"})
    if done.returncode not in (0, 1, 3):
        return [f"ended with {done.returncode}"], []
    text = done.stdout.decode()
    customers = [row["customer_name"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    return customers, re.findall(r"\[([a-z0-9-]+)\]$", done.stderr.decode(), re.MULTILINE)


def check(binary):
    wrong = []
    for name, content, verdict in csv_cases.CASES:
        customers, codes = plan(binary, "case.csv", content)
        seen = customers + sorted(set(codes))
        if seen != verdict:
            wrong.append(f"{name}: {seen}, expected {verdict}")
    for name, content, verdict in json_cases.CASES:
        customers, codes = plan(binary, "case.json", content)
        seen = " ".join([str(len(customers)), *sorted(set(codes))])
        if seen != verdict:
            wrong.append(f"{name}: {seen}, expected {verdict}")
    return wrong


def table(cases, worded):
    lines = ["| case | verdict |", "|---|---|"]
    return "\n".join(lines + [f"| `{name}` | {worded(verdict)} |" for name, _, verdict in cases]) + "\n"


def worded_csv(verdict):
    codes = [f"`{item}`" for item in verdict if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", item)]
    rows = len(verdict) - len(codes)
    return ", ".join([f"{rows} planned" if rows or not codes else "refused", *codes])


def worded_json(verdict):
    rows, _, code = verdict.partition(" ")
    return f"refused, `{code}`" if rows == "0" and code else f"{rows} planned"


def section(kind):
    return table(csv_cases.CASES, worded_csv) if kind == "csv" else table(json_cases.CASES, worded_json)


def document(update):
    text = DOCUMENT.read_text(encoding="utf-8")
    made = text
    for kind in ("csv", "json"):
        made = re.sub(rf"(<!-- {kind} cases -->\n\n).*?(\n<!-- end -->)",
                      lambda found, kind=kind: found.group(1) + section(kind) + found.group(2), made, flags=re.DOTALL)
    if update:
        DOCUMENT.write_text(made, encoding="utf-8")
    missing = [kind for kind in ("csv", "json") if section(kind) not in made]
    if missing or (made != text and not update):
        return ["docs/robustness.md is not current: tests/suites/run.py document --update"]
    return []


def main():
    wrong = check(pathlib.Path(sys.argv[2]).resolve()) if sys.argv[1] == "check" else document("--update" in sys.argv)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
