// Names of the model's enumerations, as records print them, and what deadlines say. Tested by tests/write/fields_test.cpp and
// tests/write/deadline_test.cpp.
#include "zhibiao/model.hpp"

#include <charconv>

namespace zhibiao {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::target: return "target";
    case Role::result: return "result";
    case Role::mention: return "mention";
  }
  return {};
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::rate: return "rate";
    case Kind::count: return "count";
    case Kind::money: return "money";
    case Kind::measure: return "measure";
    case Kind::duration: return "duration";
    case Kind::frequency: return "frequency";
    case Kind::ratio: return "ratio";
    case Kind::level: return "level";
    case Kind::deadline: return "deadline";
  }
  return {};
}

std::optional<Kind> find_kind(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Kind::deadline); ++i) {
    if (name_of(static_cast<Kind>(i)) == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

std::string_view deadline_end(std::string_view deadline) { return deadline.substr(deadline.rfind('/') + 1); }

int deadline_year(std::string_view deadline) {
  constexpr std::size_t kDigits = 4;
  const std::string_view year = deadline_end(deadline).substr(0, kDigits);
  int number = 0;
  const auto read = std::from_chars(year.data(), year.data() + year.size(), number);
  return year.size() == kDigits && read.ptr == year.data() + year.size() ? number : 0;
}

}  // namespace zhibiao
