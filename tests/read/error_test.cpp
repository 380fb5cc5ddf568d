// Errors: whatever they quote, one line for people.
#include "zhibiao/error.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace zhibiao;

TEST_CASE("an error's message is one line, whatever it quotes") {
  const Error error({"plan.docx", 3, 7}, "no part 'word/\r\n\tdocument.xml'");
  CHECK(std::string(error.what()) == "plan.docx:3:7: no part 'word/   document.xml'");
  CHECK(error.reason() == "no part 'word/   document.xml'");
  CHECK(error.place().file == "plan.docx");
  CHECK(error.line() == 3);
}

TEST_CASE("an error without a place is its reason; a line it tells of in words is known too") {
  CHECK(std::string(Error("", "指标 is no option").what()) == "指标 is no option");
  CHECK(Error("rules.toml", "in line 12", 12).line() == 12);
}
