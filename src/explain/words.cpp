// Explain, words: explain.def as a table. Tested by tests/golden/explain-* and tests/golden/targets-explain*.
#include "explain/words.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "write/labels.hpp"

namespace zhibiao::explaining {

std::string_view word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) write::Bilingual{english, chinese},
#include "explain/explain.def"
#undef WORD
  };
  return kWords[static_cast<std::size_t>(one)].in(language);
}

std::string fill(Word one, Language language, std::string_view first, std::string_view second) {
  return fmt::format(fmt::runtime(word(one, language)), first, second);
}

std::string number_of(const Fact& fact) {
  std::string number = fact.value ? fact.value->str() : std::string();
  if (fact.value_max) number += "-" + fact.value_max->str();
  return number;
}

}  // namespace zhibiao::explaining
