#!/usr/bin/env python3
"""Runs fuzzers: run.py FOLDER [--seconds N] [--jobs N] [--seed N] [NAME...]. FOLDER holds the executables fuzz_NAME of
the preset `sanitize`; without names all of them run.

Seeds are tests/fuzz/corpus/NAME, the small files among the samples and in the error gallery, and for the fuzzers that
build their input from numbers some random bytes, the same each time. What a fuzzer finds interesting goes to
FOLDER/corpus and is where the next run begins; an input that breaks a promise goes to FOLDER/crash-*: make a test of
it. With --seed a run that begins with the same corpus goes much the same way again.
"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LONGEST_INPUT = 4096
# Memory that was given back is used again soon: fresh pages would take half of the time.
ENVIRONMENT = os.environ | {"ASAN_OPTIONS": "quarantine_size_mb=4:max_malloc_fill_size=0"}
SEEDS = {
    "csv": ["data/samples/*.csv", "tests/errors/*/*.csv"],
    "edition": ["data/schedules/*.json", "tests/golden/plan/edition-file/own.json"],
    "encoding": ["tests/errors/*/*.csv"],
    "evidence": ["data/samples/bam-*.csv", "data/samples/migrations.json", "tests/errors/evidence-*/*"],
    "json": ["data/samples/*json", "tests/errors/*/*json"],
    "lists": ["tests/golden/*/*/*.ics", "tests/errors/*/*.ics"],
    "matrix": ["data/samples/offer-matrix.csv"],
    "waivers": ["tests/errors/waiver*/*.csv", "tests/golden/*/*/*waiver*.csv"],
}
BUILT_FROM_NUMBERS = ("outputs", "pipeline")


def seeds_of(name, folder):
    """Folders of seeds: copies of what the tree has elsewhere, and the fuzzer's own."""
    seeds = folder / "seeds" / name
    seeds.mkdir(parents=True, exist_ok=True)
    for pattern in SEEDS.get(name, []):
        for path in ROOT.glob(pattern):
            content = path.read_bytes()
            # Of a table the first rows do as well; a part of a document would be refused as a whole.
            if path.suffix == ".csv" or len(content) <= LONGEST_INPUT:
                (seeds / f"{path.parent.name}-{path.name}").write_bytes(content[:LONGEST_INPUT])
    if name in BUILT_FROM_NUMBERS:
        for number in range(8):
            (seeds / f"numbers-{number}").write_bytes(random.Random(number).randbytes(200 << number % 4))
    own = HERE / "corpus" / name
    return [seeds, *([own] if own.exists() else [])]


def run(name, folder, seconds, seed):
    found = folder / "corpus" / name
    found.mkdir(parents=True, exist_ok=True)
    command = [folder / f"fuzz_{name}", f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000",
               f"-max_len={LONGEST_INPUT}", f"-seed={seed}", "-print_final_stats=1",
               f"-artifact_prefix={folder}/crash-{name}-"]
    dictionary = HERE / "dictionaries" / name
    if dictionary.exists():
        command.append(f"-dict={dictionary}")
    done = subprocess.run([str(part) for part in [*command, found, *seeds_of(name, folder)]], env=ENVIRONMENT,
                          stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    runs = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    print(f"{name}: {'passed' if done.returncode == 0 else 'FAILED'}, {runs[0] if runs else '?'} runs", flush=True)
    if done.returncode != 0:
        print("\n".join(done.stderr.splitlines()[-60:]), flush=True)
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--seconds", type=int, default=20, help="for each fuzzer")
    parser.add_argument("--jobs", type=int, default=2, help="fuzzers that run at a time")
    parser.add_argument("--seed", type=int, default=0, help="below 2^32; 0 for another one each time")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_intermixed_args()
    built = sorted(path.name.removeprefix("fuzz_") for path in arguments.folder.glob("fuzz_*") if path.is_file())
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as threads:
        passed = list(threads.map(lambda name: run(name, arguments.folder, arguments.seconds, arguments.seed),
                                  arguments.names or built))
    return 0 if passed and all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
