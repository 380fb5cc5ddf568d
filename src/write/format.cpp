// Write, the names of the formats. Tested by tests/write/rows_test.cpp.
#include <array>
#include <utility>

#include "zhibiao/write.hpp"

namespace zhibiao {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 8> kNames = {{{Format::table, "table"},
                                                                        {Format::tree, "tree"},
                                                                        {Format::text, "text"},
                                                                        {Format::csv, "csv"},
                                                                        {Format::tsv, "tsv"},
                                                                        {Format::jsonl, "jsonl"},
                                                                        {Format::json, "json"},
                                                                        {Format::md, "md"}}};

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

}  // namespace zhibiao
