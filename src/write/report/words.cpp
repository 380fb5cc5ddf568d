// Write, the report page: report.def as a table. Tested by tests/write/report_page_test.cpp.
#include "write/report/words.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "write/labels.hpp"
#include "write/rows.hpp"

namespace zhibiao::write::report {
namespace {

struct Named {
  const char* name;
  Bilingual word;
};

constexpr std::array kScriptWords = {
#define WORD(name, english, chinese)
#define SCRIPT(name, english, chinese) Named{#name, {english, chinese}},
#include "write/report/report.def"
};

constexpr std::array kWords = {
#define WORD(name, english, chinese) Named{#name, {english, chinese}},
#include "write/report/report.def"
};

}  // namespace

std::string word(Word one, Language language) {
  return std::string(kWords.at(static_cast<std::size_t>(one)).word.in(language));
}

Data words_data(Language language) {
  Filling words;
  for (const Named& one : kWords) words.text(one.name, one.word.in(language));
  return words.take();
}

std::string counted(Word many, Word one, std::size_t number, Language language) {
  return fmt::format(fmt::runtime(word(number == 1 ? one : many, language)), number);
}

std::string script_words(Language language) {
  std::string json = "{";
  for (const Named& one : kScriptWords) {
    if (json.size() > 1) json += ',';
    json += json_string(one.name) + ':' + json_string(one.word.in(language));
  }
  return json + "}";
}

}  // namespace zhibiao::write::report
