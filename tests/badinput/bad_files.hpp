// Files that are broken in every way that comes to mind, made from small whole ones.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace badinput {

/// A file's name (it may hold any byte but `/` and NUL) and what is in it.
using File = std::pair<std::string, std::string>;

/// What is whole: a small plan in each format that is read, and a table, lines of JSON and a rule file.
std::vector<File> whole_files();

/// Cut off, and bits turned over, by a seed; made by hand: encodings lied about, limits exceeded by one, and the like.
std::vector<File> damaged_files();
std::vector<File> handmade_files();

/// A file that exceeds one limit by one: with `limit` one higher it is read.
struct Limited {
  File file;
  std::string name;  ///< of the limit
  std::size_t limit;
};

std::vector<Limited> limited_files();

/// The plan that all of them hold, or held.
extern const char* const kPlan;

}  // namespace badinput
