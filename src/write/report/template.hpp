// Write, the report page: templates and what fills them. All text goes in by `{{name}}`, which escapes it; `{{{name}}}` is for
// parts that templates made.
#pragma once

#include <cstddef>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace zhibiao::write::report {

using Data = kainjow::mustache::data;

/// Data filled in by name. A name that is not set is looked up further out, so parts of a list set all of theirs.
class Filling {
 public:
  Filling& text(const char* name, std::string_view text);
  /// For `{{#name}}…{{name}}…{{/name}}`: the text, or false where it is empty.
  Filling& text_if(const char* name, std::string_view text);
  Filling& number(const char* name, std::size_t number);
  Filling& flag(const char* name, bool yes);
  Filling& part(const char* name, Data data);
  Data take() { return std::move(data_); }
  const Data& data() const { return data_; }

 private:
  Data data_;
};

/// A list, filled without copies of what is in it.
class List {
 public:
  void add(Data data) { items_.push_back(std::move(data)); }
  bool empty() const { return items_.empty(); }
  Data take() { return Data(items_); }

 private:
  kainjow::mustache::list items_;
};

/// A template of this folder, to be filled as often as needed.
class Template {
 public:
  explicit Template(std::string_view name);
  /// Not by the stream that Mustache would make, which loses what it finds no memory for.
  std::string fill(const Data& data) {
    std::string html;
    mustache_.render(data, [&html](const std::string& piece) { html += piece; });
    return html;
  }

 private:
  kainjow::mustache::mustache mustache_;
};

/// Text as it may stand in HTML, between tags or in a quoted attribute: the five signs of markup as entities, control
/// characters, which HTML has no way to write, as their pictures (U+2400) or U+FFFD. Hidden marks are left out.
std::string escaped(std::string_view text);

/// The size of a mark at the text's start that nobody sees but that turns the text behind it or hides what it stands in:
/// zero-width characters, marks of direction (U+200B to U+200F, U+202A to U+202E, U+2060 to U+206F, U+FEFF, U+061C). 0: none.
std::size_t hidden_mark(std::string_view rest);

}  // namespace zhibiao::write::report
