"""One case of the golden tests and of the error gallery: a directory that holds a command line and what it yields.

    args      the arguments behind the program's name, as a POSIX shell splits them
    stdout, stderr, exit      what is expected, byte for byte
    out/      files that the run is expected to leave behind
    stdin     given to the program; otherwise its standard input is empty
    env       NAME=VALUE lines added to the environment
    setup     a shell script that makes inputs which are too large, or too odd, to be kept; $SUPPORT is this folder,
              $PYTHON the interpreter

All other files are inputs. A case runs in a fresh copy of its directory, with data/samples as `samples`.
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTROL = {"args", "stdout", "stderr", "exit", "out", "stdin", "env", "setup"}
TIME_LIMIT = 120


def run(binary, case):
    """What the case yields: a dict of file name to bytes, as the case directory would hold it."""
    with tempfile.TemporaryDirectory(prefix="nceplan-case-") as scratch:
        work = pathlib.Path(scratch)
        for item in case.iterdir():
            if item.name not in CONTROL:
                copy = shutil.copytree if item.is_dir() else shutil.copy
                copy(item, work / item.name)
        (work / "samples").symlink_to(ROOT / "data" / "samples")
        if (case / "setup").exists():
            subprocess.run(["sh", "-eu", str(case / "setup")], cwd=work, check=True,
                           env=os.environ | {"SUPPORT": str(ROOT / "tests" / "support"),
                                             "PYTHON": sys.executable})
        before = set(work.rglob("*"))
        done = subprocess.run([str(binary), *shlex.split((case / "args").read_text())], cwd=work,
                              env=environment(case), input=optional_bytes(case / "stdin"), capture_output=True,
                              timeout=TIME_LIMIT, check=False)
        result = {"stdout": done.stdout, "stderr": done.stderr, "exit": f"{done.returncode}\n".encode()}
        for path in sorted(set(work.rglob("*")) - before):
            if path.is_file():
                result["out/" + str(path.relative_to(work))] = path.read_bytes()
        return result


def expected(case):
    result = {name: optional_bytes(case / name) for name in ("stdout", "stderr")}
    result["exit"] = (case / "exit").read_bytes() if (case / "exit").exists() else b"0\n"
    for path in sorted((case / "out").rglob("*")):
        if path.is_file():
            result[str(path.relative_to(case))] = path.read_bytes()
    return result


def store(case, result):
    """Writes what the case yields into its directory; empty outputs and exit code 0 are left out."""
    shutil.rmtree(case / "out", ignore_errors=True)
    for name in ("stdout", "stderr", "exit"):
        (case / name).unlink(missing_ok=True)
    for name, content in result.items():
        if content and (name, content) != ("exit", b"0\n"):
            (case / name).parent.mkdir(exist_ok=True)
            (case / name).write_bytes(content)


def environment(case):
    variables = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "xterm", "TZ": "UTC"}
    # Sanitizers and coverage are steered from outside.
    variables.update({name: value for name, value in os.environ.items()
                      if name.endswith("SAN_OPTIONS") or name.startswith("GCOV_")})
    if (case / "env").exists():
        variables.update(line.split("=", 1) for line in (case / "env").read_text().splitlines())
    return variables


def optional_bytes(path):
    return path.read_bytes() if path.exists() else b""
