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
/// escaped), jsonl (one object a line), json (one array).
enum class Format { table, tree, text, csv, tsv, jsonl, json, md };

std::string_view name_of(Format format);
/// The format of that name; empty if there is none.
std::optional<Format> find_format(std::string_view name);

struct WriteOptions {
  Format format = Format::csv;
  std::vector<const Field*> columns = {};  ///< of targets, in this order; empty: all, or for people the telling ones
  std::size_t width = 0;                   ///< columns of the terminal a form for people has to fit; 0: no limit
  bool wrap = false;                       ///< in tables, continue long cells below instead of cutting them with `…`
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

/// Text of a document made safe for a terminal: control characters, line ends and invisible format characters
/// (bidirectional overrides, escape sequences' ESC) become blanks or go.
std::string printable(std::string_view text);

}  // namespace zhibiao
