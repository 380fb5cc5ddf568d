// The same plan in any encoding and with any line ends gives the same records.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "read/encode.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/read.hpp"

namespace {

namespace fs = std::filesystem;
using zhibiao::Fact;

std::vector<std::string> seeds() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "seeds"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    if (path.extension() != ".txt") continue;
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

/// Every line ended by `end`.
std::string with_line_ends(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += end;
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

/// Everything a record says but its offsets.
std::string record(const Fact& fact) {
  const auto number = [](const auto& value) { return value ? value->str() : std::string("-"); };
  std::string text = fact.file + "|" + fact.issuer + "|" + std::to_string(fact.year.value_or(0));
  for (const std::string& field :
       {fact.item, fact.heading, std::to_string(static_cast<int>(fact.role)),
        std::to_string(static_cast<int>(fact.kind)), fact.action, fact.indicator, fact.scope, fact.comparator,
        number(fact.value), number(fact.value_max), fact.unit, fact.per, fact.change, fact.deadline, fact.sentence,
        std::to_string(fact.line), std::to_string(fact.column), fact.rule, fact.place}) {
    text += "|" + field;
  }
  for (const std::string& flag : fact.flags) text += "|" + flag;
  // A mention over a line's end has that end in it.
  return text + "|" + with_line_ends(fact.mention, "\n");
}

/// The document's data and all its records, a line each.
std::vector<std::string> records(zhibiao::Analyzer& analyzer, const std::string& bytes, const char* encoding) {
  const zhibiao::Source source = zhibiao::read_bytes("plan", bytes);
  CHECK(source.facts().encoding == encoding);
  CHECK(source.facts().warnings.empty());
  const zhibiao::Analysis analysis = analyzer.analyze(source);
  std::vector<std::string> lines = {analysis.document.title + "|" + analysis.document.issuer + "|" +
                                    analysis.document.doc_number + "|" + analysis.document.issued};
  for (const auto& item : analysis.items) lines.push_back(item.path + " " + item.heading);
  for (const Fact& fact : analysis.facts) lines.push_back(record(fact));
  return lines;
}

struct Way {
  const char* encoding;  ///< ICU's name
  std::string_view mark;
  const char* name;
};

using namespace std::string_view_literals;

const std::vector<Way> kWays = {
    {"UTF-8", "\xEF\xBB\xBF"sv, "UTF-8"},   {"GBK", ""sv, "GB18030"},
    {"gb18030", ""sv, "GB18030"},           {"gb18030", "\x84\x31\x95\x33"sv, "GB18030"},
    {"UTF-16LE", "\xFF\xFE"sv, "UTF-16LE"}, {"UTF-16BE", "\xFE\xFF"sv, "UTF-16BE"},
    {"UTF-16LE", ""sv, "UTF-16LE"},         {"UTF-16BE", ""sv, "UTF-16BE"},
};

}  // namespace

TEST_CASE("each seed gives the same records in every encoding, with LF, CRLF and CR") {
  const auto texts = seeds();
  REQUIRE(texts.size() == 5);
  zhibiao::Analyzer analyzer;
  std::size_t in_gbk = 0;
  for (const std::string& text : texts) {
    const auto expected = records(analyzer, with_line_ends(text, "\n"), "UTF-8");
    REQUIRE(expected.size() > 20);
    CHECK(records(analyzer, with_line_ends(text, "\r"), "UTF-8") == expected);
    for (const std::string_view end : {"\n"sv, "\r\n"sv}) {
      const std::string lines = with_line_ends(text, end);
      CHECK(records(analyzer, lines, "UTF-8") == expected);
      for (const Way& way : kWays) {
        CAPTURE(way.encoding);
        CAPTURE(way.mark.size());
        CAPTURE(end.size());
        const auto bytes = zhibiao_tests::encode(lines, way.encoding);
        // Only GBK has not every character.
        if (!bytes) {
          CHECK(way.encoding == "GBK"sv);
          continue;
        }
        if (way.encoding == "GBK"sv) ++in_gbk;
        CHECK(records(analyzer, std::string(way.mark) + *bytes, way.name) == expected);
      }
    }
  }
  CHECK(in_gbk >= 2);
}
