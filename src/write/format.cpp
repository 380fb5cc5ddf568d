// Write, the names of the formats. Tested by tests/write/rows_test.cpp.
#include "write/format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace zhibiao {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 10> kNames = {{{Format::table, "table"},
                                                                         {Format::tree, "tree"},
                                                                         {Format::text, "text"},
                                                                         {Format::csv, "csv"},
                                                                         {Format::tsv, "tsv"},
                                                                         {Format::jsonl, "jsonl"},
                                                                         {Format::json, "json"},
                                                                         {Format::md, "md"},
                                                                         {Format::xlsx, "xlsx"},
                                                                         {Format::sqlite, "sqlite"}}};

/// What a file's name ends with; the first of a format's endings is the usual one.
constexpr std::array<std::pair<std::string_view, Format>, 10> kEndings = {{{".csv", Format::csv},
                                                                           {".tsv", Format::tsv},
                                                                           {".jsonl", Format::jsonl},
                                                                           {".ndjson", Format::jsonl},
                                                                           {".json", Format::json},
                                                                           {".md", Format::md},
                                                                           {".xlsx", Format::xlsx},
                                                                           {".db", Format::sqlite},
                                                                           {".sqlite", Format::sqlite},
                                                                           {".sqlite3", Format::sqlite}}};

}  // namespace

std::string_view name_of(Format format) {
  for (const auto& [known, name] : kNames) {
    if (known == format) return name;
  }
  return {};
}

std::optional<Format> find_format(std::string_view name) {
  for (const auto& [format, known] : kNames) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::optional<Format> format_of_file(std::string_view path) {
  for (const auto& [ending, format] : kEndings) {
    if (path.size() <= ending.size()) continue;
    const std::string_view end = path.substr(path.size() - ending.size());
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    if (std::equal(end.begin(), end.end(), ending.begin(), same)) return format;
  }
  return std::nullopt;
}

bool is_binary(Format format) { return format == Format::xlsx || format == Format::sqlite; }

bool rows_stand_alone(Format format) { return write::is_separated(format) || format == Format::jsonl; }

namespace write {

std::string_view ending_of(Format format) {
  const auto* const found =
      std::find_if(kEndings.begin(), kEndings.end(), [&](const auto& entry) { return entry.second == format; });
  return found == kEndings.end() ? std::string_view() : found->first;
}

bool is_separated(Format format) { return format == Format::csv || format == Format::tsv; }

Language header_language(const WriteOptions& options) {
  return is_separated(options.format) || options.format == Format::md ? options.header : Language::en;
}

}  // namespace write

}  // namespace zhibiao
