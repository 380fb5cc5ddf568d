// Write, labels: labels.def as a table. Tested by tests/write/labels_test.cpp.
#include "write/labels.hpp"

#include <array>
#include <cstddef>

namespace zhibiao::write {
namespace {

struct Words {
  std::string_view en;
  std::string_view zh;
};

constexpr std::array kWords = {
#define LABEL(name, en, zh) Words{en, zh},
#include "write/labels.def"
#undef LABEL
};

std::string_view at(Label first, int offset, Language language) {
  return label(static_cast<Label>(static_cast<int>(first) + offset), language);
}

}  // namespace

std::string_view label(Label label, Language language) {
  const Words& words = kWords[static_cast<std::size_t>(label)];
  return language == Language::zh ? words.zh : words.en;
}

std::string_view label(Role role, Language language) { return at(Label::target, static_cast<int>(role), language); }

std::string_view label(Kind kind, Language language) { return at(Label::rate, static_cast<int>(kind), language); }

}  // namespace zhibiao::write
