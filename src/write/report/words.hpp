// Write, the report page: its words in the reader's language.
#pragma once

#include <string>

#include "write/report/template.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write::report {

enum class Word {
#define WORD(name, english, chinese) name,
#include "write/report/report.def"
};

std::string word(Word one, Language language);

/// `{}` filled with the number, and the other form of the word where there is just one.
std::string counted(Word many, Word one, std::size_t number, Language language);

/// All words by their names, for templates: `{{word.find}}`.
Data words_data(Language language);

/// The words that the page's script uses, as a JSON object.
std::string script_words(Language language);

}  // namespace zhibiao::write::report
