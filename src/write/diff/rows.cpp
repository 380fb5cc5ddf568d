// Write, comparisons: rows. Input: changes with their facts; output: cells in machine spelling, words for people.
// Tested by tests/compare/diff_command_test.cpp.
#include "write/diff/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zhibiao::write {
namespace {

constexpr std::array kColumns = {
#define COLUMN(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/diff/diff.def"
};

constexpr std::array kSideFields = {
#define SIDE(field) std::string_view(#field),
#include "write/diff/diff.def"
};

std::string decimal(const std::optional<Decimal>& number) { return number ? number->str() : std::string(); }

std::string joined(const std::vector<Difference>& differences) {
  std::string list;
  for (const Difference one : differences) list += (list.empty() ? "" : " ") + std::string(name_of(one));
  return list;
}

}  // namespace

std::string_view word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/diff/diff.def"
  };
  return kWords[static_cast<std::size_t>(one)].in(language);
}

std::vector<Bilingual> change_columns(const Diff& diff) {
  std::vector<Bilingual> columns(kColumns.begin(), kColumns.end());
  if (!diff.achieved) columns.pop_back();
  return columns;
}

std::vector<std::string> change_cells(const DiffRow& row, const Diff& diff) {
  const Change& change = row.change;
  // What is no pair has no difference in numbers either.
  std::vector<std::string> cells = {std::string(row.near ? word(Word::near, Language::en) : name_of(change.status)),
                                    row.any().indicator,
                                    row.near ? std::string() : decimal(change.delta),
                                    row.near ? std::string() : decimal(change.percent),
                                    row.near ? std::string() : std::string(name_of(change.strictness)),
                                    joined(change.differs),
                                    row.pair() && change.moved ? "yes" : "",
                                    row.pair() ? fmt::format("{:.3f}", change.similarity) : std::string()};
  if (diff.achieved) cells.emplace_back(row.achieved ? name_of(*row.achieved) : std::string_view());
  return cells;
}

const std::vector<const Field*>& side_fields() {
  static const std::vector<const Field*> kFields = [] {
    std::vector<const Field*> all;
    for (const std::string_view name : kSideFields) all.push_back(find_field(name));
    return all;
  }();
  return kFields;
}

std::vector<std::string> side_cells(const Fact* fact, const Plan* plan) {
  std::vector<std::string> cells;
  for (const Field* field : side_fields()) cells.push_back(fact == nullptr ? std::string() : field->text(*fact));
  if (fact == nullptr && plan != nullptr) cells.front() = plan->file;
  return cells;
}

std::string counts_line(const Diff& diff, Language language) {
  const auto& found = diff.counts.statuses;
  const auto filled = [&](Word one, auto... numbers) {
    return fmt::format(fmt::runtime(word(one, language)), numbers...);
  };
  std::string line;
  if (diff.achieved) {
    const auto& achieved = diff.counts.achievements;
    line = filled(Word::achieved_counts, achieved[Achievement::met], achieved[Achievement::missed],
                  achieved[Achievement::unknown], found[ChangeStatus::dropped]);
    const std::size_t others = found[ChangeStatus::added];
    line += filled(others == 1 ? Word::one_without_target : Word::without_target, others);
  } else {
    line = filled(Word::counts, found[ChangeStatus::raised], found[ChangeStatus::lowered], found[ChangeStatus::same],
                  found[ChangeStatus::changed], found[ChangeStatus::added], found[ChangeStatus::dropped]);
  }
  if (diff.counts.near > 0) line += filled(diff.counts.near == 1 ? Word::one_near : Word::near_count, diff.counts.near);
  std::size_t shown = 0;
  for (const DiffPart& part : diff.parts) shown += part.rows.size();
  if (diff.chosen) line += filled(Word::shown_count, shown);
  return line;
}

}  // namespace zhibiao::write
