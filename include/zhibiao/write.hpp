// The last stage: what was found, in the forms people and programs read.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/fields.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao {

/// Forms for people: table, tree, text, md. Forms for programs: csv (RFC 4180 with LF), tsv (`\t` `\n` `\\`
/// escaped), jsonl (one object a line), json (one array). Files of other programs: xlsx, sqlite.
enum class Format { table, tree, text, csv, tsv, jsonl, json, md, xlsx, sqlite };

std::string_view name_of(Format format);
/// The format of that name; empty if there is none.
std::optional<Format> find_format(std::string_view name);
/// The format that a file's name asks for by its ending (`.csv`, `.xlsx`, `.db` …); empty if it asks for none.
std::optional<Format> format_of_file(std::string_view path);
/// The format is a file of another program: no text, nothing for a terminal or a stream.
bool is_binary(Format format);

/// Rows stand for themselves (csv, tsv, jsonl): what several writers wrote, put together, is what one would have written,
/// if only the first has a head (CsvStyle).
bool rows_stand_alone(Format format);

/// The language of what people read: column titles, labels, words around the data.
enum class Language { en, zh };

/// How rows of csv and tsv are written down.
struct CsvStyle {
  bool bom = false;      ///< begin with U+FEFF, by which Excel knows UTF-8
  bool crlf = false;     ///< end lines with CR LF, as RFC 4180 has it
  bool guard = false;    ///< no text cell may become a formula, no cell of ours a date or a time (docs/fields.md)
  bool gb18030 = false;  ///< encode in GB18030 instead of UTF-8
  bool head = true;      ///< begin with the columns' names and the byte order mark: off for rows that are added
};

struct WriteOptions {
  Format format = Format::csv;
  std::vector<const Field*> columns = {};  ///< of targets, in this order; empty: all, or for people the telling ones
  std::size_t width = 0;                   ///< columns of the terminal a form for people has to fit; 0: no limit
  bool wrap = false;                       ///< in tables, continue long cells below instead of cutting them with `…`
  Language header = Language::en;          ///< of the columns' names in csv, tsv, xlsx and md
  Language language = Language::en;        ///< of forms for people
  bool colour = false;                     ///< paint forms for people, for a terminal that takes escape sequences
  std::size_t depth = 0;                   ///< of outlines: levels shown, deeper items are only counted; 0: all
  CsvStyle csv = {};
};

/// Takes one document after the other and writes to a stream. It never asks where the analysis came from. Forms for
/// people never pass control characters of a document on to the terminal. Whether the stream took everything
/// is for its owner to check.
class Writer {
 public:
  virtual ~Writer() = default;
  /// `file` is the source's name.
  virtual void write(const std::string& file, const Analysis& analysis) = 0;
  /// Writes what has to wait for the end. Call once, after the last document.
  virtual void finish() = 0;
  /// After finish(): what the reader should know of the output (cells cut, cells that Excel may take for dates), one
  /// line each.
  virtual std::vector<std::string> warnings() const { return {}; }
};

/// The facts, one row each: table, csv, tsv, jsonl, json, md.
std::unique_ptr<Writer> targets_writer(std::ostream& out, const WriteOptions& options);
std::span<const Format> targets_formats();

/// The numbered items, one row each (file, line, level, marker, path, heading) or as a tree:
/// tree, table, csv, tsv, jsonl, json, md.
std::unique_ptr<Writer> outline_writer(std::ostream& out, const WriteOptions& options);
std::span<const Format> outline_formats();

/// What is in each document: text, json (an array with one object a document), md.
std::unique_ptr<Writer> summary_writer(std::ostream& out, const WriteOptions& options);
std::span<const Format> summary_formats();

/// The faults of each document, one row each: table, text (a line each, as compilers print them), csv, tsv, jsonl, json, md.
std::unique_ptr<Writer> faults_writer(std::ostream& out, const WriteOptions& options);
std::span<const Format> faults_formats();

/// What is wrong with it, in one sentence.
std::string reason_of(const Fault& fault, Language language);

/// One workbook (Office Open XML) with the sheets targets, outline, documents and a data dictionary. Written to the file
/// `path`, which is complete after finish(). The same input gives the same bytes. Throws Error.
std::unique_ptr<Writer> workbook_writer(const std::string& path, const WriteOptions& options);

/// The tables documents, items and targets in the SQLite database `path`, made if it is not there. Documents that
/// are there already under the same file name are replaced; all of a run is one transaction, committed by finish().
/// Throws Error.
std::unique_ptr<Writer> database_writer(const std::string& path);

/// Text of a document made safe for a terminal: control characters, line ends and invisible format characters
/// (bidirectional overrides, escape sequences' ESC) become blanks or go.
std::string printable(std::string_view text);

}  // namespace zhibiao
