// Write, faults. Input: the faults of one document after the other; output: a table or lines for people with a count below,
// rows for programs as they come. Tested by tests/check/check_command_test.cpp and tests/golden/check-*.
#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <ostream>
#include <string>
#include <utility>

#include "write/counts.hpp"
#include "write/format.hpp"
#include "write/labels.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao {
namespace {

using write::Bilingual;
using write::Look;
using write::TableColumn;

constexpr std::array kColumns = {
#define COLUMN(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/faults.def"
};

enum class Name {
#define COLUMN(name, chinese, type) name,
#include "write/faults.def"
};

enum class Word {
#define WORD(name, english, chinese) name,
#include "write/faults.def"
};

std::string_view word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/faults.def"
  };
  return kWords[static_cast<std::size_t>(one)].in(language);
}

std::string_view severity_name(Severity severity, std::size_t count, Language language) {
  static constexpr std::array kPlurals = {
#define SEVERITY(severity, plural, chinese) Bilingual{plural, chinese},
#include "write/faults.def"
  };
  if (language == Language::en && count == 1) return name_of(severity);
  return kPlurals[static_cast<std::size_t>(severity)].in(language);
}

std::string column_name(Name one, Language language) {
  return std::string(kColumns[static_cast<std::size_t>(one)].in(language));
}

/// One row for each fault; the reason in the language of the header.
class FaultRows : public Writer {
 public:
  FaultRows(std::ostream& out, const WriteOptions& options) {
    guard_ = write::is_separated(options.format) && options.csv.guard;
    language_ = write::header_language(options);
    std::vector<write::Column> columns;
    for (const Bilingual& one : kColumns) columns.push_back({std::string(one.in(language_)), one.type});
    rows_ = write::row_writer(out, options.format, std::move(columns), options.csv);
  }

  void write(const std::string& file, const Analysis& analysis) override {
    for (const Fault& fault : analysis.faults) {
      const FaultInfo& info = info_of(fault.kind);
      const std::string severity(language_ == Language::zh ? severity_name(fault.severity, 1, language_)
                                                           : name_of(fault.severity));
      rows_->row({cell(file), std::to_string(fault.line), std::to_string(fault.column), severity, std::string(info.id),
                  cell(fault.item), cell(fault.text), cell(reason_of(fault, language_)),
                  std::to_string(fault.span.begin), std::to_string(fault.span.end), cell(fault.place), fault.rule});
    }
  }

  void finish() override { rows_->finish(); }

 private:
  std::string cell(const std::string& text) const { return guard_ ? write::guarded(text) : text; }

  Language language_ = Language::en;
  bool guard_ = false;
  std::unique_ptr<write::RowWriter> rows_;
};

/// Documents and faults, counted for the last line.
class FaultCounts {
 public:
  void add(const Analysis& analysis) {
    ++documents_;
    faulty_ += analysis.faults.empty() ? 0 : 1;
    for (const Fault& fault : analysis.faults) ++count_[fault.severity];
  }

  std::string line(Language language) const {
    std::string list;
    for (const Severity severity : write::values_of<Severity>()) {
      if (count_[severity] == 0) continue;
      if (!list.empty()) list += word(Word::comma, language);
      list += fmt::format(fmt::runtime(word(Word::counted, language)),
                          severity_name(severity, count_[severity], language), count_[severity]);
    }
    const Word what = list.empty() ? (documents_ == 1 ? Word::none_one : Word::none)
                                   : (documents_ == 1 ? Word::found_one : Word::found);
    if (list.empty()) return fmt::format(fmt::runtime(word(what, language)), documents_);
    return fmt::format(fmt::runtime(word(what, language)), list, faulty_, documents_);
  }

  bool any() const { return faulty_ > 0; }

 private:
  std::size_t documents_ = 0;
  std::size_t faulty_ = 0;
  write::Counts<Severity> count_;
};

Look look_of(Severity severity) {
  static constexpr std::array kLooks = {Look::red, Look::yellow, Look::cyan};
  return kLooks[static_cast<std::size_t>(severity)];
}

/// A heading for each document with faults, a row for each fault. Reasons are never cut.
class FaultTable : public Writer {
 public:
  FaultTable(std::ostream& out, const WriteOptions& options)
      : out_(out), options_(options), table_(columns(options.language)) {}

  void write(const std::string& file, const Analysis& analysis) override {
    counts_.add(analysis);
    if (analysis.faults.empty()) return;
    table_.section(write::document_line(file, analysis.document));
    for (const Fault& fault : analysis.faults) {
      table_.row({std::to_string(fault.line), std::string(severity_name(fault.severity, 1, options_.language)),
                  reason_of(fault, options_.language), fault.text, fault.item},
                 {{.column = 1, .look = look_of(fault.severity)}});
    }
  }

  void finish() override {
    if (counts_.any()) {
      table_.print(out_, options_.width, true, options_.colour);
      out_ << '\n';
    }
    out_ << counts_.line(options_.language);
  }

 private:
  static std::vector<TableColumn> columns(Language language) {
    return {{.title = column_name(Name::line, language), .right = true},
            {.title = column_name(Name::severity, language)},
            {.title = column_name(Name::reason, language), .floor = 30},
            {.title = column_name(Name::text, language), .floor = 16, .drop = 1},
            {.title = column_name(Name::item, language), .floor = 8, .drop = 2}};
  }

  std::ostream& out_;
  WriteOptions options_;
  write::Table table_;
  FaultCounts counts_;
};

/// `plan.txt:31:6: warning: … [numbering.jump]`, as compilers say it: editors jump to such places.
class FaultLines : public Writer {
 public:
  FaultLines(std::ostream& out, const WriteOptions& options)
      : out_(out), language_(options.language), colour_(options.colour) {}

  void write(const std::string& file, const Analysis& analysis) override {
    counts_.add(analysis);
    for (const Fault& fault : analysis.faults) {
      std::string severity(severity_name(fault.severity, 1, language_));
      if (colour_) severity = write::painted(severity, look_of(fault.severity));
      out_ << printable(file) << ':' << fault.line << ':' << fault.column << ": " << severity << ": "
           << printable(reason_of(fault, language_)) << " [" << info_of(fault.kind).id << "]\n";
    }
  }

  void finish() override { out_ << counts_.line(language_); }

 private:
  std::ostream& out_;
  Language language_;
  bool colour_;
  FaultCounts counts_;
};

}  // namespace

std::string reason_of(const Fault& fault, Language language) {
  const FaultInfo& info = info_of(fault.kind);
  fmt::dynamic_format_arg_store<fmt::format_context> details;
  for (const std::string& detail : fault.details) details.push_back(std::cref(detail));
  return fmt::vformat(language == Language::zh ? info.reason_zh : info.reason, details);
}

std::unique_ptr<Writer> faults_writer(std::ostream& out, const WriteOptions& options) {
  switch (options.format) {
    case Format::table: return std::make_unique<FaultTable>(out, options);
    case Format::text: return std::make_unique<FaultLines>(out, options);
    default: return std::make_unique<FaultRows>(out, options);
  }
}

std::span<const Format> faults_formats() {
  static constexpr Format kFormats[] = {Format::table, Format::text, Format::csv, Format::tsv,
                                        Format::jsonl, Format::json, Format::md};
  return kFormats;
}

}  // namespace zhibiao
