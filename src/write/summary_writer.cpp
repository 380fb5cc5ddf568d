// Write, summaries. Input: one analysis after the other; output: what is in each plan, for people and as JSON.
// Tested by tests/write/summary_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <ostream>
#include <sstream>
#include <utility>

#include "text/width.hpp"
#include "write/labels.hpp"
#include "write/rows.hpp"
#include "write/summary.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao {
namespace {

using write::json_string;
using write::json_text;
using write::label;
using write::Label;
using write::Look;
using write::Summary;
using write::Table;

using Lines = std::vector<std::pair<std::string, std::string>>;

/// `27 (rate 8, count 11, level 8)`; empty where there are none.
std::string kinds_text(const write::Counts<Kind>& counts, Language language) {
  if (counts.sum() == 0) return {};
  std::string text;
  for (const Kind kind : write::values_of<Kind>()) {
    if (counts[kind] == 0) continue;
    if (!text.empty()) text += label(Label::comma, language);
    text += fmt::format(fmt::runtime(label(Label::by_kind, language)), label(kind, language), counts[kind]);
  }
  return fmt::format(fmt::runtime(label(Label::levels, language)), counts.sum(), text);
}

std::string levels_text(const std::vector<std::size_t>& levels, Language language) {
  if (levels.empty()) return write::text(Label::none, language);
  std::size_t total = 0;
  std::string text;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    total += levels[i];
    if (i > 0) text += label(Label::comma, language);
    text += fmt::format(fmt::runtime(label(Label::one_level, language)), i + 1, levels[i]);
  }
  return fmt::format(fmt::runtime(label(Label::levels, language)), total, text);
}

/// What the document says of itself, its title aside, and how much was found, label by label.
Lines overview(const DocumentData& document, const Summary& summary, Language language) {
  Lines lines;
  const auto add = [&](Label name, const std::string& text) {
    if (!text.empty()) lines.emplace_back(label(name, language), text);
  };
  add(Label::issuer, document.issuer);
  add(Label::doc_number, document.doc_number);
  add(Label::index_number, document.index_number);
  add(Label::issued, document.issued);
  add(Label::published, document.published);
  add(Label::plan_year, document.plan_year ? std::to_string(*document.plan_year) : "");
  add(Label::addressees, fmt::format("{}", fmt::join(document.addressees, "; ")));
  add(Label::items, levels_text(summary.levels, language));
  const std::string targets = kinds_text(summary.kinds, language);
  add(Label::targets, targets.empty() ? write::text(Label::none, language) : targets);
  add(Label::results, kinds_text(summary.result_kinds, language));
  return lines;
}

std::string section_name(const write::SectionCount& section, Language language) {
  if (section.item == nullptr) return write::text(Label::no_section, language);
  return section.item->marker + (section.item->marker.ends_with('.') ? " " : "") + section.item->heading;
}

/// Sections with the number of their targets, drawn to scale: where a plan commits itself shows at a glance.
Table sections_table(const Summary& summary, Language language) {
  constexpr std::size_t kLongest = 24;  // columns
  std::size_t most = 1;
  for (const write::SectionCount& section : summary.sections) most = std::max(most, section.targets);
  Table table({{.title = write::text(Label::targets_by_section, language), .floor = 16},
               {.title = "", .right = true, .hide_empty = false},
               {.title = "", .drop = 1}});
  for (const write::SectionCount& section : summary.sections) {
    const std::size_t length = (section.targets * std::min(kLongest, most) + most - 1) / most;
    std::string bar;
    for (std::size_t i = 0; i < length; ++i) bar += "▇";
    table.row({section_name(section, language), section.targets == 0 ? "–" : std::to_string(section.targets), bar},
              {{.column = 2, .look = Look::cyan}});
  }
  return table;
}

/// Facts with their values first, or, where they are about time, with their dates.
Table facts_table(Label title, const std::vector<const Fact*>& facts, bool dated, Language language) {
  Table table({{.title = write::text(title, language)},
               {.title = "", .floor = 16},
               {.title = "", .floor = 10, .drop = 1},
               {.title = ""},
               {.title = write::text(Label::item, language), .floor = 6, .drop = 2},
               {.title = write::text(Label::line, language), .right = true}});
  for (const Fact* fact : facts) {
    const std::string value = write::value_text(*fact);
    table.row({dated ? fact->deadline : value, fact->indicator, fact->scope, dated ? value : fact->deadline, fact->item,
               std::to_string(fact->line)},
              {{.column = 0, .look = Look::bold}, {.column = 2, .look = Look::dim}, {.column = 5, .look = Look::dim}});
  }
  return table;
}

