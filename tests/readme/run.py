#!/usr/bin/env python3
"""Runs the examples of a Markdown file: run.py BINARY FILE [--update].

In its ```console blocks each line `$ nceplan ...` is run from the top of the tree, and the lines below it, up to the
next `$` or the end of the block, are what it prints; a line `...` stands for any number of lines.
"""

import argparse
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.S | re.M)
COMMAND = re.compile(r"^\$ (?:\./scripts/)?nceplan (.*)$")


def output_of(binary, arguments):
    environment = {"LC_ALL": "C", "TERM": "xterm"}
    done = subprocess.run([str(binary), *shlex.split(arguments, comments=True)], cwd=ROOT, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout.splitlines()


def examples(block):
    """Pairs of a command line and the lines below it."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    return found


def matches(wanted, seen):
    pattern = "".join("(?:.*\n)*" if line == "..." else re.escape(line) + "\n" for line in wanted)
    return re.fullmatch(pattern, "".join(line + "\n" for line in seen)) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="write what is printed; examples with ... are left")
    arguments = parser.parse_args()
    wrong = []

    def checked(block):
        lines = []
        for command, wanted in examples(block.group(1)):
            ours = COMMAND.match(command)
            seen = output_of(arguments.binary.resolve(), ours.group(1)) if ours else wanted
            if not matches(wanted, seen):
                wrong.append("\n".join([command, "prints", *seen, "expected", *wanted]))
            lines += [command, *(wanted if "..." in wanted else seen)]
        return "".join(line + "\n" for line in lines)

    text = arguments.file.read_text()
    updated = BLOCK.sub(checked, text)
    if arguments.update:
        arguments.file.write_text(updated)
        return 0
    print("\n\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
