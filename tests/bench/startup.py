#!/usr/bin/env python3
"""Reports how long `nceplan plan` on 1,000 rows takes from start to exit: the median of 50 runs.

    python3 tests/bench/startup.py build/release/nceplan

Each run is a new process; program and export are in the page cache. /bin/true shows what starting any process costs.
"""
import argparse
import os
import statistics

from bench_support import AS_OF, generated_export, machine, timed_run


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary', help='a release build of nceplan')
    parser.add_argument('--rows', type=int, default=1000)
    parser.add_argument('--runs', type=int, default=50)
    return parser.parse_args()


def main():
    options = parse_arguments()
    plan = [os.path.abspath(options.binary), 'plan', generated_export(options.rows, 'csv'), '--as-of', AS_OF, '-q']
    jobs = {'/bin/true': ['/bin/true'], 'plan, table': plan, 'plan, csv': [*plan, '-f', 'csv']}
    print(f'{machine()}; {options.rows} rows, {options.runs} runs')
    for name, command in jobs.items():
        timed_run(command)  # fills the page cache
        times = [timed_run(command).seconds * 1000 for _ in range(options.runs)]
        print(f'{name:12s} median {statistics.median(times):6.2f} ms  [{min(times):.2f}..{max(times):.2f}]')


if __name__ == '__main__':
    main()