/// The largest of some kinds: they are sorted by kind, then by size.
std::vector<const Fact*> of_kinds(const std::vector<const Fact*>& facts, std::initializer_list<Kind> kinds) {
  std::vector<const Fact*> chosen;
  for (const Fact* fact : facts) {
    if (std::find(kinds.begin(), kinds.end(), fact->kind) != kinds.end()) chosen.push_back(fact);
  }
  return chosen;
}

class SummaryText : public Writer {
 public:
  SummaryText(std::ostream& out, const WriteOptions& options) : out_(out), options_(options) {}

  void write(const std::string& file, const Analysis& analysis) override {
    const Summary summary = write::summarise(analysis);
    const Language language = options_.language;
    if (!first_) out_ << '\n';
    first_ = false;
    const std::string& title = analysis.document.title;
    heading(title.empty() ? file : title);
    Table head({{.title = "", .hide_empty = false}, {.title = "", .floor = 16}});
    const std::vector<write::Styled> looks = {{.column = 0, .look = Look::dim}};
    if (!title.empty()) head.row({write::text(Label::file, language), file}, looks);
    for (const auto& [label, text] : overview(analysis.document, summary, language)) head.row({label, text}, looks);
    indented(head, true, false);
    if (!summary.sections.empty()) indented(sections_table(summary, language), false, true);
    facts(Label::due_first, summary.deadlines, true);
    facts(Label::rates, summary.rates, false);
    facts(Label::money_targets, of_kinds(summary.largest, {Kind::money}), false);
    facts(Label::amounts, of_kinds(summary.largest, {Kind::count, Kind::measure}), false);
  }

  void finish() override {}

 private:
  void heading(const std::string& text) {
    std::string safe = printable(text);
    if (options_.width > 0) safe = text::truncate_to_width(safe, options_.width);
    out_ << (options_.colour ? write::painted(safe, Look::bold) : safe) << '\n';
  }

  void facts(Label title, const std::vector<const Fact*>& facts, bool dated) {
    if (!facts.empty()) indented(facts_table(title, facts, dated, options_.language), false, true);
  }

  /// Two blanks before each line; `headless` tables lose the line of their titles.
  void indented(const Table& table, bool headless, bool gap) {
    std::ostringstream text;
    text.exceptions(std::ios::badbit);  // no memory: said, not lost
    table.print(text, options_.width > 2 ? options_.width - 2 : 0, options_.wrap || headless, options_.colour);
    std::istringstream lines(text.str());
    lines.exceptions(std::ios::badbit);
    std::string line;
    if (headless) std::getline(lines, line);
    if (gap) out_ << '\n';
    while (std::getline(lines, line)) out_ << "  " << line << '\n';
  }

  std::ostream& out_;
  WriteOptions options_;
  bool first_ = true;
};

class SummaryMarkdown : public Writer {
 public:
  SummaryMarkdown(std::ostream& out, Language language) : out_(out), language_(language) {}

  void write(const std::string& file, const Analysis& analysis) override {
    using write::markdown_text;
    const Summary summary = write::summarise(analysis);
    if (!first_) out_ << '\n';
    first_ = false;
    const std::string& title = analysis.document.title;
    out_ << "## " << markdown_text(title.empty() ? file : title) << "\n\n";
    if (!title.empty()) out_ << "- " << named(Label::file) << ": " << markdown_text(file) << '\n';
    for (const auto& [label, text] : overview(analysis.document, summary, language_)) {
      out_ << "- " << label << ": " << markdown_text(text) << '\n';
    }
    if (!summary.sections.empty()) {
      out_ << '\n';
      const auto rows =
          write::row_writer(out_, Format::md, {{named(Label::section)}, {named(Label::targets), FieldType::integer}});
      for (const write::SectionCount& section : summary.sections) {
        rows->row({section.item == nullptr ? "" : section.item->marker + section.item->heading,
                   std::to_string(section.targets)});
      }
    }
    facts(Label::due_first, summary.deadlines);
    facts(Label::rates, summary.rates);
    facts(Label::largest, summary.largest);
  }

