// A plan gives the same records whether it comes as text, DOCX, web page, PDF or OFD, each with its place.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "cli/made_files.hpp"
#include "read/folder.hpp"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Seed {
  std::string name;
  std::string text;
};

std::vector<Seed> seeds() {
  std::vector<Seed> out;
  for (const auto& entry : fs::directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "seeds")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    out.push_back({entry.path().stem().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::sort(out.begin(), out.end(), [](const Seed& a, const Seed& b) { return a.name < b.name; });
  return out;
}

std::vector<json> records(const std::string& path) {
  const auto outcome = zhibiao_tests::run({"targets", path, "--role", "all", "--format", "jsonl"});
  CHECK(outcome.err.empty());
  CHECK(outcome.status == 0);
  std::vector<json> out;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
  return out;
}

/// Half-width signs as full-width ones: from a font that is not embedded poppler takes the ASCII of GBK for these.
std::string folded(std::string text) {
  for (const auto& [narrow, wide] : {std::pair{"(", "（"}, {")", "）"}, {"\\\"", "＂"}}) {
    for (std::size_t at = 0; (at = text.find(narrow, at)) != std::string::npos;) {
      text.replace(at, std::string(narrow).size(), wide);
    }
  }
  return text;
}

/// What a record says, beside where it stands.
std::string said(const json& record) {
  std::string out;
  for (const char* field :
       {"role", "item", "indicator", "scope", "comparator", "value", "value_max", "unit", "per", "deadline"}) {
    out += folded(record.value(field, json()).dump()) + " ";
  }
  return out;
}

/// Records of one that the other has too, over the larger number of records; differences are printed.
double agreement(const std::vector<json>& one, const std::vector<json>& other) {
  std::map<std::string, int> surplus;
  for (const json& record : one) ++surplus[said(record)];
  for (const json& record : other) --surplus[said(record)];
  int more = 0;
  int less = 0;
  for (const auto& [record, count] : surplus) {
    if (count != 0) MESSAGE((count > 0 ? "only in the text: " : "only in the file: ") << record);
    (count > 0 ? more : less) += std::abs(count);
  }
  const auto size = static_cast<double>(std::max(one.size(), other.size()));
  return (static_cast<double>(one.size()) - more) / size;
}

}  // namespace

TEST_CASE("each seed gives the same records as DOCX, web page, PDF and OFD, each with its place") {
  const zhibiao_tests::Folder folder;
  struct Form {
    std::string ending;
    std::string (*make)(std::string_view);
    std::string place;
  };
  const std::vector<Form> forms = {{".docx", zhibiao_tests::docx_of, "paragraph "},
                                   {".html", zhibiao_tests::html_of, "paragraph "},
                                   {".pdf", zhibiao_tests::pdf_of, "page "},
                                   {".ofd", zhibiao_tests::ofd_of, "page "}};
  const auto all = seeds();
  REQUIRE(all.size() == 5);
  for (const Seed& seed : all) {
    const auto expected = records(folder.file(seed.name + ".txt", seed.text));
    REQUIRE(expected.size() >= 5);
    for (const Form& form : forms) {
      CAPTURE(seed.name);
      CAPTURE(form.ending);
      const auto found = records(folder.file(seed.name + form.ending, form.make(seed.text)));
      CHECK(agreement(expected, found) >= 0.95);
      CHECK(std::all_of(found.begin(), found.end(),
                        [&](const json& record) { return record.value("place", "").starts_with(form.place); }));
    }
  }
}
