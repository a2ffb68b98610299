#!/usr/bin/env python3
"""Runs golden cases and compares: run.py BINARY [--update] [CASE...]. Without CASE, all below this directory."""

import argparse
import difflib
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import case as cases  # noqa: E402


def difference(name, wanted, seen):
    lines = difflib.unified_diff(wanted.decode("utf-8", "backslashreplace").splitlines(),
                                 seen.decode("utf-8", "backslashreplace").splitlines(),
                                 f"{name} (expected)", f"{name} (seen)", lineterm="")
    return "\n".join(lines) or f"{name}: differs in line ends"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="write what is seen as what is expected")
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    directories = arguments.cases or sorted(path.parent for path in HERE.rglob("args"))
    failed = 0
    for directory in directories:
        seen = cases.run(arguments.binary.resolve(), directory.resolve())
        if arguments.update:
            cases.store(directory, seen)
            continue
        wanted = cases.expected(directory)
        wrong = [name for name in sorted(seen.keys() | wanted.keys()) if seen.get(name, b"") != wanted.get(name, b"")]
        for name in wrong:
            print(difference(f"{directory.name}/{name}", wanted.get(name, b""), seen.get(name, b"")))
        failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
