#!/usr/bin/env python3
"""Fails when a source file includes what docs/architecture.md does not allow its layer.

    check_layers.py ROOT

The table of layers is read from the document, so the two cannot disagree. Outside of the layer cli it also finds what
only cli may do: print, open files, read the clock, the environment or the locale, end the program.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
TABLE_ROW = re.compile(r"^\|\s*(\w+)\s*\|.*\|\s*([\w, -]+?)\s*\|$")
CODE_SUFFIXES = {".cpp", ".hpp"}

CLI_ONLY = {
    "prints": re.compile(r"\bstd::(cout|cerr|clog)\b|\bfmt::print\b|(?<![\w.:>])(std::)?(printf|fprintf|puts|fputs)\s*\("),
    "reads standard input": re.compile(r"\bstd::cin\b"),
    "opens files": re.compile(r"\bstd::[io]?fstream\b|\bstd::filesystem\b|\bf(re)?open\s*\(|(?<![\w>])::open\s*\("),
    "reads the environment": re.compile(r"\b(secure_)?getenv\s*\("),
    "reads the locale": re.compile(r"\bsetlocale\s*\(|\bstd::locale\b"),
    "reads the clock": re.compile(r"\b(system_clock|steady_clock|high_resolution_clock)\b|\bstd::time\s*\(|\bgettimeofday\s*\("),
    "ends the program": re.compile(r"\bstd::(exit|quick_exit|_Exit|abort|terminate)\s*\("),
}

# The one place that owns the month-end policy.
DATE_LIBRARY_USERS = {"src/base/date.cpp"}


def allowed_layers(root):
    """{layer: layers it may include} from the table of docs/architecture.md."""
    allowed = {}
    for line in (root / "docs/architecture.md").read_text(encoding="utf-8").splitlines():
        row = TABLE_ROW.match(line)
        if not row or row[1] == "layer":
            continue
        names = [] if row[2] == "-" else [name.strip() for name in row[2].split(",")]
        allowed[row[1]] = {row[1], *names}
    for names in allowed.values():
        if "all" in names:
            names.update(allowed)
    return allowed


def layer_of(path, root):
    """The layer a file of the project belongs to, or None."""
    parts = path.relative_to(root).parts
    if parts[0] == "src" and len(parts) > 2:
        return parts[1]
    if parts[:2] == ("include", "nceplan") and len(parts) > 3:
        return parts[2]
    return None


def included_layer(name, path, root, layers):
    """The layer that `#include "name"` in `path` reaches, or None for what is not ours."""
    parts = pathlib.PurePosixPath(name).parts
    if parts[0] == "nceplan" and len(parts) > 2:
        return parts[1]
    beside = (path.parent / name).resolve()
    if beside.is_file() and root in beside.parents:
        return layer_of(beside, root)
    return parts[0] if parts[0] in layers else None


def without_comments_and_texts(source):
    """`source` with comments and string literals blanked, line by line."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.DOTALL)
    return pattern.sub(lambda match: "\n" * match[0].count("\n"), source)


def problems_of(path, root, allowed):
    layer = layer_of(path, root)
    source = path.read_text(encoding="utf-8")
    shown = path.relative_to(root).as_posix()
    if layer not in allowed:
        yield f"{shown}: layer {layer} is not in docs/architecture.md"
        return
    for number, line in enumerate(source.splitlines(), 1):
        include = INCLUDE.match(line)
        if not include:
            continue
        if include[2].startswith("date/") and shown not in DATE_LIBRARY_USERS:
            yield f"{shown}:{number}: only {', '.join(DATE_LIBRARY_USERS)} uses the date library"
        reached = included_layer(include[2], path, root, allowed)
        if reached is not None and reached not in allowed[layer]:
            yield f"{shown}:{number}: {layer} must not include {reached} ({include[2]})"
    if layer == "cli":
        return
    for number, line in enumerate(without_comments_and_texts(source).splitlines(), 1):
        for deed, pattern in CLI_ONLY.items():
            if pattern.search(line):
                yield f"{shown}:{number}: {layer} {deed}; only cli may: {line.strip()}"


def problems_in(root):
    allowed = allowed_layers(root)
    if not allowed:
        return ["docs/architecture.md: no table of layers"]
    files = sorted(path for folder in ("include", "src") for path in (root / folder).rglob("*")
                   if path.suffix in CODE_SUFFIXES)
    return [problem for path in files if layer_of(path, root) for problem in problems_of(path, root, allowed)]


def main():
    problems = problems_in(pathlib.Path(sys.argv[1]).resolve())
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
