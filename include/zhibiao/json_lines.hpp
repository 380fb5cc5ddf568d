// Documents as lines of JSON: how engines that hold millions of them hand them over.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "zhibiao/error.hpp"

namespace zhibiao {

/// One document: `{"id": "…", "text": "…", "title": "…", "year": 2024, "issuer": "…"}`. Other keys are passed over.
struct JsonDocument {
  std::string id;    ///< a string or a whole number; what records print as `file`
  std::string text;  ///< what a file would hold: text, Markdown, HTML
  std::string title;
  std::string issuer;
  std::optional<int> year;  ///< the plan year
};

/// Reads a line. `place` is what messages name: `docs.jsonl:17`. Throws Error, std::bad_alloc.
JsonDocument parse_document(const Where& place, std::string line);

/// Lines of a stream, one at a time, none longer than a limit in memory.
class JsonLines {
 public:
  /// `in` must outlive this; `name` is what messages call it.
  JsonLines(std::istream& in, std::string name, std::size_t limit);

  /// A line that holds more than blanks.
  struct Line {
    Where place = "";
    std::string text = {};
    bool too_long = false;  ///< the line was passed over: `text` is empty
  };
  /// Empty at the end. Throws Error where the stream fails.
  std::optional<Line> next();

  /// Bytes read so far.
  std::size_t used() const { return used_; }

 private:
  bool read_line(Line& line);

  std::istream& in_;
  std::string name_;
  std::size_t limit_;
  std::size_t number_ = 0;
  std::size_t used_ = 0;
  std::vector<char> chunk_;
};

}  // namespace zhibiao
