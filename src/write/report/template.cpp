// Write, the report page's templates. Input: a template's name and data; output: HTML with all text escaped.
// Tested by tests/write/report_template_test.cpp.
#include "write/report/template.hpp"

#include <stdexcept>

#include "write/report/resources.hpp"

namespace zhibiao::write::report {
namespace {

/// U+2400 and the 32 behind it show control characters.
void append_picture(std::string& html, unsigned char control) {
  html += "\xE2\x90";
  html += static_cast<char>(control == 0x7F ? 0xA1 : 0x80 + control);
}

/// U+0080 to U+009F, which no picture shows: a page may go to a terminal.
bool is_late_control(std::string_view pair) {
  return pair.size() == 2 && pair[0] == '\xC2' && static_cast<unsigned char>(pair[1]) < 0xA0;
}

}  // namespace

Filling& Filling::text(const char* name, std::string_view text) { return part(name, Data(std::string(text))); }

Filling& Filling::text_if(const char* name, std::string_view text) {
  return text.empty() ? flag(name, false) : this->text(name, text);
}

Filling& Filling::number(const char* name, std::size_t number) { return text(name, std::to_string(number)); }

Filling& Filling::flag(const char* name, bool yes) { return part(name, Data(yes)); }

Filling& Filling::part(const char* name, Data data) {
  data_[name] = std::move(data);
  return *this;
}

std::string escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      case '\t':
      case '\n': html += c; break;
      default:
        if (is_late_control(text.substr(at, 2))) {
          html += "\xEF\xBF\xBD";
          ++at;
        } else {
          byte < 0x20 || byte == 0x7F ? append_picture(html, byte) : html.push_back(c);
        }
    }
  }
  return html;
}

Template::Template(std::string_view name) : mustache_(std::string(page_template(name))) {
  if (!mustache_.is_valid()) throw std::logic_error("template " + std::string(name) + ": " + mustache_.error_message());
  mustache_.set_custom_escape([](const std::string& text) { return escaped(text); });
}

}  // namespace zhibiao::write::report
