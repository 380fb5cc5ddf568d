// Names of the model's enumerations, as records print them. Tested by tests/write/fields_test.cpp.
#include "zhibiao/model.hpp"

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

}  // namespace zhibiao
