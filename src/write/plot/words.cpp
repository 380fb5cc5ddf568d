// Write, drawings: plot.def as a table. Tested by tests/write/plot_figure_test.cpp.
#include "write/plot/words.hpp"

#include <array>
#include <cstddef>

#include "write/labels.hpp"

namespace zhibiao::write::plot {

std::string word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/plot/plot.def"
#undef WORD
  };
  return std::string(kWords.at(static_cast<std::size_t>(one)).in(language));
}

}  // namespace zhibiao::write::plot
