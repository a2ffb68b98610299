#!/usr/bin/env python3
"""The folder of a batch: all files or none, never overwritten unasked: folder_test.py BINARY SAMPLES_DIR."""
import pathlib
import subprocess
import sys
import tempfile


def main():
    binary, samples = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    sample = samples / "kunden.csv"

    def batch(folder, *more, code=0):
        done = subprocess.run([binary, "batch", str(sample), "--as-of", "2024-01-16", "-q", "-o", str(folder), *more],
                              env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"}, capture_output=True, check=False)
        if done.returncode != code:
            sys.exit(f"{folder} {more}: exit {done.returncode}, not {code}\n{done.stderr.decode()}")
        return done.stderr.decode()

    def content(folder):
        return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}

    def expect(holds, *words):
        if not holds:
            sys.exit("does not hold: " + " ".join(map(str, words)))

    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        folder = root / "out"
        batch(f"{folder}/")
        first = content(folder)
        expect({"01-subscriptions.csv", "manifest.csv"} == set(first), sorted(first))

        expect("--force" in batch(folder, "--new-term", code=1), "the way out is named")
        expect(content(folder) == first, "nothing was overwritten")

        (folder / "notes.txt").write_text("mine")
        (folder / "07-schedule.csv").write_text("of an earlier, larger set")
        batch(folder, "--new-term", "--force")
        second = content(folder)
        expect(set(second) == {"01-subscriptions.csv", "manifest.csv", "notes.txt"}, "one set only:", sorted(second))
        expect(second["notes.txt"] == b"mine", "other files are left alone")
        expect(second["01-subscriptions.csv"] != first["01-subscriptions.csv"], "the new set is there")

        # The first file of the next set cannot be moved in: a folder is in its place. The old manifest must stay.
        (folder / "01-subscriptions.csv").unlink()
        (folder / "01-subscriptions.csv").mkdir()
        (folder / "01-subscriptions.csv" / "kept").write_text("mine")
        before = content(folder)
        expect("output-failed" in batch(folder, "--force", code=1), "the failure is named")
        expect(content(folder) == before, "the folder is as before")

        (root / "file").write_text("a file")
        batch(root / "file", code=1)
        expect((root / "file").read_text() == "a file", "a file is no folder")
        batch(root / "no" / "such" / "parent", code=1)
        batch(root / "dry", "--dry-run")
        expect(sorted(path.name for path in root.iterdir()) == ["file", "out"], "no drafts are left:", list(root.iterdir()))


if __name__ == "__main__":
    main()
