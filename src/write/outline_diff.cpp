// Write, outlines side by side. Input: the items of two plans and what became of each; output: the new outline as a tree
// with marks, a table, or rows for programs. Tested by tests/compare/outline_diff_command_test.cpp.
#include "write/outline_diff.hpp"
#include "write/counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <utility>

#include "text/width.hpp"
#include "write/outline_diff_parts.hpp"
#include "write/rows.hpp"
#include "write/table.hpp"

namespace zhibiao::write {
namespace {

using outline_diff::Sides;
using outline_diff::sides_of;
using outline_diff::Word;
using outline_diff::word;

constexpr std::array kFormats = {Format::tree,  Format::table, Format::csv, Format::tsv,
                                 Format::jsonl, Format::json,  Format::md};

template <typename... Values>
std::string filled(Word one, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(word(one, language)), values...);
}

bool differs(const OutlineChange& change) { return change.status != OutlineStatus::same || change.moved; }

/// Which changes people are shown: what differs, and the items above it.
std::vector<bool> shown_changes(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes,
                                bool all) {
  std::vector<bool> shown(changes.size(), all);
  std::size_t wanted = 0;  // items of a lower level than this stand above one that is shown
  for (std::size_t i = changes.size(); i-- > 0;) {
    const std::size_t level = sides_of(changes[i], before, after).any().level;
    if (!differs(changes[i]) && level >= wanted) continue;
    shown[i] = true;
    wanted = differs(changes[i]) ? std::max(level, wanted) : level;
  }
  return shown;
}

std::string titled(const Item& item) { return item.marker + (item.marker.ends_with('.') ? " " : "") + item.heading; }

/// `old.txt → new.txt`.
std::string pair_line(const Plan& before, const Plan& after, Language language) {
  const auto name = [&](const Plan& plan) {
    return plan.file.empty() ? std::string(word(Word::no_plan, language)) : plan.file;
  };
  return name(before) + " → " + name(after);
}

Look look_of(const OutlineChange& change) {
  static constexpr std::array kLooks = {Look::dim, Look::yellow, Look::green, Look::red};
  const bool only_moved = change.moved && change.status == OutlineStatus::same;
  return only_moved ? Look::cyan : kLooks[static_cast<std::size_t>(change.status)];
}

/// `renamed, moved`.
std::string status_text(const OutlineChange& change, Language language) {
  const Word status = static_cast<Word>(static_cast<int>(Word::same) + static_cast<int>(change.status));
  if (!change.moved) return std::string(word(status, language));
  std::string text(change.status == OutlineStatus::same ? "" : word(status, language));
  if (!text.empty()) text += word(Word::comma, language);
  return text + std::string(word(Word::moved, language));
}

std::string counts_line(const std::vector<OutlineChange>& changes, Language language) {
  Counts<OutlineStatus> counts;
  std::size_t moved = 0;
  for (const OutlineChange& change : changes) {
    // An item that only moved is counted as that.
    if (change.moved) ++moved;
    if (differs(change) && change.status == OutlineStatus::same) continue;
    ++counts[change.status];
  }
  return filled(Word::counts, language, counts[OutlineStatus::added], counts[OutlineStatus::dropped],
                counts[OutlineStatus::renamed], moved, counts[OutlineStatus::same]);
}

class Tree : public OutlineDiffWriter {
 public:
  Tree(std::ostream& out, const WriteOptions& options, const OutlineLooks& looks)
      : out_(out), options_(options), looks_(looks) {}

  void write(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes) override {
    if (!first_) out_ << '\n';
    first_ = false;
    line(pair_line(before, after, options_.language));
    std::size_t digits = 1;
    for (const OutlineChange& change : changes) {
      digits = std::max(digits, std::to_string(sides_of(change, before, after).any().line).size());
    }
    const auto shown = shown_changes(before, after, changes, looks_.all);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (shown[i]) item(changes[i], sides_of(changes[i], before, after), digits);
    }
    line(counts_line(changes, options_.language));
  }

 private:
  void item(const OutlineChange& change, const Sides& sides, std::size_t digits) {
    static constexpr std::array<char, 4> kMarks = {' ', '~', '+', '-'};
    std::string text(1, kMarks[static_cast<std::size_t>(change.status)]);
    text += change.moved ? "> " : "  ";
    // Deeper than this is a fault of the document, not a place on a screen.
    const std::size_t indent = 2 * std::min<std::size_t>(sides.any().level, 16);
    text += fmt::format("{:>{}}{}{}", sides.any().line, digits, std::string(indent, ' '), titled(sides.any()));
    line(text + note(change, sides), &change);
  }

