#!/usr/bin/env python3
"""The gallery of diagnostics: one reproducer per code, in a directory of the code's name.

    gallery.py check BINARY [--update]   every code has a case, and each prints what it is expected to
    gallery.py document [--update]       docs/errors.md says what the gallery says
"""

import argparse
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import case as cases  # noqa: E402

DOCUMENT = cases.ROOT / "docs" / "errors.md"
LONGEST_INPUT = 25  # lines


def codes():
    """The codes of DiagnosticCode in their order, as printed, each with the comment that heads its part of the enum."""
    header = (cases.ROOT / "include/nceplan/base/diagnostic.hpp").read_text()
    body = re.search(r"enum class DiagnosticCode.*?\{(.*?)count_", header, re.S).group(1)
    part = ""
    for line in body.splitlines():
        if comment := re.fullmatch(r"\s*// (.*)", line):
            part = comment.group(1)
        elif name := re.match(r"\s*([a-z_0-9]+),", line):
            yield name.group(1).replace("_", "-"), part


def problems_of(directory, code, seen):
    wanted = cases.expected(directory)
    for name in ("stdout", "stderr", "exit"):
        if seen[name] != wanted[name]:
            yield f"{code}: {name} is\n{seen[name].decode()}\nexpected\n{wanted[name].decode()}"
    if f"[{code}]" not in seen["stderr"].decode():
        yield f"{code}: stderr does not name the code"


def check(binary, update):
    wrong = []
    known = [code for code, _ in codes()]
    directories = {path.parent.name for path in HERE.glob("*/args")}
    wrong += [f"{code}: no case" for code in known if code not in directories]
    wrong += [f"{name}: no such code" for name in sorted(directories - set(known))]
    for code in known:
        directory = HERE / code
        if not (directory / "args").exists():
            continue
        seen = cases.run(binary.resolve(), directory)
        if update:
            cases.store(directory, seen)
        wrong += problems_of(directory, code, seen)
    return wrong


def indented_block(text, language=""):
    return f"```{language}\n{text.rstrip()}\n```\n"


def shown_input(path):
    content = path.read_bytes()
    if b"\0" in content:
        return f"({len(content)} bytes that are not text)"
    lines = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "backslashreplace").splitlines()
    return "\n".join(lines[:LONGEST_INPUT])


def section(code):
    directory = HERE / code
    text = f"### {code}\n\n"
    for path in sorted(directory.iterdir()):
        if path.name in ("setup", "stdin") or path.name not in cases.CONTROL:
            text += f"`{path.name}`\n\n" + indented_block(shown_input(path)) + "\n"
    output = (directory / "stderr").read_text()
    return text + indented_block(f"$ nceplan {(directory / 'args').read_text().strip()}\n{output}", "console")


def document():
    text = ("# Errors and warnings\n\n"
            "Every problem that nceplan reports, with an input that has it. Made from `tests/errors/` by\n"
            "`tests/errors/gallery.py document --update`; a test keeps it current.\n")
    part = None
    for code, heading in codes():
        if heading != part:
            part = heading
            text += f"\n## {heading.rstrip('.')}\n"
        text += "\n" + section(code)
    return text


def check_document(update):
    text = document()
    if update:
        DOCUMENT.write_text(text)
    current = DOCUMENT.exists() and DOCUMENT.read_text() == text
    return [] if current else ["docs/errors.md is not current: tests/errors/gallery.py document --update"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["check", "document"])
    parser.add_argument("binary", nargs="?", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    wrong = check(arguments.binary, arguments.update) if arguments.what == "check" else check_document(arguments.update)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
