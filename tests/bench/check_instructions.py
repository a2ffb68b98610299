#!/usr/bin/env python3
"""Counts the instructions that nceplan executes per row and compares them with the committed baseline.

    python3 tests/bench/check_instructions.py build/release/nceplan            # exits 1 when a job got dearer
    python3 tests/bench/check_instructions.py build/release/nceplan --update   # takes the counts as the new baseline

Instruction counts do not depend on how busy the machine is, only on program, compiler, libraries and the vector
instructions of the processor. With another compiler or processor than the baseline's the counts are reported and not
judged. One thread under `valgrind --tool=callgrind`; the count of an export without rows is the start and is taken off.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from bench_support import AS_OF, HERE, clean_environment, cpu_info, generated_export
from compare import COLUMNS

BASELINE = HERE / 'instructions.json'
ROWS = 20_000
TOLERANCE = 0.08

# Name of the job: format of the export, and what is asked of it.
JOBS = {
    'csv plan': ('csv', ['-f', 'csv', '--columns', COLUMNS]),
    'csv sorted': ('csv', ['-f', 'csv', '--columns', COLUMNS, '--sort', 'migration_date,customer_name']),
    'csv summary': ('csv', ['-f', 'csv', '--summary']),
    'csv to json': ('csv', ['-f', 'json']),
    'json plan': ('json', ['-f', 'csv', '--columns', COLUMNS]),
    'ndjson plan': ('ndjson', ['-f', 'csv', '--columns', COLUMNS]),
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary', help='a release build of nceplan')
    parser.add_argument('--update', action='store_true', help='write the counts to instructions.json')
    parser.add_argument('--tolerance', type=float, default=TOLERANCE, help='share by which a count may grow')
    return parser.parse_args()


def toolchain(binary):
    """What the counts depend on besides the program: the compilers named in the binary, and the vector unit, of
    which valgrind knows AVX2 at most."""
    section = subprocess.run(['readelf', '-p', '.comment', binary], capture_output=True, text=True, check=True).stdout
    compilers = sorted(set(re.findall(r'^ *\[ *[0-9a-f]+\]  (.*)$', section, re.MULTILINE)))
    return {'compiler': '; '.join(compilers), 'vectors': 'avx2' if 'avx2' in cpu_info('flags').split() else 'other'}


def count_instructions(command):
    with tempfile.TemporaryDirectory() as folder:
        profile = pathlib.Path(folder) / 'callgrind.out'
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={profile}', *command],
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                             env=clean_environment())
        if run.returncode not in (0, 3):
            sys.exit(f'{" ".join(map(str, command))}\nfailed with {run.returncode}: {run.stderr[-400:]}')
        return int(re.search(r'^totals: (\d+)', profile.read_text(), re.MULTILINE).group(1))


def count_job(binary, file_format, flags):
    """Instructions of the start, with the one row that a file needs to be an export, and per further row."""
    def count(rows):
        return count_instructions([binary, 'plan', generated_export(rows, file_format), '--as-of', AS_OF,
                                   '--jobs', '1', '-q', *flags])
    start = count(1)
    return {'start': start, 'per_row': round((count(ROWS) - start) / (ROWS - 1))}


def over(measured, expected, tolerance):
    return any(measured[part] > expected[part] * (1 + tolerance) for part in ('start', 'per_row'))


def print_count(name, measured, expected, verdict):
    def change(part):
        return f'{measured[part] / expected[part] - 1:+7.1%}' if expected else '       '
    print(f'{name:12s} {measured["per_row"]:8d} a row {change("per_row")}   '
          f'{measured["start"]:11d} to start {change("start")}  {verdict}'.rstrip())


def why_not_judged(baseline, tools):
    """Nothing when the counts can be compared with the baseline."""
    if not baseline:
        return f'{BASELINE.name} does not exist: --update writes it'
    differing = [key for key in tools if tools[key] != baseline[key]]
    return '; '.join(f'{key} is {tools[key]!r}, the baseline has {baseline[key]!r}' for key in differing)


def main():
    options = parse_arguments()
    binary = os.path.abspath(options.binary)
    tools = toolchain(binary)
    baseline = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    not_judged = '' if options.update else why_not_judged(baseline, tools)
    if not_judged:
        print(f'REPORT ONLY, nothing is judged: {not_judged}')
    counts, regressions = {}, 0
    for name, (file_format, flags) in JOBS.items():
        counts[name] = count_job(binary, file_format, flags)
        expected = baseline.get('jobs', {}).get(name)
        regressed = bool(expected) and not options.update and not not_judged \
            and over(counts[name], expected, options.tolerance)
        regressions += regressed
        print_count(name, counts[name], expected, 'REGRESSION' if regressed else '')
    if options.update:
        BASELINE.write_text(json.dumps({**tools, 'rows': ROWS, 'jobs': counts}, indent=2) + '\n')
        print(f'wrote {BASELINE}')
    if regressions:
        sys.exit(f'{regressions} of {len(JOBS)} jobs execute over {options.tolerance:.0%} more than the baseline; '
                 'if that is intended, --update and say why in the commit')


if __name__ == '__main__':
    main()
