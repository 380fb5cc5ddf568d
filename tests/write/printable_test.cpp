// Text of a document never drives the terminal.
#include <doctest/doctest.h>

#include <string>

#include "zhibiao/write.hpp"

using zhibiao::printable;

TEST_CASE("control and invisible format characters go, line ends become blanks") {
  CHECK(printable("一 a‰①“”") == "一 a‰①“”");
  CHECK(printable("a\tb\nc\r\nd") == "a b c  d");
  CHECK(printable("\x1b[2J\x07\x08\x7f") == "[2J");
  CHECK(printable("a\xC2\x9B"
                  "31m") == "a31m");  // C1: CSI
  CHECK(printable("a\xE2\x80\xAE"
                  "b\xE2\x81\xA6"
                  "c") == "abc");  // right-to-left override, isolate
  CHECK(printable("\xEF\xBB\xBF"
                  "x\xE2\x80\x8B") == "x");  // byte order mark, zero-width space
  CHECK(printable("a\xE2\x80\xA8"
                  "b") == "a b");
  CHECK(printable(std::string("a\0b", 3)) == "ab");
}

TEST_CASE("bytes that are no UTF-8 are shown as such, never passed on") {
  CHECK(printable("a\x9B"
                  "31m") ==
        "a\xEF\xBF\xBD"
        "31m");
  CHECK(printable("\xE4\xB8") == "\xEF\xBF\xBD");
}
