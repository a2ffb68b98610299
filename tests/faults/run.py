#!/usr/bin/env python3
"""Bad luck, injected: run.py BINARY LIBRARY [--large]. LIBRARY is inject.c, compiled; see there for the faults.

Each case says what must hold of exit code, message, memory and the old output file. docs/robustness.md lists them; a test
holds the list to the cases. `--large` runs those that need much time or memory instead.
"""

import sys
import unittest

from batches import Batches  # noqa: F401
from inputs import Beside, Input  # noqa: F401
from outputs import InputsStay, Output, Sinks  # noqa: F401
from shapes import Resources, Shapes  # noqa: F401
from support import ARGUMENTS, REST, ROOT
from workbooks import Workbooks, WrittenWorkbooks  # noqa: F401


def cases_in(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from cases_in(item)
        else:
            yield item


class Document(unittest.TestCase):
    def test_every_case_is_listed(self):
        document = (ROOT / "docs/robustness.md").read_text(encoding="utf-8")
        loaded = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
        for case in cases_in(loaded):
            title = getattr(case, case._testMethodName).__doc__
            if title:
                self.assertIn(f"| {title.strip()} |", document)


def main():
    rest = REST
    if ARGUMENTS.large:
        rest = rest or ["Resources.test_many_diagnostics", "Shapes.test_long_line", "Shapes.test_many_columns"]
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
