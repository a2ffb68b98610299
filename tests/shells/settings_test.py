#!/usr/bin/env python3
"""What `nceplan version -v` says of settings, whichever compiler built it: settings_test.py BINARY."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

BINARY = pathlib.Path(sys.argv.pop(1)).resolve()


class Settings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def lines(self, *arguments, **variables):
        """What stands behind the version, the editions and the build."""
        done = subprocess.run([BINARY, "version", "-v", *arguments], cwd=self.folder, capture_output=True, text=True,
                              check=True, env={"LC_ALL": "C", "HOME": "/nowhere"} | variables)
        return done.stdout.splitlines()[3:]

    def test_nothing_is_set(self):
        path = "/nowhere/.config/nceplan/nceplan.toml"
        self.assertEqual(self.lines(), [f"settings files: none; looked for nceplan.toml here and above, and {path}"])
        self.assertEqual(self.lines("--lang", "de"),
                         [f"Einstellungsdateien: keine; gesucht: nceplan.toml hier und darüber, und {path}"])

    def test_each_setting_has_its_place_and_what_overrides_it(self):
        (self.folder / "nceplan.toml").write_text('due = 30\nlang = "de"\n\n[plan]\ndue = 14\n')
        self.assertEqual(self.lines("--lang", "en", NCEPLAN_DUE="7"), [
            "settings files: nceplan.toml", "Settings:", "  due = 7         NCEPLAN_DUE",
            "  due = 30        nceplan.toml:1:1, overridden by NCEPLAN_DUE", "  lang = de       nceplan.toml:2:1",
            "  plan.due = 14   nceplan.toml:5:1, overridden by NCEPLAN_DUE"])

    def test_a_file_is_found_from_a_folder_below(self):
        (self.folder / "nceplan.toml").write_text("due = 30\n")
        self.folder = self.folder / "a" / "b"
        self.folder.mkdir(parents=True)
        self.assertEqual(self.lines()[0], "settings files: ../../nceplan.toml")


if __name__ == "__main__":
    unittest.main()