  void finish() override {}

 private:
  std::string named(Label one) const { return write::text(one, language_); }

  void facts(Label title, const std::vector<const Fact*>& facts) {
    if (facts.empty()) return;
    out_ << '\n';
    const auto rows = write::row_writer(out_, Format::md,
                                        {{named(title)},
                                         {named(Label::value)},
                                         {named(Label::deadline)},
                                         {named(Label::item)},
                                         {named(Label::line), FieldType::integer}});
    for (const Fact* fact : facts) {
      rows->row({fact->indicator, write::value_text(*fact), fact->deadline, fact->item, std::to_string(fact->line)});
    }
  }

  std::ostream& out_;
  Language language_;
  bool first_ = true;
};

class SummaryJson : public Writer {
 public:
  explicit SummaryJson(std::ostream& out) : out_(out) { out_ << '['; }

  void write(const std::string& file, const Analysis& analysis) override {
    const Summary summary = write::summarise(analysis);
    const DocumentData& document = analysis.document;
    std::vector<std::string> addressees;
    for (const std::string& one : document.addressees) addressees.push_back(json_string(one));
    std::vector<std::string> sections;
    for (const write::SectionCount& section : summary.sections) {
      const Item none;
      const Item& item = section.item == nullptr ? none : *section.item;
      sections.push_back(fmt::format(R"({{"path":{},"marker":{},"heading":{},"line":{},"targets":{}}})",
                                     json_text(item.path), json_text(item.marker), json_text(item.heading),
                                     section.item == nullptr ? "null" : std::to_string(item.line), section.targets));
    }
    out_ << (first_ ? "\n" : ",\n");
    first_ = false;
    out_
        << fmt::format(
               R"({{"file":{},"title":{},"issuer":{},"doc_number":{},"index_number":{},"issued":{},"published":{},"plan_year":{},)",
               json_string(file), json_text(document.title), json_text(document.issuer), json_text(document.doc_number),
               json_text(document.index_number), json_text(document.issued), json_text(document.published),
               document.plan_year ? std::to_string(*document.plan_year) : "null")
        << fmt::format(R"("addressees":[{}],"items":{},"levels":[{}],"roles":{},"kinds":{},"sections":[{}],)",
                       fmt::join(addressees, ","), analysis.items.size(), fmt::join(summary.levels, ","),
                       counts(summary.roles), counts(summary.kinds), fmt::join(sections, ","))
        << fmt::format(R"("deadlines":[{}],"largest":[{}],"rates":[{}]}})", facts(summary.deadlines),
                       facts(summary.largest), facts(summary.rates));
  }

  void finish() override { out_ << (first_ ? "]\n" : "\n]\n"); }

 private:
  /// All names, zeros too: the same keys in every object.
  template <typename Enum>
  static std::string counts(const write::Counts<Enum>& counts) {
    std::string json;
    for (const Enum one : write::values_of<Enum>()) {
      json += fmt::format(R"({}"{}":{})", json.empty() ? "{" : ",", name_of(one), counts[one]);
    }
    return json + "}";
  }

  /// The fields that name a target, as in `targets --format json`.
  static std::string facts(const std::vector<const Fact*>& facts) {
    std::string json;
    for (const Fact* fact : facts) {
      json += json.empty() ? "{" : ",{";
      bool first = true;
      for (const char* name : {"item", "kind", "indicator", "comparator", "value", "value_max", "unit", "per",
                               "deadline", "mention", "line"}) {
        const Field* field = find_field(name);
        json += fmt::format(R"({}"{}":{})", first ? "" : ",", name, write::json_cell(field->type, field->text(*fact)));
        first = false;
      }
      json += "}";
    }
    return json;
  }

  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> summary_writer(std::ostream& out, const WriteOptions& options) {
  switch (options.format) {
    case Format::json: return std::make_unique<SummaryJson>(out);
    case Format::md: return std::make_unique<SummaryMarkdown>(out, options.language);
    default: return std::make_unique<SummaryText>(out, options);
  }
}

std::span<const Format> summary_formats() {
  static constexpr Format kFormats[] = {Format::text, Format::json, Format::md};
  return kFormats;
}

}  // namespace zhibiao
