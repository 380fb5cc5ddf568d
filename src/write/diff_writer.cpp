// Write, comparisons. Input: the facts of two plans and what became of each; output: old and new side by side in a table
// for people, rows or records for programs. Tested by tests/compare/diff_command_test.cpp.
#include "write/diff_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "write/labels.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao::write {
namespace {

constexpr std::array kFormats = {Format::table, Format::csv, Format::tsv, Format::jsonl};

constexpr std::array kColumns = {
#define COLUMN(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/diff.def"
};

constexpr std::array kSideFields = {
#define SIDE(field) std::string_view(#field),
#include "write/diff.def"
};

enum class Word {
#define WORD(name, english, chinese) name,
#include "write/diff.def"
};

std::string_view word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/diff.def"
  };
  return kWords[static_cast<std::size_t>(one)].in(language);
}

template <typename Enum>
std::string_view word(Word first, Enum value, Language language) {
  return word(static_cast<Word>(static_cast<int>(first) + static_cast<int>(value)), language);
}

/// Both sides of a change; nullptr for one that is not there.
struct Sides {
  const Fact* old_fact = nullptr;
  const Fact* new_fact = nullptr;
  const Fact& any() const { return new_fact != nullptr ? *new_fact : *old_fact; }
};

Sides sides_of(const Change& change, const std::vector<Fact>& old_facts, const std::vector<Fact>& new_facts) {
  return {change.old_fact ? &old_facts[*change.old_fact] : nullptr,
          change.new_fact ? &new_facts[*change.new_fact] : nullptr};
}

std::string likeness(const Change& change) {
  return change.old_fact && change.new_fact ? fmt::format("{:.3f}", change.similarity) : std::string();
}

std::string decimal(const std::optional<Decimal>& number) { return number ? number->str() : std::string(); }

/// The cells of kColumns, in machine spelling.
std::vector<std::string> change_cells(const Change& change, const Sides& sides) {
  std::string differs;
  for (const Difference one : change.differs) differs += (differs.empty() ? "" : " ") + std::string(name_of(one));
  const bool pair = change.old_fact && change.new_fact;
  return {std::string(name_of(change.status)),
          sides.any().indicator,
          decimal(change.delta),
          decimal(change.percent),
          std::string(name_of(change.strictness)),
          std::move(differs),
          pair && change.moved ? "yes" : "",
          likeness(change)};
}

std::string record(const Fact* fact) {
  if (fact == nullptr) return "null";
  std::string text = "{";
  for (const Field& field : fields()) {
    text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", json_string(field.name),
                        json_cell(field.type, field.text(*fact)));
  }
  return text + "}";
}

void write_line(std::ostream& out, const Change& change, const Sides& sides) {
  const auto cells = change_cells(change, sides);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    out << (i == 0 ? "{" : ", ") << json_string(kColumns[i].english) << ": ";
    if (kColumns[i].english == "moved") {
      out << (cells[i].empty() ? "false" : "true");
    } else {
      out << json_cell(kColumns[i].type, cells[i]);
    }
  }
  out << ", \"old\": " << record(sides.old_fact) << ", \"new\": " << record(sides.new_fact) << "}\n";
}

/// csv and tsv: the change, then the telling fields of both sides.
class ChangeRows {
 public:
  ChangeRows(std::ostream& out, const WriteOptions& options) : guard_(options.csv.guard) {
    std::vector<Column> columns;
    for (const Bilingual& name : kColumns) columns.push_back({std::string(name.in(options.header)), name.type});
    for (const Word side : {Word::old_side, Word::new_side}) {
      for (const std::string_view name : kSideFields) {
        const Field& field = *find_field(name);
        const bool chinese = options.header == Language::zh;
        columns.push_back({fmt::format("{}{}{}", word(side, options.header), chinese ? "" : "_",
                                       chinese ? field.name_zh : field.name),
                           field.type});
      }
    }
    rows_ = row_writer(out, options.format, std::move(columns), options.csv);
  }

  void row(const Change& change, const Sides& sides) {
    auto cells = change_cells(change, sides);
    if (guard_) cells[1] = guarded(cells[1]);
    for (const Fact* fact : {sides.old_fact, sides.new_fact}) {
      for (const std::string_view name : kSideFields) {
        const Field& field = *find_field(name);
        std::string text = fact == nullptr ? std::string() : field.text(*fact);
        cells.push_back(guard_ && fact != nullptr ? excel_spelling(field, text) : std::move(text));
      }
    }
    rows_->row(cells);
  }

  void finish() { rows_->finish(); }

 private:
  bool guard_;
  std::unique_ptr<RowWriter> rows_;
};

