// Write, the report page's templates. Input: a template's name and data; output: HTML with all text escaped.
// Tested by tests/write/report_page_test.cpp.
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

/// What is no markup: its first byte, character or mark. How many bytes have been used.
std::size_t append_other(std::string& html, std::string_view rest) {
  const auto byte = static_cast<unsigned char>(rest[0]);
  if (byte < 0x20 || byte == 0x7F) {
    append_picture(html, byte);
  } else if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
    html += "\xEF\xBF\xBD";  // U+0080 to U+009F, which no picture shows: a page may go to a terminal
    return 2;
  } else if (const std::size_t size = hidden_mark(rest); size > 0) {
    return size;
  } else {
    html.push_back(rest[0]);
  }
  return 1;
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

std::size_t hidden_mark(std::string_view rest) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
  if (rest.size() >= 3 && byte(0) == 0xE2 && byte(1) == 0x80) {
    return (byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xAA && byte(2) <= 0xAE) ? 3 : 0;
  }
  if (rest.size() >= 3 && byte(0) == 0xE2 && byte(1) == 0x81) return byte(2) >= 0xA0 && byte(2) <= 0xAF ? 3 : 0;
  if (rest.starts_with("\xEF\xBB\xBF")) return 3;
  return rest.starts_with("\xD8\x9C") ? 2 : 0;
}

std::string escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      case '\t':
      case '\n': html += c; break;
      default: at += append_other(html, text.substr(at)) - 1;
    }
  }
  return html;
}

Template::Template(std::string_view name) : mustache_(std::string(page_template(name))) {
  if (!mustache_.is_valid()) throw std::logic_error("template " + std::string(name) + ": " + mustache_.error_message());
  mustache_.set_custom_escape([](const std::string& text) { return escaped(text); });
}

}  // namespace zhibiao::write::report
