// Write: a field's meaning without Markdown.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::write {

/// The text without the backticks that Markdown sets values in.
inline std::string plain_words(std::string_view text) {
  std::string words(text);
  std::erase(words, '`');
  return words;
}

}  // namespace zhibiao::write
