#include "output/ci/xml_text.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("XML gets entities for its own characters and visible escapes for what it cannot hold", "[output]") {
  CHECK(xml_text(R"(A & B <c> "d" 'e')") == "A &amp; B &lt;c&gt; &quot;d&quot; &apos;e&apos;");
  CHECK(xml_text(std::string("a\0b\x1b[1m\x7f\n", 9)) == "a\\x00b\\x1b[1m\\x7f\\n");
  CHECK(xml_text("\xef\xbf\xbe|\xef\xbf\xbf|\xef\xbf\xbd") == "\\ufffe|\\uffff|\xef\xbf\xbd");
  CHECK(xml_text("\xff Ä \xe2\x80\xae") == "\\xff Ä \\u202e");
  CHECK(xml_text("]]>") == "]]&gt;");
  CHECK(xml_text("").empty());
}
