// Write, comparisons for people: rows. Input: a change with its facts; output: cells with their looks.
// Tested by tests/compare/diff_command_test.cpp and diff_options_test.cpp.
#include "write/diff/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "write/diff/names.hpp"
#include "write/value.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {
namespace {

/// A value with its date; for a milestone the date alone.
std::string shown_value(const Fact* fact, bool dated) {
  if (fact == nullptr) return {};
  std::string text = value_text(*fact);
  if (text.empty() || dated) text += (text.empty() ? "" : " ") + fact->deadline;
  return text;
}

std::string full_name(const Fact& fact) {
  return fact.scope.empty() ? fact.indicator : fact.indicator + " (" + fact.scope + ")";
}

}  // namespace

std::vector<TableColumn> diff_columns(const Diff& diff, Language language) {
  const auto called = [&](Word one) { return std::string(word(one, language)); };
  const auto machine = change_columns(diff);
  const auto named = [&](std::size_t column) { return std::string(machine[column].in(language)); };
  return {{.title = diff.achieved ? named(machine.size() - 1) : named(0)},
          {.title = called(Word::section), .floor = 10, .drop = 3},
          {.title = named(1), .floor = 20},
          {.title = called(diff.achieved ? Word::target_side : Word::old_side), .floor = 14},
          {.title = called(diff.achieved ? Word::result_side : Word::new_side), .floor = 14},
          {.title = named(2), .right = true},
          {.title = "%", .right = true, .drop = 2},
          {.title = named(4)},
          {.title = called(Word::note), .floor = 10, .drop = 1},
          {.title = called(Word::line), .right = true}};
}

std::vector<std::string> DiffCells::row(const DiffRow& row) {
  looks_.clear();
  std::vector<std::string> cells(kLine + 1);
  cells[kStatus] = status(row);
  if (sections_) cells[kSection] = row.any().heading;
  cells[kName] = name(row);
  const auto& differs = row.change.differs;
  const bool dated = std::find(differs.begin(), differs.end(), Difference::deadline) != differs.end();
  cells[kOld] = shown_value(row.old_fact, dated);
  cells[kNew] = shown_value(row.new_fact, dated);
  cells[kNote] = note(row);
  if (row.old_fact != nullptr) cells[kLine] = std::to_string(row.old_fact->line);
  if (row.new_fact != nullptr) cells[kLine] += (row.pair() ? "→" : "") + std::to_string(row.new_fact->line);
  if (row.near) return cells;
  cells[kDelta] = delta(row);
  if (row.change.percent && *row.change.percent != Decimal()) cells[kPercent] = row.change.percent->str();
  if (!diff_.achieved) cells[kStrictness] = word(Word::equal, row.change.strictness, language_);
  look(kStrictness, row.change.strictness == Strictness::tighter ? Look::green : Look::red);
  return cells;
}

std::string DiffCells::status(const DiffRow& row) {
  static constexpr std::array kChanges = {Look::cyan, Look::magenta, Look::dim, Look::yellow, Look::green, Look::red};
  static constexpr std::array kAchieved = {Look::green, Look::red, Look::yellow};
  if (row.near) return std::string(word(Word::near, language_));
  if (diff_.achieved && row.pair() && row.achieved) {
    look(kStatus, kAchieved[static_cast<std::size_t>(*row.achieved)]);
    return std::string(word(Word::met, *row.achieved, language_));
  }
  look(kStatus, kChanges[static_cast<std::size_t>(row.change.status)]);
  if (diff_.achieved && row.new_fact == nullptr) return std::string(word(Word::unreported, language_));
  return std::string(word(Word::raised, row.change.status, language_));
}

/// The name; where the sides write it differently, both, with the words marked that differ.
std::string DiffCells::name(const DiffRow& row) {
  const std::string after = printable(full_name(row.any()));
  if (!row.pair()) return after;
  const std::string before = printable(full_name(*row.old_fact));
  if (before == after) return after;
  // The scope stands behind, so that bytes of the indicator are bytes of the name.
  NamesApart apart = compare_names(printable(row.old_fact->indicator), printable(row.new_fact->indicator), segmenter_);
  if (apart.shared.empty()) apart = {};  // nothing stands out where all differs
  const std::string old_text = colour_ ? before : bracketed(before, apart.old_only);
  const std::string new_text = colour_ ? after : bracketed(after, apart.new_only);
  const std::string text = fmt::format(fmt::runtime(word(Word::was, language_)), new_text, old_text);
  const auto mark = [&](const std::vector<Span>& spans, std::size_t at) {
    for (const Span& span : spans) looks_.push_back({kName, Look::underlined, {at + span.begin, at + span.end}});
  };
  mark(apart.new_only, text.find(new_text));
  mark(apart.old_only, text.rfind(old_text));
  return text;
}

std::string DiffCells::delta(const DiffRow& row) const {
  const Change& change = row.change;
  if (!change.delta || *change.delta == Decimal()) return {};
  const bool points = row.new_fact->unit == "%";
  std::string text = change.delta->str().starts_with('-') ? "" : "+";
  text += points ? change.delta->str() : short_number(*change.delta);
  return text + (points ? std::string(word(Word::points, language_)) : row.new_fact->unit);
}

std::string DiffCells::note(const DiffRow& row) const {
  std::string text;
  const auto add = [&](std::string_view part) {
    if (!text.empty() && !part.empty()) text += word(Word::comma, language_);
    text += part;
  };
  if (row.near) add(fmt::format("{:.3f}", row.change.similarity));
  add(differences(row));
  if (row.pair() && row.change.moved && !row.near) add(word(Word::moved, language_));
  return text;
}

std::string DiffCells::differences(const DiffRow& row) const {
  std::string list;
  for (const Difference one : row.change.differs) {
    if (!list.empty()) list += word(Word::comma, language_);
    list += word(Word::definition, one, language_);
  }
  return list;
}

}  // namespace zhibiao::write
