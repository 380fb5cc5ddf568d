// Write, drawings: their few words in the reader's language.
#pragma once

#include <string>

#include "zhibiao/write.hpp"

namespace zhibiao::write::plot {

enum class Word {
#define WORD(name, english, chinese) name,
#include "write/plot/plot.def"
#undef WORD
};

std::string word(Word one, Language language);

}  // namespace zhibiao::write::plot
