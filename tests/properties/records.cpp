// Checks of records against their source, written without the code they check.
#include "properties/records.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "zhibiao/fields.hpp"

namespace properties {
namespace {

using zhibiao::Fact;

bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Line and column of a byte: lines end with \n, columns count characters.
std::pair<std::size_t, std::size_t> counted(std::string_view text, std::size_t at) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < at; ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if (starts_character(text, i)) {
      ++column;
    }
  }
  return {line, column};
}

}  // namespace

std::vector<std::string> misplaced(const zhibiao::Source& source, const std::vector<Fact>& facts) {
  std::vector<std::string> wrong;
  const std::string_view text = source.text();
  std::size_t last = 0;
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const Fact& fact : facts) {
    const auto say = [&](const std::string& what) { wrong.push_back(fmt::format("{}: {}", what, shown(fact))); };
    if (fact.span.empty() || fact.span.end > text.size()) {
      say("span outside the source");
      continue;
    }
    if (!starts_character(text, fact.span.begin) || !starts_character(text, fact.span.end))
      say("span cuts a character");
    if (text.substr(fact.span.begin, fact.span.size()) != fact.mention) say("the span's bytes are not the mention");
    if (counted(text, fact.span.begin) != std::pair(fact.line, fact.column))
      say("line and column are not where it starts");
    if (fact.mention.find_first_of("\r\n") != std::string::npos) say("a mention over a line's end");
    if (fact.sentence.find_first_of("\r\n") != std::string::npos) say("a sentence over a line's end");
    if (fact.span.begin < last) say("out of order");
    if (!seen.emplace(fact.span.begin, fact.span.end).second) say("a second record of one mention");
    if (fact.kind != zhibiao::Kind::deadline && !fact.value) say("no value");
    if (fact.value_max.has_value() != (fact.comparator == "range")) say("upper end and comparator do not agree");
    if (fact.value_max && *fact.value_max < *fact.value) say("a range that falls");
    if (fact.rule.empty()) say("no rule");
    last = fact.span.begin;
  }
  return wrong;
}

std::string shown(const Fact& fact, bool with_place) {
  const std::set<std::string_view> place = {"file", "line", "column", "start", "end"};
  std::string all;
  for (const auto& field : zhibiao::fields()) {
    if (!with_place && place.contains(field.name)) continue;
    const std::string text = field.text(fact);
    if (!text.empty()) all += fmt::format("{}{}={}", all.empty() ? "" : " ", field.name, text);
  }
  return all;
}

std::string shown(const zhibiao::Analysis& analysis) {
  const auto& data = analysis.document;
  std::string all = fmt::format("{}|{}|{}|{}|{}|{}\n", data.title, data.issuer, data.doc_number, data.issued,
                                data.plan_year.value_or(0), fmt::join(data.addressees, ","));
  for (const auto& item : analysis.items) {
    all += fmt::format("{} {} {} {} {} {} {}-{}\n", item.line, item.level, item.marker, item.path, item.heading,
                       item.titled, item.span.begin, item.span.end);
  }
  for (const auto& fact : analysis.facts) all += shown(fact) + "\n";
  return all;
}

std::vector<zhibiao::Source> seeds() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ZHIBIAO_SOURCE_DIR) / "seeds")) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<zhibiao::Source> all;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    all.emplace_back(path.filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return all;
}

}  // namespace properties
