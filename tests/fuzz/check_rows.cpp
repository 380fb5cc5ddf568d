// The fuzzers' oracles of what is written. Input: rows; output: nothing, or an abort that names the promise.
#include "check_rows.hpp"

#include <functional>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "check.hpp"
#include "read/encoding.hpp"
#include "zhibiao/fields.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao_fuzz {
namespace {

using zhibiao::Analysis;
using zhibiao::Format;
using zhibiao::WriteOptions;

constexpr std::size_t kOutlineFields = 6;

template <class Make>
std::string written(Make make, Format format, const std::string& file, const Analysis& analysis) {
  std::ostringstream out;
  WriteOptions options;
  options.format = format;
  options.width = 80;
  const auto writer = make(out, options);
  writer->write(file, analysis);
  writer->finish();
  return std::move(out).str();
}

/// Counts fields of CSV row by row.
class CsvCount {
 public:
  explicit CsvCount(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }

  std::size_t row() {
    std::size_t fields = 1;
    while (true) {
      field();
      if (done()) return 0;  // a row without an end
      const char sign = text_[at_++];
      if (sign == '\n') return fields;
      if (sign != ',') return 0;
      ++fields;
    }
  }

 private:
  void field() {
    if (text_[at_] != '"') {
      at_ = std::min(text_.find_first_of(",\n\"\r", at_), text_.size());
      return;
    }
    for (++at_; at_ < text_.size(); at_ += 2) {
      at_ = std::min(text_.find('"', at_), text_.size());
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void require_utf8(std::string_view text) {
  require(!zhibiao::read_stage::first_bad_utf8(text), "what is written is UTF-8");
}

}  // namespace

void check_json(std::string_view text, std::size_t rows) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  require(json.is_array() && json.size() == rows, "the output is a JSON array of all rows");
}

void check_json_lines(std::string_view text, std::size_t rows, std::size_t fields) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t end = text.find('\n', at);
    require(end != std::string_view::npos, "a line of JSON ends");
    const auto json = nlohmann::json::parse(text.substr(at, end - at), nullptr, false);
    require(json.is_object(), "a row is a JSON object");
    require(fields == 0 || json.size() == fields, "a row has all fields");
    at = end + 1;
  }
  require(count == rows, "there is a line for each row");
}

void check_csv(std::string_view text, std::size_t rows, std::size_t fields) {
  require_utf8(text);
  CsvCount csv(text);
  std::size_t count = 0;
  for (; !csv.done(); ++count) require(csv.row() == fields, "a row of CSV has as many fields as the head");
  require(count == rows + 1, "CSV has a head and a row for each record");
}

void check_tsv(std::string_view text, std::size_t rows, std::size_t fields) {
  require_utf8(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t end = text.find('\n', at);
    require(end != std::string_view::npos, "a row of TSV ends");
    const std::string_view row = text.substr(at, end - at);
    const auto tabs = static_cast<std::size_t>(std::count(row.begin(), row.end(), '\t'));
    require(tabs + 1 == fields, "a row of TSV has as many fields as the head");
    at = end + 1;
  }
  require(count == rows + 1, "TSV has a head and a row for each record");
}

void check_people(std::string_view text, bool colour) {
  require_utf8(text);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < 0x20 && c != '\n') || byte == 0x7F;
    require(!control || (colour && c == '\x1B'), "no control character reaches a person");
  }
}

std::string rows_of(const std::string& file, const Analysis& analysis) {
  return written(zhibiao::targets_writer, Format::jsonl, file, analysis);
}

std::string check_rows(const std::string& file, const Analysis& analysis, std::size_t turn) {
  const std::size_t fields = zhibiao::fields().size();
  const std::size_t facts = analysis.facts.size();
  const std::size_t items = analysis.items.size();
  const auto targets = [&](Format format) { return written(zhibiao::targets_writer, format, file, analysis); };
  const auto outline = [&](Format format) { return written(zhibiao::outline_writer, format, file, analysis); };
  const auto summary = [&](Format format) { return written(zhibiao::summary_writer, format, file, analysis); };
  const std::function<void()> others[] = {
      [&] { check_json(targets(Format::json), facts); },
      [&] { check_csv(targets(Format::csv), facts, fields); },
      [&] { check_tsv(targets(Format::tsv), facts, fields); },
      [&] { check_people(targets(Format::table)); },
      [&] { check_people(targets(Format::md)); },
      [&] { check_json_lines(outline(Format::jsonl), items, 0); },
      [&] { check_json(outline(Format::json), items); },
      [&] { check_csv(outline(Format::csv), items, kOutlineFields); },
      [&] { check_tsv(outline(Format::tsv), items, kOutlineFields); },
      [&] { check_people(outline(Format::tree)); },
      [&] { check_people(summary(Format::text)); },
      [&] { check_people(summary(Format::md)); },
      [&] { check_json(summary(Format::json), 1); },
  };
  std::string lines = rows_of(file, analysis);
  check_json_lines(lines, facts, fields);
  for (std::size_t i = turn % 4; i < std::size(others); i += 4) others[i]();
  return lines;
}

}  // namespace zhibiao_fuzz
