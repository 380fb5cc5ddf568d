// The project's own files as text, for the tests of the house.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// One file of the project.
struct File {
  std::string path;    ///< from the top, with slashes: `src/text/view.hpp`
  std::string folder;  ///< below src/: `text`; empty for files directly in src/
  std::string text;
};

/// One `#include` line.
struct Include {
  std::size_t line = 1;
  bool quoted = false;  ///< "…", not <…>
  std::string target;
};

/// One string or character literal, prefixes and quotes left out, escapes as written.
struct Literal {
  std::size_t line = 1;  ///< on which it starts
  std::string_view text;
};

std::filesystem::path top();

/// The .cpp and .hpp files below a folder (from the top), sorted by path.
std::vector<File> code_below(const std::string& folder);

std::vector<Include> includes_of(std::string_view code);

/// The literals of C++ code, raw ones too; comments and includes are passed over.
std::vector<Literal> literals_of(std::string_view code);

/// The code points of UTF-8 text.
std::vector<char32_t> code_points(std::string_view text);

}  // namespace house
