// Small helpers of the tests of the text stage.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "text/view.hpp"

namespace helpers {

using zhibiao::text::ParagraphKind;

/// The view's paragraphs of one kind, as text.
inline std::vector<std::string> paragraphs(const std::string& text, ParagraphKind kind = ParagraphKind::body) {
  const zhibiao::Source source("test", text);
  const auto view = zhibiao::text::repair(source);
  std::vector<std::string> out;
  for (const auto& paragraph : view.paragraphs()) {
    if (paragraph.kind == kind) out.emplace_back(view.slice(paragraph.span));
  }
  return out;
}

/// The one body paragraph, or all of them joined by ¶ when there are more.
inline std::string repaired(const std::string& text) {
  std::string out;
  for (const auto& paragraph : paragraphs(text)) out += (out.empty() ? "" : "¶") + paragraph;
  return out;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The plans under seeds/, in the order of their names.
inline std::vector<zhibiao::Source> seeds() {
  const char* top = std::getenv("ZHIBIAO_SOURCE_DIR");
#ifdef ZHIBIAO_SOURCE_DIR
  if (top == nullptr) top = ZHIBIAO_SOURCE_DIR;
#endif
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(top) / "seeds")) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<zhibiao::Source> out;
  for (const auto& path : paths) out.emplace_back(path.filename().string(), read_file(path));
  return out;
}

}  // namespace helpers
