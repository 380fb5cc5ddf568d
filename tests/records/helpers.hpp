// Tables and plans for tests, made in memory.
#pragma once

#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/records.hpp"
#include "zhibiao/verify.hpp"

namespace zhibiao_tests {

inline zhibiao::RecordTable table_of(const std::string& bytes, const zhibiao::ReadOptions& options = {}) {
  return zhibiao::read_records_bytes("table", bytes, options);
}

/// The error that reading gives; empty if none.
inline std::string table_error(const std::string& bytes, const zhibiao::ReadOptions& options = {}) {
  try {
    table_of(bytes, options);
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
  return {};
}

/// A field of a row as text; `-` where the row says nothing of it.
inline std::string said(const zhibiao::RecordRow& row, const char* field) {
  return row.has(field) ? zhibiao::find_field(field)->text(row.fact) : "-";
}

struct File {
  std::string name;
  std::string text;
};

inline std::vector<zhibiao::RowCheck> verified(const zhibiao::RecordTable& table, const std::vector<File>& files,
                                               const std::vector<const zhibiao::Field*>& compared = {}) {
  zhibiao::Verifier verifier(table, compared);
  zhibiao::Analyzer analyzer;
  for (const File& file : files) {
    if (!verifier.offer(file.name)) continue;
    const zhibiao::Source source = zhibiao::read_bytes(file.name, file.text);
    verifier.check(source, analyzer.analyze(source));
  }
  return verifier.results();
}

/// `value 96 -> 95; …` of one row, its status in front.
inline std::string told(const zhibiao::RowCheck& check) {
  std::string text(name_of(check.status));
  for (const auto& one : check.differences) {
    text += "; " + std::string(one.field == nullptr ? "row" : one.field->name) + " " + one.table + " -> " + one.source;
    if (!one.note.empty()) text += " (" + one.note + ")";
  }
  return text;
}

}  // namespace zhibiao_tests
