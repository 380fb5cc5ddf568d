// Documents as lines of JSON: what a line may hold, and lines of any length.
#include "zhibiao/json_lines.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "zhibiao/error.hpp"

using zhibiao::JsonLines;
using zhibiao::parse_document;

TEST_CASE("a document has an id and a text, and what else is known") {
  const auto full = parse_document(
      "stdin:1",
      R"({"title":"要点","year":2024,"id":"a/1","extra":[1,{"id":2}],"issuer":"县政府","text":"一、\n新增5张"})");
  CHECK(full.id == "a/1");
  CHECK(full.text == "一、\n新增5张");
  CHECK(full.title == "要点");
  CHECK(full.year == 2024);
  CHECK(full.issuer == "县政府");
  const auto least =
      parse_document("stdin:1", R"( {"id": 17, "text": "\u65b0\ud83d\ude00", "title": null, "year": null} )");
  CHECK(least.id == "17");
  CHECK(least.text == "新😀");
  CHECK(least.title.empty());
  CHECK_FALSE(least.year.has_value());
  CHECK(parse_document("x", R"({"id":18446744073709551615,"text":"a"})").id == "18446744073709551615");
}

TEST_CASE("what is wrong with a line is said with its place") {
  const auto message = [](const std::string& line) -> std::string {
    try {
      parse_document("stdin:17", line);
    } catch (const zhibiao::Error& error) {
      return error.what();
    }
    return "nothing";
  };
  CHECK(message("{\"id\":").starts_with("stdin:17: no JSON: "));
  CHECK(message("{\"id\":1,\"text\":\"\xFF\"}").starts_with("stdin:17: no JSON: "));
  CHECK(message("{\"id\":1,\"text\":\"a\"} {}").starts_with("stdin:17: no JSON: "));
  CHECK(message("[1]").starts_with("stdin:17: no JSON object; write one document a line"));
  CHECK(message("{\"text\":\"a\"}") == "stdin:17: the document has no \"id\", by which its records could be known");
  CHECK(message("{\"id\":\"\",\"text\":\"a\"}").ends_with("by which its records could be known"));
  CHECK(message("{\"id\":1.5,\"text\":\"a\"}") == "stdin:17: \"id\" is neither a text nor a whole number");
  CHECK(message("{\"id\":1}") == "stdin:17: 1: the document has no \"text\"");
  CHECK(message("{\"id\":\"a\\nb\"}") == "stdin:17: a b: the document has no \"text\"");  // a message is one line
  CHECK(message("{\"id\":1,\"text\":null}") == "stdin:17: 1: the document has no \"text\"");
  CHECK(message("{\"id\":1,\"text\":\" \\n\"}") == "stdin:17: 1: \"text\" is empty");
  CHECK(message("{\"id\":1,\"text\":5}") == "stdin:17: \"text\" is no text; write it in quotes");
  for (const char* year : {"\"2024\"", "20.5", "0", "20240", "-1"}) {
    CHECK(message("{\"id\":1,\"text\":\"a\",\"year\":" + std::string(year) + "}") ==
          "stdin:17: \"year\" is no year; write a whole number such as 2024, without quotes");
  }
}

TEST_CASE("lines of any length, blank ones passed over, with their numbers") {
  // Around the size of the pieces that are read.
  for (const std::size_t size : {1U, 65533U, 65534U, 65535U, 65536U, 65537U, 131070U, 131071U, 200000U}) {
    CAPTURE(size);
    const std::string longest(size, 'x');
    for (const std::string end : {"", "\n"}) {
      std::istringstream in("\xEF\xBB\xBFone\r\n\n \t\n" + longest + "\n\nlast" + end);
      JsonLines lines(in, "d.jsonl", 1000000);
      std::vector<std::string> places;
      std::vector<std::string> texts;
      while (const auto line = lines.next()) {
        places.push_back(line->place.str());
        texts.push_back(line->text);
        CHECK_FALSE(line->too_long);
      }
      CHECK(places == std::vector<std::string>{"d.jsonl:1", "d.jsonl:4", "d.jsonl:6"});
      CHECK(texts == std::vector<std::string>{"one\r", longest, "last"});
      CHECK(lines.used() == in.str().size());
    }
  }
}

TEST_CASE("a line above the limit is passed over and said") {
  std::istringstream in("short\n" + std::string(300000, 'x') + "\nnext\n");
  JsonLines lines(in, "stdin", 70000);
  CHECK(lines.next()->text == "short");
  const auto giant = lines.next();
  REQUIRE(giant.has_value());
  CHECK(giant->too_long);
  CHECK(giant->place.str() == "stdin:2");
  CHECK(giant->text.empty());
  CHECK(lines.next()->text == "next");
  CHECK_FALSE(lines.next().has_value());
}
