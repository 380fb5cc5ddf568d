// Limits: set by name, and a message that says which one a document exceeds and how to lift it.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/archives.hpp"
#include "read/docx_files.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/records.hpp"

namespace {

using zhibiao::Error;
using zhibiao::ReadLimits;
using zhibiao::ReadOptions;
using zhibiao_tests::message_of;

ReadLimits with(const std::string& text) {
  ReadLimits limits;
  zhibiao::set_limit(limits, text);
  return limits;
}

std::string wrong(const std::string& text) {
  return message_of<Error>([&] { with(text); });
}

/// What reading and analysing says with one limit set; empty if it is done.
std::string refused(const std::string& bytes, const std::string& limit) {
  return message_of<Error>([&] {
    ReadOptions options;
    zhibiao::set_limit(options.limits, limit);
    const auto source = zhibiao::read_bytes("plan", bytes, options);
    zhibiao::Analyzer analyzer;
    analyzer.limit_records(options.limits.records);
    analyzer.analyze(source);
  });
}

std::string nested(std::size_t levels) {
  std::string page = "<html><body>";  // two levels themselves
  for (std::size_t i = 2; i < levels; ++i) page += "<div>";
  return page + "<p>一、目标";
}

}  // namespace

TEST_CASE("a limit is a name and a number; sizes may be written with K, M and G") {
  CHECK(with("line=64M").line_bytes == std::size_t{64} << 20);
  CHECK(with("file=2G").file_bytes == std::size_t{2} << 30);
  CHECK(with("part=100k").part_bytes == 102400);
  CHECK(with("file=1").file_bytes == 1);
  CHECK(with("depth=1000").depth == 1000);
  CHECK(with("records=5").records == 5);
  CHECK(with("seconds=7").child_seconds == 7);
  CHECK(with("depth=1000").line_bytes == ReadLimits().line_bytes);
}

TEST_CASE("what is no limit is refused with what is expected") {
  CHECK(wrong("dept=3") ==
        "unknown limit 'dept'; expected NAME=VALUE with one of file, line, part, parts, ratio, depth, elements, "
        "records, seconds, memory");
  CHECK(wrong("").starts_with("unknown limit ''"));
  for (const char* text :
       {"line", "line=", "line=0", "line=x", "line=5T", "line=-1", "line=1.5M", "line=999999999999G"}) {
    CHECK(wrong(text).starts_with("the limit line is a size such as 512M or 2G, not '"));
  }
  CHECK(wrong("depth=5K") == "the limit depth is a whole number from 1 on, not '5K'");
}

TEST_CASE("a document of the size of a limit is read, one above it is refused by the limit's name") {
  const std::string text = "一、目标\n新增床位5张，新增托位6个。\n";  // 13, 40 bytes
  const std::string size = std::to_string(text.size());
  CHECK(refused(text, "file=" + size) == "");
  CHECK(refused(text + "\n", "file=" + size) ==
        "plan: larger than " + size + " bytes; --limit file=SIZE lifts this limit");
  const std::string line = std::to_string(text.size() - std::string("一、目标\n\n").size());
  CHECK(refused(text, "line=" + line) == "");
  CHECK(refused("x" + text.substr(13), "line=" + line) ==
        "plan: line 1 is larger than " + line + " bytes; --limit line=SIZE lifts this limit");
  CHECK(refused(text, "records=2") == "");
  CHECK(refused(text, "records=1") == "plan: holds more than 1 records; --limit records=N lifts this limit");
}

TEST_CASE("limits of archives") {
  const std::string body = zhibiao_tests::p("一、目标");
  const std::string file = zhibiao_tests::docx(body);
  CHECK(refused(file, "parts=4") == "");
  CHECK(refused(file, "parts=3") == "plan: the archive holds 4 parts, more than 3; --limit parts=N lifts this limit");
  CHECK(refused(file, "part=20").ends_with("unpacks to more than 20 bytes; --limit part=SIZE lifts this limit"));
  CHECK(refused(file, "depth=3") == "");
  CHECK(refused(file, "depth=2") ==
        "plan: its elements are nested deeper than 2 levels; --limit depth=N lifts this limit");
  const std::string blanks = zhibiao_tests::docx(zhibiao_tests::p(std::string(std::size_t{2} << 20, ' ') + "甲"));
  CHECK(refused(blanks, "ratio=2000") == "");
  CHECK(refused(blanks, "ratio=100").find("unpacks to more than 100 times its size; --limit ratio=N") !=
        std::string::npos);
  CHECK(refused(file, "ratio=1") == "");  // small parts may
}

TEST_CASE("limits of web pages") {
  CHECK(refused(nested(20), "elements=21") == "");  // with the paragraph in them
  CHECK(refused(nested(20), "elements=20") ==
        "plan: a web page of more than 20 elements; --limit elements=N lifts this limit");
  // Neither texts between them count, nor how deep they nest.
  const std::string texts = "<html><body>一<p>二<b>三</b>四</p>五<p>六";
  CHECK(refused(texts, "elements=5") == "");
  CHECK(refused(texts, "elements=4") != "");
  CHECK(refused(nested(20) + "<b>x</b>", "depth=2") == "");
  CHECK(refused(nested(20), "elements=20").find("more than 20 elements") != std::string::npos);
  CHECK(refused(nested(255), "depth=2") == "");  // 256 levels: read as text, with a warning
  CHECK(
      refused(nested(256), "depth=2") ==
      "plan: its elements are nested deeper than 256 levels, 128 times the limit of depth; --limit depth=N lifts this "
      "limit");
}

TEST_CASE("rows of a table read back are limited as records are") {
  ReadOptions options;
  options.limits.records = 2;
  const std::string table = "indicator,value\n床位,1\n托位,2\n";
  CHECK(zhibiao::read_records_bytes("t.csv", table, options).rows.size() == 2);
  CHECK(message_of<Error>([&] { zhibiao::read_records_bytes("t.csv", table + "病床,3\n", options); }) ==
        "t.csv: holds more than 2 rows; --limit records=N lifts this limit");
}
