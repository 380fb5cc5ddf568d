// Write, what the report page carries for its script. Input: numbered documents; output: JSON.
// Tested by tests/write/report_data_test.cpp.
#include <fmt/format.h>

#include <sstream>
#include <utility>

#include "write/labels.hpp"
#include "write/report/facts.hpp"
#include "write/report/template.hpp"
#include "write/report/words.hpp"
#include "write/rows.hpp"

namespace zhibiao::write::report {
namespace {

/// `targets --format csv`, and with --excel.
WriteOptions csv_options(bool excel, bool head) {
  WriteOptions options;
  options.format = Format::csv;
  options.header = excel ? Language::zh : Language::en;
  options.csv = {.bom = excel, .crlf = excel, .guard = excel, .gb18030 = false, .head = head};
  return options;
}

std::string written(const Analysis& analysis, const WriteOptions& options) {
  std::ostringstream out;
  out.exceptions(std::ios::badbit);  // no memory: said, not lost
  const auto writer = targets_writer(out, options);
  writer->write({}, analysis);
  writer->finish();
  return std::move(out).str();
}

/// The document as a citation begins: title, issuer and year, those that are known.
std::string cited(const ReportDocument& document, Language language) {
  const DocumentData& data = document.analysis.document;
  std::string text = long_name(document);
  const std::string comma = word(Word::cite_comma, language);
  if (!data.issuer.empty()) text += comma + data.issuer;
  if (data.plan_year) text += comma + std::to_string(*data.plan_year);
  return text;
}

std::string documents_json(std::span<const DocumentIndex> documents, Language language) {
  std::string json = "[";
  for (const DocumentIndex& index : documents) {
    if (json.size() > 1) json += ',';
    json += json_string(cited(*index.document, language));
  }
  return json + "]";
}

std::string fields_json(Language language) {
  std::string json = "[";
  for (const Field& field : fields()) {
    if (json.size() > 1) json += ',';
    const bool chinese = language == Language::zh;
    json += "[" + json_string(field.name) + "," + json_string(chinese ? field.name_zh : field.name) + "," +
            json_string(chinese ? field.about_zh : field.about) + "]";
  }
  return json + "]";
}

template <typename Value>
void append_names(std::string& json, Value last, Language language) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Value>(i);
    if (json.size() > 1) json += ',';
    json += json_string(name_of(value)) + ":" + json_string(label(value, language));
  }
}

std::string names_json(Language language) {
  std::string json = "{";
  append_names(json, Role::mention, language);
  append_names(json, Kind::deadline, language);
  return json + "}";
}

/// Hidden marks of a JSON text, which are in its strings, as `\u202e`: a page leaves them out, tables are exact.
std::string with_spelt_marks(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t size = static_cast<unsigned char>(json[at]) < 0x80 ? 0 : hidden_mark(json.substr(at));
    if (size == 0) {
      out += json[at++];
      continue;
    }
    unsigned code = static_cast<unsigned char>(json[at]) & (size == 2 ? 0x1FU : 0x0FU);
    for (std::size_t i = 1; i < size; ++i) code = code << 6U | (static_cast<unsigned char>(json[at + i]) & 0x3FU);
    out += fmt::format("\\u{:04x}", code);
    at += size;
  }
  return out;
}

}  // namespace

std::string csv_json(std::span<const DocumentIndex> documents, bool excel) {
  const WriteOptions row = csv_options(excel, false);
  std::string json = "{\"head\":" + json_string(written({}, csv_options(excel, true))) + ",\"rows\":[";
  bool first = true;
  for (const DocumentIndex& index : documents) {
    for (const Fact& fact : index.document->analysis.facts) {
      Analysis one;
      one.facts.push_back(fact);
      if (!std::exchange(first, false)) json += ',';
      json += json_string(written(one, row));
    }
  }
  return with_spelt_marks(json + "]}");
}

std::string script_data(std::span<const DocumentIndex> documents, Language language) {
  return "{\"words\":" + script_words(language) + ",\"documents\":" + documents_json(documents, language) +
         ",\"fields\":" + fields_json(language) + ",\"names\":" + names_json(language) + "}";
}

}  // namespace zhibiao::write::report
