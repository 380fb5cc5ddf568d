// The library's exception: what it says, whatever that quotes, is one line. Tested by tests/read/error_test.cpp.
#include "zhibiao/error.hpp"

#include <algorithm>
#include <system_error>

namespace zhibiao {
namespace {

std::string one_line(std::string text) {
  const auto is_control = [](char c) { return c >= 0 && c < ' '; };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

}  // namespace

std::string system_reason(int error) { return std::generic_category().message(error); }

Error::Error(const Where& place, const std::string& reason, std::size_t line)
    : Error(place, std::make_shared<const Parts>(Parts{place, one_line(reason), line > 0 ? line : place.line})) {}

Error::Error(const Where& place, std::shared_ptr<const Parts> parts)
    : std::runtime_error(place.file.empty() ? parts->reason : place.str() + ": " + parts->reason),
      parts_(std::move(parts)) {}

}  // namespace zhibiao
