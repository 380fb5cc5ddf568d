// Read, documents as lines of JSON. Input: a stream; output: one document after the other, or what is wrong with its
// line. Tested by tests/read/json_lines_test.cpp.
#include "zhibiao/json_lines.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <istream>
#include <limits>
#include <new>
#include <utility>

#include "read/file.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kChunk = 65536;

/// The value of a key; empty for one that is not there, and for null.
std::optional<dom::element> value_of(const dom::object& object, std::string_view key) {
  dom::element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::string text_of(const Where& place, const dom::object& object, std::string_view key) {
  const auto value = value_of(object, key);
  if (!value) return {};
  std::string_view text;
  if (value->get_string().get(text) != simdjson::SUCCESS) {
    throw Error(place, fmt::format("\"{}\" is no text; write it in quotes", key));
  }
  return std::string(text);
}

/// Numbers are usual as ids too.
std::string id_of(const Where& place, const dom::object& object) {
  const auto value = value_of(object, "id");
  if (value && value->is_int64()) return std::to_string(value->get_int64().value());
  if (value && value->is_uint64()) return std::to_string(value->get_uint64().value());
  if (value && !value->is_string()) throw Error(place, "\"id\" is neither a text nor a whole number");
  std::string id = text_of(place, object, "id");
  if (id.empty()) throw Error(place, "the document has no \"id\", by which its records could be known");
  return id;
}

std::optional<int> year_of(const Where& place, const dom::object& object) {
  const auto value = value_of(object, "year");
  if (!value) return std::nullopt;
  std::int64_t year = 0;
  if (value->get_int64().get(year) != simdjson::SUCCESS || year < 1 || year > 9999) {
    throw Error(place, "\"year\" is no year; write a whole number such as 2024, without quotes");
  }
  return static_cast<int>(year);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

JsonDocument parse_document(const Where& place, std::string line) {
  // One for each line: a thread that is to destroy one at its end asks for memory in a way that cannot fail but by abort().
  dom::parser parser;
  dom::element root;
  line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  if (const auto error = parser.parse(line).get(root); error != simdjson::SUCCESS) {
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    throw Error(place, fmt::format("no JSON: {}", simdjson::error_message(error)));
  }
  dom::object object;
  if (root.get_object().get(object) != simdjson::SUCCESS) {
    throw Error(place, "no JSON object; write one document a line: {\"id\": \"…\", \"text\": \"…\"}");
  }
  JsonDocument document;
  document.id = id_of(place, object);
  if (!value_of(object, "text")) throw Error(place, document.id + ": the document has no \"text\"");
  document.text = text_of(place, object, "text");
  if (is_blank(document.text)) throw Error(place, document.id + ": \"text\" is empty");
  document.title = text_of(place, object, "title");
  document.issuer = text_of(place, object, "issuer");
  document.year = year_of(place, object);
  return document;
}

JsonLines::JsonLines(std::istream& in, std::string name, std::size_t limit)
    : in_(in), name_(std::move(name)), limit_(limit), chunk_(kChunk) {}

std::optional<JsonLines::Line> JsonLines::next() {
  for (Line line; read_line(line); line = {}) {
    if (number_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);
    if (!line.too_long && is_blank(line.text)) continue;
    line.place = {name_, number_};
    return line;
  }
  if (in_.bad()) throw Error(name_, "cannot be read to its end");
  return std::nullopt;
}

/// False at the end. Piece by piece, since a line's length is not known before.
bool JsonLines::read_line(Line& line) {
  ++number_;
  std::size_t length = 0;
  while (true) {
    in_.getline(chunk_.data(), static_cast<std::streamsize>(chunk_.size()));
    const auto got = static_cast<std::size_t>(in_.gcount());
    used_ += got;
    const bool full = in_.fail() && !in_.eof() && !in_.bad() && got + 1 == chunk_.size();
    const std::size_t characters = full || in_.eof() ? got : got - std::min<std::size_t>(got, 1);
    length += characters;
    line.too_long = length > limit_;
    line.too_long ? line.text.clear() : void(line.text.append(chunk_.data(), characters));
    if (!full) return in_.good() || length > 0;
    in_.clear();
  }
}

}  // namespace zhibiao
