// Write, comparisons for people: why the facts of a row are a pair. Input: a change with its facts; output: lines.
// Tested by tests/compare/diff_options_test.cpp.
#include <fmt/format.h>

#include "write/diff/cells.hpp"
#include "write/diff/names.hpp"

namespace zhibiao::write {
namespace {

template <typename... Values>
std::string filled(Word one, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(word(one, language)), values...);
}

std::vector<std::string> runs(const std::string& name, const std::vector<Span>& spans) {
  std::vector<std::string> words;
  for (const Span& span : spans) words.push_back(name.substr(span.begin, span.size()));
  return words;
}

}  // namespace

std::vector<std::string> DiffCells::reasons(const DiffRow& row) {
  std::vector<std::string> lines;
  if (row.pair()) {
    lines.push_back(likeness(row));
    if (const std::string names = names_apart(row); !names.empty()) lines.push_back(names);
    if (row.read_as.first != row.old_fact->indicator || row.read_as.second != row.new_fact->indicator) {
      lines.push_back(filled(Word::why_read_as, language_, row.read_as.first, row.read_as.second));
    }
  } else {
    const Word why = row.new_fact != nullptr ? Word::why_added : Word::why_dropped;
    lines.push_back(filled(why, language_, diff_.threshold));
  }
  if (row.old_fact != nullptr) lines.push_back(sentence(Word::old_side, *row.old_fact));
  if (row.new_fact != nullptr) lines.push_back(sentence(Word::new_side, *row.new_fact));
  return lines;
}

std::string DiffCells::likeness(const DiffRow& row) const {
  std::string line = filled(Word::why_similarity, language_, fmt::format("{:.3f}", row.change.similarity));
  const std::string differs = differences(row);
  line += differs.empty() ? filled(Word::why_same, language_) : filled(Word::why_differs, language_, differs);
  if (row.change.moved && !row.near) line += word(Word::why_moved, language_);
  return line;
}

/// The words that the names share, and those that they do not; empty where the names are one.
std::string DiffCells::names_apart(const DiffRow& row) {
  const std::string& before = row.old_fact->indicator;
  const std::string& after = row.new_fact->indicator;
  if (before == after) return {};
  const NamesApart apart = compare_names(before, after, segmenter_);
  std::string line =
      filled(Word::why_shared, language_, apart.shared.empty() ? "–" : fmt::format("{}", fmt::join(apart.shared, " ")));
  if (!apart.old_only.empty()) {
    line += filled(Word::why_old_only, language_, fmt::join(runs(before, apart.old_only), " "));
  }
  if (!apart.new_only.empty()) {
    line += filled(Word::why_new_only, language_, fmt::join(runs(after, apart.new_only), " "));
  }
  return line;
}

std::string DiffCells::sentence(Word side, const Fact& fact) const {
  const std::string place = fact.place.empty() ? "" : " (" + fact.place + ")";
  return filled(Word::why_sentence, language_, word(side, language_), fact.line, place, fact.sentence);
}

}  // namespace zhibiao::write
