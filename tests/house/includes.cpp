// Data flows one way, and so do includes: which folder of src/ may know which, and where each library is used.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "house/source_tree.hpp"

namespace {

using Names = std::set<std::string>;

/// folder of src/ -> the folders it may include, besides itself and the public headers.
const std::map<std::string, Names> kMayInclude = {
    {"read", {}},
    {"text", {}},
    {"rules", {"text"}},
    {"outline", {"text", "rules"}},
    {"extract", {"text", "outline", "rules"}},
    {"compare", {"text", "rules"}},
    {"check", {"text", "rules", "extract"}},
    {"records", {"read", "write"}},
    {"explain", {"text", "outline", "rules", "extract", "write"}},
    {"write", {"text"}},
    {"cli", {"read", "text", "rules", "outline", "extract", "compare", "records", "write"}},
};

/// start of a library's header -> the folders of src/ that may use it. Everything else (fmt, std) is free there.
const std::map<std::string, Names> kLibraries = {
    {"unicode/", {"text", "read", "write"}},
    {"re2/", {"rules", "outline", "extract"}},
    {"toml++/", {"rules"}},
    {"CLI/", {"cli"}},
    {"libxml/", {"read"}},
    {"zip.h", {"read", "write"}},
    {"pugixml.hpp", {"read", "records", "write"}},
    {"nlohmann/", {"records"}},
    {"simdjson.h", {"read"}},
    {"xlsxwriter.h", {"write"}},
    {"sqlite3.h", {"write"}},
    {"kainjow/", {"write"}},
};

/// What is wrong with an include, or nothing.
std::string fault_of(const std::string& folder, const house::Include& include) {
  if (!include.quoted) {
    for (const auto& [header, folders] : kLibraries) {
      if (include.target.starts_with(header) && !folders.contains(folder)) return "<" + header + "…> is not used here";
    }
    return {};
  }
  const std::string target = include.target.substr(0, include.target.find('/'));
  if (target == "zhibiao" || target == folder) return {};
  if (target.size() == include.target.size()) return "write the folder: \"" + folder + "/" + target + "\"";
  if (folder.empty()) return {};  // src/*.cpp put the stages together
  const auto allowed = kMayInclude.find(folder);
  if (allowed == kMayInclude.end()) return "a new folder: give it a row in tests/house/includes.cpp";
  return allowed->second.contains(target) ? std::string() : folder + " must not know " + target;
}

}  // namespace

TEST_CASE("folders of src/ include only what stands below them") {
  const auto files = house::code_below("src");
  REQUIRE(!files.empty());
  for (const auto& file : files) {
    for (const auto& include : house::includes_of(file.text)) {
      const std::string fault = fault_of(file.folder, include);
      CHECK_MESSAGE(fault.empty(), file.path, ":", include.line, ": ", include.target, ": ", fault);
    }
  }
}

TEST_CASE("public headers include public headers and the standard library alone") {
  for (const auto& file : house::code_below("include")) {
    for (const auto& include : house::includes_of(file.text)) {
      // Headers of the standard library have neither folder nor extension.
      const bool fine = include.quoted ? include.target.starts_with("zhibiao/")
                                       : include.target.find_first_of("/.") == std::string::npos;
      CHECK_MESSAGE(fine, file.path, ":", include.line, ": ", include.target);
    }
  }
}

TEST_CASE("the include test sees faults") {
  const auto fault = [](const std::string& folder, const std::string& line) {
    return fault_of(folder, house::includes_of(line).at(0));
  };
  CHECK(fault("text", "#include \"text/view.hpp\"").empty());
  CHECK(fault("text", "#include \"zhibiao/source.hpp\"").empty());
  CHECK(fault("text", "#include <unicode/brkiter.h>").empty());
  CHECK(fault("", "#include \"extract/facts.hpp\"").empty());
  CHECK_FALSE(fault("text", "#include \"outline/outline.hpp\"").empty());
  CHECK_FALSE(fault("text", "#include \"view.hpp\"").empty());
  CHECK_FALSE(fault("extract", "#include \"write/csv.hpp\"").empty());
  CHECK_FALSE(fault("extract", "#include <unicode/brkiter.h>").empty());
  CHECK_FALSE(fault("write", "#include <CLI/CLI.hpp>").empty());
  CHECK_FALSE(fault("attic", "#include \"text/view.hpp\"").empty());
}
