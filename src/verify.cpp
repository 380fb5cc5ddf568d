// Verify: does every row of a table still stand in its source? Input: rows read back, sources with the facts found in them
// today; output: a status for each row and what differs. Tested by tests/records/verify_test.cpp.
#include "zhibiao/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "records/match.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

constexpr std::string_view kNotCompared[] = {"file", "rule", "place", "line", "column", "start", "end"};
constexpr std::string_view kTextEnding = ".txt";

std::string_view last_step(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

RowCheck opening(const RecordRow& row) {
  RowCheck check;
  check.row = row.row;
  check.sheet = row.sheet;
  check.file = row.fact.file;
  check.line = row.has("line") ? row.fact.line : 0;
  check.indicator = row.fact.indicator;
  check.mention = row.fact.mention;
  return check;
}

bool is_broken(const RecordRow& row) { return !row.troubles.empty() && row.troubles[0].field == nullptr; }

void add(RowCheck& check, const char* field, std::string table, std::string source, std::string note = {}) {
  check.differences.push_back(
      {field == nullptr ? nullptr : find_field(field), std::move(table), std::move(source), std::move(note)});
}

/// What is said of a row as long as no source is its own.
RowCheck without_source(const RecordRow& row) {
  RowCheck check = opening(row);
  add(check, "file", row.fact.file, "",
      row.fact.file.empty() ? "the row names no file" : "none of the files has this name");
  return check;
}

/// What is said of a row that cannot be looked for.
RowCheck unreadable(const RecordRow& row) {
  RowCheck check = opening(row);
  check.status = RowStatus::unreadable;
  if (is_broken(row)) {
    add(check, nullptr, row.troubles[0].text, "", row.troubles[0].reason);
  } else {
    add(check, nullptr, "", "", "neither a mention nor a start and an end");
  }
  return check;
}

bool knows_place(const RecordRow& row) { return records::has_mention(row) || records::has_span(row); }

/// Where the mention of a row that is gone can be read nearby, for the one who looks for it.
std::string seen_nearby(const RecordRow& row, const Source& source) {
  constexpr std::size_t kLines = 5;
  if (!records::has_mention(row) || !row.has("line")) return {};
  const std::size_t last = std::min(row.fact.line + kLines, source.line_count());
  for (std::size_t line = row.fact.line > kLines ? row.fact.line - kLines : 1; line <= last; ++line) {
    if (source.slice(source.line(line)).find(row.fact.mention) != std::string_view::npos) {
      return fmt::format("{} stands on line {}, but in no record like this", row.fact.mention, line);
    }
  }
  return {};
}

/// Cells of the row's place that cannot be understood.
void add_place_troubles(const RecordRow& row, RowCheck& check) {
  for (const CellTrouble& trouble : row.troubles) {
    const std::string_view name = trouble.field == nullptr ? std::string_view() : trouble.field->name;
    if (name != "line" && name != "column" && name != "start" && name != "end") continue;
    check.differences.push_back({trouble.field, trouble.text, {}, trouble.reason});
  }
}

/// The differences of the place's fields, out of `names`.
std::vector<RowDifference> place_differences(const RecordRow& row, const Fact& fact,
                                             std::initializer_list<const char*> names) {
  std::vector<const Field*> place;
  for (const char* name : names) {
    if (row.has(name)) place.push_back(find_field(name));
  }
  return records::differences(row, fact, place);
}

/// What is in `check` are differences of words; the status follows, and the place's are added.
void conclude(const RecordRow& row, const Fact& fact, RowCheck& check) {
  const bool by_span = records::has_span(row);
  const bool in_place = by_span ? row.fact.span == fact.span : !row.has("line") || row.fact.line == fact.line;
  // Beside the right start a wrong line is an error of the table; without one it is the place.
  auto place = in_place ? place_differences(row, fact, {"line", "column"})
                        : place_differences(row, fact, {"line", "start", "end"});
  const bool words = std::any_of(check.differences.begin(), check.differences.end(), [&](const RowDifference& one) {
    const CellTrouble* trouble = row.trouble(*one.field);
    return trouble == nullptr || !trouble->lost;
  });
  const bool changed = words || (in_place && !place.empty());
  check.differences.insert(check.differences.end(), place.begin(), place.end());
  const bool unreadable = !row.troubles.empty() && std::any_of(row.troubles.begin(), row.troubles.end(),
                                                               [](const CellTrouble& one) { return one.lost; });
  add_place_troubles(row, check);
  if (changed) {
    check.status = RowStatus::changed;
  } else if (unreadable && !check.differences.empty()) {
    check.status = RowStatus::unreadable;
  } else {
    check.status = in_place ? RowStatus::ok : RowStatus::moved;
  }
}

/// `fact`: the one that the row means; nullptr if there is none.
RowCheck check_row(const RecordRow& row, const Source& source, const Fact* fact,
                   const std::vector<const Field*>& compared) {
  RowCheck check = opening(row);
  check.file = source.name();
  if (fact != nullptr) {
    check.line = fact->line;
    check.differences = records::differences(row, *fact, compared);
    conclude(row, *fact, check);
  } else if (records::has_mention(row) && records::stands_at_span(row, source)) {
    check.status = RowStatus::changed;
    check.line = source.position(row.fact.span.begin).line;
    add(check, nullptr, row.fact.mention, "", "stands in its place, but no record is read there");
  } else {
    check.status = RowStatus::gone;
    add(check, "mention", row.fact.mention, "", seen_nearby(row, source));
    add_place_troubles(row, check);
  }
  return check;
}

std::vector<const Field*> all_compared() {
  std::vector<const Field*> all;
  for (const Field& field : fields()) {
    if (std::find(std::begin(kNotCompared), std::end(kNotCompared), field.name) == std::end(kNotCompared)) {
      all.push_back(&field);
    }
  }
  return all;
}

}  // namespace

