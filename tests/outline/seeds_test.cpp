// The five seeds against the gold annotation: every item, every field of the document's data.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "helpers.hpp"

namespace {

using nlohmann::json;
using zhibiao::test::Outlined;
namespace fs = std::filesystem;

const fs::path kRoot = ZHIBIAO_SOURCE_DIR;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

// Blanks and the widths of brackets and punctuation aside.
std::string squashed(std::string text) {
  const std::map<std::string, std::string> folds = {{"（", "("}, {"）", ")"}, {"．", "."},
                                                    {"，", ","}, {"：", ":"}, {"；", ";"}};
  for (const auto& [wide, narrow] : folds) {
    for (std::size_t at = text.find(wide); at != std::string::npos; at = text.find(wide, at))
      text.replace(at, wide.size(), narrow);
  }
  std::erase(text, ' ');
  return text;
}

std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    --count;
  }
  return text.substr(0, at);
}

fs::path seed_of(const std::string& doc) {
  for (const auto& entry : fs::directory_iterator(kRoot / "seeds")) {
    if (entry.path().filename().string().starts_with(doc)) return entry.path();
  }
  FAIL("no seed " << doc);
  return {};
}

std::string text_of(const json& value) { return value.is_null() ? std::string() : squashed(value.get<std::string>()); }

}  // namespace

TEST_CASE("items of the seeds") {
  for (const std::string doc : {"000", "001", "002", "003", "004"}) {
    const Outlined document(content(seed_of(doc)));
    std::istringstream gold(content(kRoot / "tests/gold" / (doc + ".outline.tsv")));
    std::string row;
    std::getline(gold, row);
    std::size_t index = 0;
    while (std::getline(gold, row)) {
      std::vector<std::string> cells;
      std::istringstream parts(row);
      for (std::string cell; std::getline(parts, cell, '\t');) cells.push_back(cell);
      REQUIRE(cells.size() == 5);
      REQUIRE(index < document.nodes.size());
      const zhibiao::Item& item = document.nodes[index++].item;
      INFO(doc << ": " << row);
      CHECK(std::to_string(item.line) == cells[0]);
      CHECK(std::to_string(item.level) == cells[1]);
      CHECK(squashed(item.marker) == squashed(cells[2]));
      CHECK(item.path == cells[3]);
      CHECK(squashed(item.heading).starts_with(first_characters(squashed(cells[4]), 10)));
      CHECK(squashed(std::string(document.source.slice(item.span))).starts_with(squashed(item.marker)));
    }
    CHECK(index == document.nodes.size());
  }
}

TEST_CASE("items of the seeds lie in order, each in its paragraph's source") {
  for (const std::string doc : {"000", "001", "002", "003", "004"}) {
    const Outlined document(content(seed_of(doc)));
    std::size_t end = 0;
    for (const zhibiao::outline::Node& node : document.nodes) {
      CHECK(node.item.span.begin >= end);
      CHECK(node.item.span.end <= document.source.text().size());
      CHECK(node.text >= node.view.begin);
      CHECK(node.heading.begin >= node.text);
      CHECK(node.parent < static_cast<int>(&node - document.nodes.data()));
      end = node.item.span.end;
    }
  }
}

TEST_CASE("document data of the seeds") {
  std::istringstream rows(content(kRoot / "tests/gold/meta.jsonl"));
  std::string row;
  std::size_t documents = 0;
  while (std::getline(rows, row)) {
    if (row.empty()) continue;
    const json gold = json::parse(row);
    const Outlined document(content(seed_of(gold["doc"].get<std::string>())));
    const zhibiao::DocumentData data = zhibiao::outline::read_document_data(document.view, document.nodes);
    INFO(gold["doc"].get<std::string>());
    CHECK(squashed(data.title) == text_of(gold["title"]));
    CHECK(squashed(data.issuer) == text_of(gold["issuer"]));
    CHECK(squashed(data.doc_number) == text_of(gold["doc_number"]));
    CHECK(data.issued == text_of(gold["issued"]));
    REQUIRE(data.plan_year.has_value());
    CHECK(*data.plan_year == gold["plan_year"].get<int>());
    std::vector<std::string> names;
    for (const json& name : gold["addressees"]) names.push_back(text_of(name));
    std::vector<std::string> found;
    for (const std::string& name : data.addressees) found.push_back(squashed(name));
    CHECK(found == names);
    ++documents;
  }
  CHECK(documents == 5);
}
