"""Bad luck with the folder of a batch."""

import shutil
import signal

from support import Case

MORE_RENAMES_THAN_EVER = 40


class Batches(Case):
    def setUp(self):
        super().setUp()
        self.write("a.csv", "subscription id,customer,customer id,product,term end,seats,term,billing plan\n" + "".join(
            f"s-{i},C{i},00000000-1111-4222-8333-{i:012},Office 365 E3,2024-03-01,5,P1Y,annual\n" for i in range(120)))

    def batch(self, *arguments, **options):
        return self.run_command("batch", "a.csv", "--as-of", "2024-01-16", "-q", "-o", "out", *arguments, **options)

    def amounts(self):
        """Of bytes, from none to nearly all that are written."""
        self.assertEqual(self.batch().returncode, 0)
        total = sum(map(len, self.files().values()))
        shutil.rmtree(self.path / "out")
        return 0, total // 10, total // 2, total * 9 // 10

    def new_and_old(self):
        """The files of a new set, and those of an old one, which is in its place now, beside a file that is nobody's."""
        self.assertEqual(self.batch("--new-term").returncode, 0)
        new = self.files()
        self.assertEqual(len(new), 3)
        self.assertEqual(self.batch("--force").returncode, 0)
        old = self.files()
        self.assertFalse(set(new.values()) & set(old.values()))
        return new, old

    def test_disk_full(self):
        """The disk is full while a batch is written: no folder appears, the old set stays whole"""
        limits = self.amounts()
        for bytes_left in limits:
            self.assert_refused(self.batch(fault=f"write-full={bytes_left}"), "output-failed", "No space left")
            self.assertEqual(self.files(), {})
        _, old = self.new_and_old()
        for bytes_left in limits:
            done = self.batch("--new-term", "--force", fault=f"write-full={bytes_left}")
            self.assert_refused(done, "output-failed", "No space left")
            self.assertEqual(self.files(), old)

    def test_killed(self):
        """The process is killed while a batch is written: the same; what was written lies beside the folder"""
        for bytes_left in self.amounts():
            self.assertEqual(self.batch(fault=f"kill={bytes_left}").returncode, -signal.SIGKILL)
            self.assertFalse((self.path / "out").exists())
        self.clear()
        new, old = self.new_and_old()
        self.assertEqual(self.batch("--new-term", "--force", fault="kill=10000").returncode, -signal.SIGKILL)
        self.assertEqual({name: self.files()[name] for name in old}, old)
        self.assertEqual(self.batch("--new-term", "--force").returncode, 0)
        self.assertEqual({name: self.files()[name] for name in new}, new)

    def test_terminated(self):
        """The process is asked to end (SIGTERM) while a batch is written: nothing of it is left, the old set stays whole"""
        limits = self.amounts()
        for bytes_left in limits:
            self.assertEqual(self.batch(fault=f"term={bytes_left}").returncode, -signal.SIGTERM)
            self.assertEqual(self.entries(), ["a.csv"])
        _, old = self.new_and_old()
        for bytes_left in limits:
            self.assertEqual(self.batch("--new-term", "--force", fault=f"term={bytes_left}").returncode, -signal.SIGTERM)
            self.assertEqual((self.files(), self.entries()), (old, ["a.csv", "out"]))

    def test_terminated_between_renames(self):
        """The process is asked to end while the files of a batch change places: they all do, then it ends"""
        new, old = self.new_and_old()
        seen = []
        for number in range(1, MORE_RENAMES_THAN_EVER):
            done = self.batch("--new-term", "--force", fault=f"rename-term={number}")
            if done.returncode == 0:
                break
            self.assertEqual(done.returncode, -signal.SIGTERM)
            self.assertEqual(self.entries(), ["a.csv", "out"])
            seen.append(self.files() == new)
            self.assertEqual(self.files(), new if seen[-1] else old)
            self.start_again()
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(set(seen), {False, True})

    def test_rename_fails_once(self):
        """A file of a batch cannot be moved into its folder: those moved already go back"""
        new, old = self.new_and_old()
        for number in range(1, MORE_RENAMES_THAN_EVER):
            done = self.batch("--new-term", "--force", fault=f"rename-only={number}")
            if done.returncode == 0:
                break
            self.assert_refused(done, "output-failed", "Permission denied")
            self.assertEqual(self.files(), old, number)
        self.assertEqual(self.files(), new)

    def test_rename_fails_from_then_on(self):
        """Files of a batch can neither be moved in nor back: no old file is lost, those that are out lie beside the folder"""
        new, old = self.new_and_old()
        for number in range(1, MORE_RENAMES_THAN_EVER):
            done = self.batch("--new-term", "--force", fault=f"rename-from={number}")
            if done.returncode == 0:
                break
            self.assert_refused(done, "output-failed", "Permission denied")
            self.assertLessEqual(set(old.values()), set(self.files().values()), number)
            self.start_again()
        self.assertEqual(self.files(), new)

    def test_killed_between_renames(self):
        """The process is killed while the files of a batch change places: no old file is lost, as above"""
        new, old = self.new_and_old()
        for number in range(1, MORE_RENAMES_THAN_EVER):
            done = self.batch("--new-term", "--force", fault=f"rename-kill={number}")
            if done.returncode == 0:
                break
            self.assertEqual(done.returncode, -signal.SIGKILL)
            self.assertLessEqual(set(old.values()), set(self.files().values()), number)
            self.start_again()
        self.assertEqual(self.files(), new)

    def entries(self):
        return sorted(item.name for item in self.path.iterdir())

    def clear(self):
        for folder in self.path.glob("out*"):
            shutil.rmtree(folder)

    def start_again(self):
        self.clear()
        self.assertEqual(self.batch().returncode, 0)
