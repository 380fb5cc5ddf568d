// Read, limits: their names, and what is said where one is exceeded. Input: `NAME=VALUE`; output: a limit set, or an Error.
// Tested by tests/read/limits_test.cpp.
#include "read/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao {
namespace {

constexpr bool bytes = true;
constexpr bool count = false;

constexpr std::array kFields = {
#define LIMIT(name, member, kind, about) LimitField{#name, &ReadLimits::member, kind, about},
#include "read/limits.def"
};

/// A whole number above 0; with `sizes` one that may end with K, M or G.
std::optional<std::size_t> number_of(std::string_view text, bool sizes) {
  unsigned shift = 0;
  constexpr std::string_view kUnits = "KMG";
  if (sizes && !text.empty()) {
    const char last = text.back() >= 'a' ? static_cast<char>(text.back() - 'a' + 'A') : text.back();
    const std::size_t unit = kUnits.find(last);
    if (unit != std::string_view::npos) {
      shift = 10 * (static_cast<unsigned>(unit) + 1);
      text.remove_suffix(1);
    }
  }
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty() && value > 0;
  if (!whole || value > std::numeric_limits<std::size_t>::max() >> (shift + 2)) return std::nullopt;
  return value << shift;
}

}  // namespace

std::span<const LimitField> limit_fields() { return kFields; }

void set_limit(ReadLimits& limits, std::string_view text) {
  const std::size_t equals = std::min(text.find('='), text.size());
  const std::string_view name = text.substr(0, equals);
  const auto field = std::find_if(kFields.begin(), kFields.end(), [&](const auto& one) { return one.name == name; });
  if (field == kFields.end()) {
    std::string names;
    for (const LimitField& known : kFields) names += (names.empty() ? "" : ", ") + std::string(known.name);
    throw Error("", fmt::format("unknown limit '{}'; expected NAME=VALUE with one of {}", name, names));
  }
  const std::string_view value = text.substr(std::min(equals + 1, text.size()));
  const auto number = number_of(value, field->bytes);
  if (!number) {
    throw Error("", fmt::format("the limit {} is {}, not '{}'", name,
                                field->bytes ? "a size such as 512M or 2G" : "a whole number from 1 on", value));
  }
  limits.*field->member = *number;
}

namespace read_stage {

std::string size_text(std::size_t size) {
  if (size % (std::size_t{1} << 30U) == 0) return fmt::format("{} GiB", size >> 30U);
  if (size >= std::size_t{1} << 20U) return fmt::format("{} MiB", size >> 20U);
  return fmt::format("{} bytes", size);
}

std::string how_to_lift(std::string_view name) {
  const auto field = std::find_if(kFields.begin(), kFields.end(), [&](const auto& one) { return one.name == name; });
  const bool size = field != kFields.end() && field->bytes;
  return fmt::format("; --limit {}={} lifts this limit", name, size ? "SIZE" : "N");
}

std::string too_large(std::size_t limit, std::string_view name) {
  return "larger than " + size_text(limit) + how_to_lift(name);
}

}  // namespace read_stage
}  // namespace zhibiao