std::string_view name_of(RowStatus status) {
  switch (status) {
    case RowStatus::ok: return "ok";
    case RowStatus::moved: return "moved";
    case RowStatus::changed: return "changed";
    case RowStatus::gone: return "gone";
    case RowStatus::no_source: return "no source";
    case RowStatus::unreadable: return "unreadable";
  }
  return {};
}

Verifier::Verifier(const RecordTable& table, std::vector<const Field*> compared)
    : table_(table), compared_(compared.empty() ? all_compared() : std::move(compared)) {
  if (!table.rows.empty() && std::none_of(table.rows.begin(), table.rows.end(), knows_place)) {
    throw Error(table.name,
                fmt::format("its rows cannot be found in a source without the column mention ({}), or start "
                            "({}) and end ({})",
                            find_field("mention")->name_zh, find_field("start")->name_zh, find_field("end")->name_zh));
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const RecordRow& row = table.rows[i];
    if (is_broken(row) || !knows_place(row)) {
      verdicts_.push_back({.closeness = Closeness::settled, .check = unreadable(row)});
      continue;
    }
    verdicts_.push_back({.closeness = Closeness::none, .check = without_source(row)});
    row.fact.file.empty() ? unnamed_.push_back(i) : rows_of_[row.fact.file].push_back(i);
  }
}

Verifier::Closeness Verifier::closeness(std::string_view file, std::string_view source) {
  if (file == source) return Closeness::same_path;
  const std::string_view wanted = last_step(file);
  const std::string_view name = last_step(source);
  if (wanted.empty()) return Closeness::none;
  if (name == wanted) return Closeness::same_name;
  const bool saved = name.ends_with(kTextEnding) && name.substr(0, name.size() - kTextEnding.size()) == wanted;
  return saved ? Closeness::saved_text : Closeness::none;
}

bool Verifier::offer(const std::string& name) {
  // A second source: the first is no longer the only one.
  if (++offered_ == 1 && one_file()) return true;
  return std::any_of(rows_of_.begin(), rows_of_.end(),
                     [&](const auto& rows) { return closeness(rows.first, name) != Closeness::none; });
}

void Verifier::check(const Source& source, const Analysis& analysis) {
  records::Facts facts(source, analysis.facts);
  const auto is_target = [](const Fact& fact) { return fact.role == Role::target; };
  targets_of_.push_back(
      static_cast<std::size_t>(std::count_if(analysis.facts.begin(), analysis.facts.end(), is_target)));
  const bool only = offered_ <= 1 && one_file();
  const auto check_rows = [&](const std::vector<std::size_t>& rows, Closeness close) {
    for (const std::size_t i : rows) {
      Verdict& verdict = verdicts_[i];
      if (close < verdict.closeness) continue;
      const Fact* fact = facts.find(table_.rows[i]);
      RowCheck check = check_row(table_.rows[i], source, fact, compared_);
      // Of files with the same name the one counts in which the row stands best.
      if (close == verdict.closeness && check.status >= verdict.check.status) continue;
      verdict = {close, std::move(check), targets_of_.size() - 1, std::nullopt};
      if (fact != nullptr && is_target(*fact)) verdict.target = static_cast<std::size_t>(fact - analysis.facts.data());
    }
  };
  for (const auto& [file, rows] : rows_of_) {
    const Closeness close = closeness(file, source.name());
    if (close != Closeness::none || only) check_rows(rows, std::max(close, Closeness::only));
  }
  if (only) check_rows(unnamed_, Closeness::only);
}

/// It was checked against the only source, which then was no longer the only one.
bool Verifier::lost(const Verdict& verdict) const { return verdict.closeness == Closeness::only && offered_ > 1; }

std::size_t Verifier::targets_left_out() const {
  std::map<std::size_t, std::set<std::size_t>> found;  // targets of each source that rows stand in
  bool any = false;
  for (const Verdict& verdict : verdicts_) {
    if (!verdict.source || lost(verdict)) continue;
    std::set<std::size_t>& targets = found[*verdict.source];
    if (verdict.target) targets.insert(*verdict.target);
    any = any || verdict.target;
  }
  std::size_t left_out = 0;
  for (const auto& [source, targets] : found) left_out += targets_of_[source] - targets.size();
  return any ? left_out : 0;
}

std::vector<RowCheck> Verifier::results() const {
  std::vector<RowCheck> all;
  all.reserve(verdicts_.size());
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    all.push_back(lost(verdicts_[i]) ? without_source(table_.rows[i]) : verdicts_[i].check);
  }
  return all;
}

}  // namespace zhibiao
