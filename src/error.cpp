// The library's exception: its message, whatever it quotes, is one line. Tested by tests/text/error_test.cpp.
#include "zhibiao/error.hpp"

#include <algorithm>

namespace zhibiao {
namespace {

std::string one_line(std::string text) {
  constexpr char kDelete = 0x7F;
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == kDelete; };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

}  // namespace

Error::Error(const Where& place, std::string reason, std::size_t line)
    : std::runtime_error(one_line(place.file.empty() ? reason : place.str() + ": " + reason)),
      parts_(std::make_shared<const Parts>(Parts{place, one_line(std::move(reason)), line > 0 ? line : place.line})) {}

}  // namespace zhibiao