std::vector<TableColumn> table_columns(Language language) {
  const auto named = [&](std::size_t column) { return std::string(kColumns[column].in(language)); };
  const auto called = [&](Word one) { return std::string(word(one, language)); };
  return {{.title = named(0)},
          {.title = named(1), .floor = 20},
          {.title = called(Word::old_side), .floor = 14},
          {.title = called(Word::new_side), .floor = 14},
          {.title = named(2), .right = true},
          {.title = "%", .right = true, .drop = 2},
          {.title = named(4)},
          {.title = called(Word::note), .floor = 10, .drop = 1},
          {.title = called(Word::line), .right = true}};
}

/// A value with its date; for a milestone the date alone.
std::string shown(const Fact* fact, bool dated) {
  if (fact == nullptr) return {};
  std::string text = value_text(*fact);
  if (text.empty() || dated) text += (text.empty() ? "" : " ") + fact->deadline;
  return text;
}

std::string shown_name(const Sides& sides, Language language) {
  const auto name = [](const Fact& fact) {
    return fact.scope.empty() ? fact.indicator : fact.indicator + " (" + fact.scope + ")";
  };
  if (sides.old_fact == nullptr || sides.new_fact == nullptr || name(*sides.old_fact) == name(*sides.new_fact)) {
    return name(sides.any());
  }
  return fmt::format(fmt::runtime(word(Word::was, language)), name(*sides.new_fact), name(*sides.old_fact));
}

std::string shown_delta(const Change& change, const Sides& sides, Language language) {
  if (!change.delta || *change.delta == Decimal()) return {};
  const bool points = sides.new_fact->unit == "%";
  std::string text = change.delta->str().starts_with('-') ? "" : "+";
  text += points ? change.delta->str() : short_number(*change.delta);
  return text + (points ? std::string(word(Word::points, language)) : sides.new_fact->unit);
}

std::vector<std::string> table_cells(const Change& change, const Sides& sides, Language language) {
  std::string note;
  const auto add = [&](std::string_view text) { note += (note.empty() ? "" : ", ") + std::string(text); };
  for (const Difference one : change.differs) add(word(Word::definition, one, language));
  if (change.moved) add(word(Word::moved, language));
  const bool dated =
      std::find(change.differs.begin(), change.differs.end(), Difference::deadline) != change.differs.end();
  std::string line = sides.old_fact == nullptr ? "" : std::to_string(sides.old_fact->line);
  if (sides.new_fact != nullptr) line += (line.empty() ? "" : "→") + std::to_string(sides.new_fact->line);
  return {std::string(word(Word::raised, change.status, language)),
          shown_name(sides, language),
          shown(sides.old_fact, dated),
          shown(sides.new_fact, dated),
          shown_delta(change, sides, language),
          change.percent == Decimal() ? std::string() : decimal(change.percent),
          std::string(word(Word::equal, change.strictness, language)),
          note,
          line};
}

void write_table(std::ostream& out, const std::vector<Fact>& old_facts, const std::vector<Fact>& new_facts,
                 const Comparison& comparison, const WriteOptions& options, bool all) {
  Table table(table_columns(options.language));
  std::array<std::size_t, 6> counts{};
  std::string section;
  for (const Change& change : comparison.changes) {
    ++counts[static_cast<std::size_t>(change.status)];
    if (change.status == ChangeStatus::same && !all) continue;
    const Sides sides = sides_of(change, old_facts, new_facts);
    const std::string title = sides.new_fact == nullptr ? std::string(word(Word::dropped_section, options.language))
                                                        : sides.new_fact->heading;
    if (!title.empty() && title != section) table.section(title);
    section = title;
    table.row(table_cells(change, sides, options.language));
  }
  table.print(out, options.width, options.wrap);
  out << fmt::format(fmt::runtime(word(Word::counts, options.language)), counts[0], counts[1], counts[2], counts[3],
                     counts[4], counts[5])
      << '\n';
}

}  // namespace

std::span<const Format> diff_formats() { return kFormats; }

void write_diff(std::ostream& out, const std::vector<Fact>& old_facts, const std::vector<Fact>& new_facts,
                const Comparison& comparison, const WriteOptions& options, bool all) {
  if (options.format == Format::table) return write_table(out, old_facts, new_facts, comparison, options, all);
  if (options.format == Format::jsonl) {
    for (const Change& change : comparison.changes) write_line(out, change, sides_of(change, old_facts, new_facts));
    return;
  }
  ChangeRows rows(out, options);
  for (const Change& change : comparison.changes) rows.row(change, sides_of(change, old_facts, new_facts));
  rows.finish();
}

}  // namespace zhibiao::write
