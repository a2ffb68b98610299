"""What the benchmark scripts share: the cache folder, generated exports, timed runs, and the machine they ran on."""
import os
import pathlib
import platform
import subprocess
import sys
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
AS_OF = '2024-03-15'  # within the editions' dates: every phase occurs


def cache_folder():
    """$NCE_PERF_CACHE or ~/.cache/nceplan-perf, created on first use."""
    folder = pathlib.Path(os.environ.get('NCE_PERF_CACHE') or pathlib.Path.home() / '.cache/nceplan-perf')
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def generator():
    """The generator's executable, compiled when it is missing or older than its sources."""
    executable = cache_folder() / 'generate'
    sources = sorted(HERE.glob('generate*.?pp'))
    if not executable.exists() or executable.stat().st_mtime < max(s.stat().st_mtime for s in sources):
        units = [s for s in sources if s.suffix == '.cpp']
        subprocess.run(['g++', '-O2', '-std=c++20', *units, '-o', executable], check=True)
    return executable


def generated_export(rows, file_format):
    """A file with `rows` invented subscriptions, kept in the cache: the same bytes whenever and wherever it is made."""
    path = cache_folder() / f'export-{rows}.{file_format}'
    if not path.exists():
        unfinished = path.with_suffix(path.suffix + '.part')
        with open(unfinished, 'wb') as out:
            subprocess.run([generator(), '--rows', str(rows), '--format', file_format], stdout=out, check=True)
        unfinished.rename(path)
    return path


def clean_environment(more=None):
    """This process's variables without NCEPLAN_*: a run that has settings declares the flags of all commands first."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith('NCEPLAN_')}
    return {**kept, **(more or {})}


@dataclass
class Run:
    seconds: float    # wall time from start to exit
    peak_mib: float   # peak resident memory; never less than this script's own, some 16 MiB (getrusage(2))
    cpu_seconds: float


def timed_run(command, environment=None):
    """Runs `command` with its output discarded. Ends the script when the command fails; rejected rows (3) are fine."""
    started = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, env=clean_environment(environment))
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in (0, 3):
        sys.exit(f'{" ".join(map(str, command))}\nfailed with {process.returncode}: '
                 f'{errors.decode(errors="replace")[-400:]}')
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def cpu_info(key):
    """The first value of `key` in /proc/cpuinfo, or nothing on systems that have no such file."""
    try:
        lines = pathlib.Path('/proc/cpuinfo').read_text().splitlines()
    except OSError:
        return ''
    return next((line.split(':', 1)[1].strip() for line in lines if line.split(':')[0].strip() == key), '')


def machine():
    """One line for the heading of a report."""
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30
    return f'{cpu_info("model name") or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, ' \
           f'{platform.system()} {platform.release()}'
