// Explain: its words in the reader's language.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/model.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::explaining {

enum class Word {
#define WORD(name, english, chinese) name,
#include "explain/explain.def"
#undef WORD
};

std::string_view word(Word one, Language language);

/// The word with its `{}` filled in.
std::string fill(Word one, Language language, std::string_view first, std::string_view second = {});

/// `8`, of a range `2-3`; empty where the fact has no value.
std::string number_of(const Fact& fact);

}  // namespace zhibiao::explaining
