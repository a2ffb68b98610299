#!/usr/bin/env python3
"""Runs fuzzers: run.py FOLDER [--seconds N] [NAME...]. FOLDER holds the executables fuzz_NAME of the preset `fuzz`.

Seeds are tests/fuzz/corpus/NAME, the samples and the inputs of the error gallery. What the fuzzer finds interesting goes
to FOLDER/corpus, an input that breaks a promise to FOLDER/crash-*: make a test of it.
"""

import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LONGEST_INPUT = 4096
SEEDS = {"csv": ["data/samples/*.csv", "tests/errors/*/*.csv"], "json": ["data/samples/*json", "tests/errors/*/*json"],
         "edition": ["data/schedules/*.json"], "encoding": ["tests/errors/*/*.csv"]}


def seeds_of(name, folder):
    """A folder with small copies of the seeds that the tree has elsewhere."""
    seeds = folder / "seeds" / name
    seeds.mkdir(parents=True, exist_ok=True)
    for pattern in SEEDS.get(name, []):
        for path in ROOT.glob(pattern):
            content = path.read_bytes()[:LONGEST_INPUT]
            (seeds / f"{path.parent.name}-{path.name}").write_bytes(content)
    return [seeds, *([HERE / "corpus" / name] if (HERE / "corpus" / name).exists() else [])]


def run(name, folder, seconds):
    found = folder / "corpus" / name
    found.mkdir(parents=True, exist_ok=True)
    command = [folder / f"fuzz_{name}", f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000",
               f"-max_len={LONGEST_INPUT}", "-print_final_stats=1", f"-artifact_prefix={folder}/crash-{name}-",
               "-verbosity=0", found, *seeds_of(name, folder)]
    done = subprocess.run([str(part) for part in command], stderr=subprocess.PIPE, text=True, check=False)
    runs = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    print(f"{name}: {'passed' if done.returncode == 0 else 'FAILED'}, {runs[0] if runs else '?'} runs", flush=True)
    if done.returncode != 0:
        print(done.stderr)
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    built = sorted(path.name.removeprefix("fuzz_") for path in arguments.folder.glob("fuzz_*") if path.is_file())
    passed = [run(name, arguments.folder, arguments.seconds) for name in arguments.names or built]
    return 0 if passed and all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
