#!/usr/bin/env python3
"""Shows that check_layers finds what it is there for, and nothing else."""
import pathlib
import tempfile
import unittest

import check_layers

TABLE = """
| layer  | knows  | may include |
|--------|--------|-------------|
| base   | dates  | -           |
| model  | values | base        |
| i18n   | texts  | base, model |
| cli    | files  | all         |
"""


class CheckLayers(unittest.TestCase):
    def problems(self, path, source, others=()):
        """Problems of a tree that holds this file, the table and empty other files."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            for name, text in [("docs/architecture.md", TABLE), (path, source), *((name, "") for name in others)]:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check_layers.problems_in(root)

    def assert_clean(self, path, source, others=()):
        self.assertEqual(self.problems(path, source, others), [])

    def assert_problem(self, path, source, text, others=()):
        problems = self.problems(path, source, others)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(text, problems[0])

    def test_allowed_includes_pass(self):
        self.assert_clean("src/model/a.cpp", '#include "nceplan/base/date.hpp"\n#include "nceplan/model/a.hpp"\n')
        self.assert_clean("src/model/a.cpp", "#include <fmt/format.h>\n#include <vector>\n")
        self.assert_clean("src/cli/a.cpp", '#include "nceplan/i18n/texts.hpp"\n#include "nceplan/model/a.hpp"\n')
        self.assert_clean("include/nceplan/i18n/a.hpp", '#include "nceplan/model/a.hpp"\n')

    def test_upward_includes_fail(self):
        self.assert_problem("src/base/a.cpp", '\n#include "nceplan/model/a.hpp"\n', "src/base/a.cpp:2: base must not")
        self.assert_problem("include/nceplan/model/a.hpp", "#include <nceplan/i18n/a.hpp>\n", "model must not include i18n")
        self.assert_problem("src/i18n/a.cpp", '  # include "nceplan/cli/a.hpp"\n', "i18n must not include cli")

    def test_private_headers_count_as_their_layer(self):
        self.assert_clean("src/model/a.cpp", '#include "b.hpp"\n', ["src/model/b.hpp"])
        self.assert_problem("src/base/a.cpp", '#include "../model/b.hpp"\n', "base must not include model", ["src/model/b.hpp"])
        self.assert_problem("src/base/a.cpp", '#include "model/b.hpp"\n', "base must not include model")

    def test_layers_must_be_in_the_table(self):
        self.assert_problem("src/extra/a.cpp", "", "layer extra is not in docs/architecture.md")

    def test_the_date_library_has_one_user(self):
        self.assert_clean("src/base/date.cpp", "#include <date/date.h>\n")
        self.assert_problem("src/model/a.cpp", "#include <date/date.h>\n", "date library")

    def test_only_cli_touches_the_world(self):
        for statement in ["std::cout << 1;", "fmt::print(\"x\");", "printf(\"x\");", "std::ifstream file(name);",
                          "auto* f = fopen(name, mode);", "int d = ::open(name, 0);", "std::getenv(\"HOME\");",
                          "std::chrono::system_clock::now();", "std::time(nullptr);", "std::exit(1);", "std::cin >> x;",
                          "std::locale l(\"\");"]:
            with self.subTest(statement):
                self.assert_problem("src/model/a.cpp", f"void f() {{\n  {statement}\n}}\n", "src/model/a.cpp:2: model ")
                self.assert_clean("src/cli/a.cpp", statement)

    def test_words_in_comments_and_texts_are_no_deeds(self):
        self.assert_clean("src/model/a.cpp", "// std::cout is for cli\n/* fopen(\n std::exit(1) */\nauto a = \"getenv(\";\n"
                                             "auto b = R\"(std::cout)\";\n")
        self.assert_clean("src/model/a.cpp", "void open_window(); int n = std::snprintf(b, 1, \"\"); file.open(name);\n")

    def test_a_document_without_table_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "docs").mkdir()
            (root / "docs/architecture.md").write_text("# Architecture\n", encoding="utf-8")
            self.assertEqual(check_layers.problems_in(root), ["docs/architecture.md: no table of layers"])


if __name__ == "__main__":
    unittest.main()
