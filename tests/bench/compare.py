#!/usr/bin/env python3
"""Runs nceplan and its peers in turn on one generated export and prints ratios.

    python3 tests/bench/compare.py build/release/nceplan --rows 1000000

Peers: DuckDB doing the comparable part of the job (duckdb_job.mjs), and `wc -l`, the cost of merely looking at every
byte. What counts are ratios of medians within one sitting; absolute times on a shared machine do not. Needs g++, node
with npm (DuckDB is fetched on first use) and some disk: exports are kept in $NCE_PERF_CACHE or
~/.cache/nceplan-perf. Method and quirks: docs/benchmarks.md.
"""
import argparse
import json
import os
import statistics
import subprocess

from bench_support import AS_OF, HERE, cache_folder, generated_export, machine, timed_run

DUCKDB_PACKAGE = '@duckdb/node-api@1.5.6-r.1'
COLUMNS = 'customer_name,subscription_id,product_name,category,migration_date,window_end,phase,preorder_from,seats'
FORMATS = ('csv', 'ndjson', 'json')
VARIANTS = ('plan', 'sorted', 'summary')
FREE_MIB = 64  # memory that does not grow with the rows: the goals count what is above it


def parse_arguments():
    def names(known):
        def parse(text):
            parts = text.split(',')
            unknown = [part for part in parts if part not in known]
            if unknown:
                raise argparse.ArgumentTypeError(f'{unknown[0]!r} is none of {", ".join(known)}')
            return parts
        return parse

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary', help='a release build of nceplan')
    parser.add_argument('--rows', type=int, default=1_000_000)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--formats', type=names(FORMATS), default=['csv'], help='of csv,ndjson,json')
    parser.add_argument('--variants', type=names(VARIANTS), default=list(VARIANTS), help='of plan,sorted,summary')
    parser.add_argument('--warm-up', action='store_true',
                        help='before each run that counts, one of the same command that does not')
    parser.add_argument('--threads', default='2', help='threads of both programs; several as in 1,2')
    return parser.parse_args()


def install_duckdb():
    """DuckDB's folder of node modules; returns its version."""
    package = cache_folder() / 'node_modules/@duckdb/node-api/package.json'
    if not package.exists():
        subprocess.run(['npm', 'install', '--silent', '--prefix', cache_folder(), DUCKDB_PACKAGE], check=True)
    return json.loads(package.read_text())['version']


def nceplan_command(binary, variant, export, threads):
    command = [os.path.abspath(binary), 'plan', export, '--as-of', AS_OF, '--jobs', threads, '-q', '-f', 'csv']
    if variant == 'summary':
        return command + ['--summary']
    order = ['--sort', 'migration_date,customer_name'] if variant == 'sorted' else []
    return command + ['--columns', COLUMNS] + order


def duckdb_command(variant, export, threads, file_format):
    return ['node', HERE / 'duckdb_job.mjs', variant, export, '/dev/null', threads, file_format]


def run_in_turn(jobs, rounds, warm_up):
    """All runs of each job. A first round is not counted: it fills the page cache."""
    environment = {'DUCKDB_HOME': str(cache_folder())}
    runs = {name: [] for name in jobs}
    for round_number in range(rounds + 1):
        for name, command in jobs.items():
            if warm_up:
                timed_run(command, environment)
            run = timed_run(command, environment)
            if round_number > 0:
                runs[name].append(run)
    return runs


def print_runs(runs, size):
    for name, all_runs in runs.items():
        walls = [run.seconds for run in all_runs]
        median = statistics.median(walls)
        peak = max(run.peak_mib for run in all_runs)
        print(f'  {name:18s} {median:8.3f} s  [{min(walls):.3f}..{max(walls):.3f}]  '
              f'{size / 1e6 / median:7.0f} MB/s  peak {peak:7.1f} MiB')


def print_ratios(runs, variants, file_format, rows):
    median = {name: statistics.median(run.seconds for run in all_runs) for name, all_runs in runs.items()}
    for variant in variants:
        ours = median[f'nceplan {variant}']
        peak = max(run.peak_mib for run in runs[f'nceplan {variant}'])
        print(f'  RATIO {file_format} {variant}: {median[f"duckdb {variant}"] / ours:.2f} times as fast as duckdb; '
              f'{ours / median["wc -l"]:.1f} times wc -l; {peak * 2**20 / rows:.0f} bytes of peak memory a row, '
              f'{max(0, peak - FREE_MIB) * 2**20 / rows:.0f} above {FREE_MIB} MiB')


def compare(options, file_format, threads):
    export = generated_export(options.rows, file_format)
    size = export.stat().st_size
    jobs = {'wc -l': ['wc', '-l', export], 'duckdb start': duckdb_command('start', export, threads, file_format)}
    for variant in options.variants:
        jobs[f'nceplan {variant}'] = nceplan_command(options.binary, variant, export, threads)
        jobs[f'duckdb {variant}'] = duckdb_command(variant, export, threads, file_format)
    runs = run_in_turn(jobs, options.rounds, options.warm_up)
    print(f'{file_format}, {options.rows} rows, {size / 1e6:.0f} MB, {options.rounds} rounds, {threads} threads'
          f'{", each after a warm-up" if options.warm_up else ""}')
    print_runs(runs, size)
    print_ratios(runs, options.variants, file_format, options.rows)


def main():
    options = parse_arguments()
    print(f'{machine()}; DuckDB {install_duckdb()}')
    for file_format in options.formats:
        for threads in options.threads.split(','):
            compare(options, file_format, threads)


if __name__ == '__main__':
    main()