  /// What the item was called, and where it stood.
  std::string note(const OutlineChange& change, const Sides& sides) const {
    const Language language = options_.language;
    if (change.status == OutlineStatus::renamed && change.moved) {
      return filled(Word::was_both, language, sides.before->heading, sides.before->path);
    }
    if (change.status == OutlineStatus::renamed) return filled(Word::was, language, sides.before->heading);
    return change.moved ? filled(Word::was_at, language, sides.before->path) : std::string();
  }

  void line(const std::string& text, const OutlineChange* change = nullptr) {
    std::string safe = printable(text);
    if (options_.width != 0) safe = text::truncate_to_width(safe, options_.width);
    const bool paint = looks_.colour && change != nullptr && differs(*change);
    out_ << (paint ? painted(safe, look_of(*change)) : safe) << '\n';
  }

  std::ostream& out_;
  WriteOptions options_;
  OutlineLooks looks_;
  bool first_ = true;
};

/// Cells of table and md: change, old, new, lines.
std::vector<std::string> row_cells(const OutlineChange& change, const Sides& sides, Language language) {
  std::string line = sides.before == nullptr ? "" : std::to_string(sides.before->line);
  if (sides.after != nullptr) line += (line.empty() ? "" : "→") + std::to_string(sides.after->line);
  return {status_text(change, language), sides.before == nullptr ? std::string() : titled(*sides.before),
          sides.after == nullptr ? std::string() : titled(*sides.after), line};
}

class TableRows : public OutlineDiffWriter {
 public:
  TableRows(std::ostream& out, const WriteOptions& options, const OutlineLooks& looks)
      : out_(out),
        options_(options),
        looks_(looks),
        table_({{.title = title(Word::change)},
                {.title = title(Word::old_side), .floor = 16},
                {.title = title(Word::new_side), .floor = 16},
                {.title = title(Word::line), .right = true}}) {}

  void write(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes) override {
    table_.section(pair_line(before, after, options_.language));
    const auto shown = shown_changes(before, after, changes, looks_.all);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (!shown[i]) continue;
      const Sides sides = sides_of(changes[i], before, after);
      table_.row(row_cells(changes[i], sides, options_.language), {{.column = 0, .look = look_of(changes[i])}});
    }
    counts_ += counts_line(changes, options_.language) + "\n";
  }

  void finish() override {
    table_.print(out_, options_.width, options_.wrap, looks_.colour);
    out_ << counts_;
  }

 private:
  std::string title(Word one) const { return std::string(word(one, options_.language)); }

  std::ostream& out_;
  WriteOptions options_;
  OutlineLooks looks_;
  Table table_;
  std::string counts_;
};

class MarkdownRows : public OutlineDiffWriter {
 public:
  MarkdownRows(std::ostream& out, const WriteOptions& options, const OutlineLooks& looks)
      : out_(out), options_(options), looks_(looks) {}

  void write(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes) override {
    if (!first_) out_ << '\n';
    first_ = false;
    out_ << "## " << markdown_text(pair_line(before, after, options_.language)) << "\n\n";
    std::vector<Column> columns;
    for (const Word one : {Word::change, Word::old_side, Word::new_side, Word::line}) {
      columns.push_back({std::string(word(one, options_.language)), FieldType::text});
    }
    const auto rows = row_writer(out_, Format::md, columns);
    const auto shown = shown_changes(before, after, changes, looks_.all);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (shown[i]) rows->row(row_cells(changes[i], sides_of(changes[i], before, after), options_.language));
    }
    rows->finish();
    out_ << '\n' << counts_line(changes, options_.language) << '\n';
  }

 private:
  std::ostream& out_;
  WriteOptions options_;
  OutlineLooks looks_;
  bool first_ = true;
};

}  // namespace

std::span<const Format> outline_diff_formats() { return kFormats; }

std::unique_ptr<OutlineDiffWriter> outline_diff_writer(std::ostream& out, const WriteOptions& options,
                                                       const OutlineLooks& looks) {
  switch (options.format) {
    case Format::tree: return std::make_unique<Tree>(out, options, looks);
    case Format::table: return std::make_unique<TableRows>(out, options, looks);
    case Format::md: return std::make_unique<MarkdownRows>(out, options, looks);
    default: return outline_diff::rows_writer(out, options);
  }
}

}  // namespace zhibiao::write
