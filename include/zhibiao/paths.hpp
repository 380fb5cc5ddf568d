// Which files are meant: arguments, folders and lists of names, one file at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "zhibiao/error.hpp"

namespace zhibiao {

/// Which files of walked folders are taken: POSIX shell patterns over names, such as `*.docx`.
struct PathFilter {
  std::vector<std::string> include = {};  ///< none: every file that may be a plan, by its ending or its first bytes
  std::vector<std::string> exclude = {};  ///< files and folders; with a `/` in it a pattern is over the path
};

/// The files meant by arguments, in the given order: a file stands for itself, a folder for the plan files below it,
/// sorted by name (hidden files and folders left out), a pattern that names no file for the files it matches. Of all the
/// names only those of the folder at hand, and of the folders it lies in, are in memory.
class PathStream {
 public:
  /// `next_argument` is called whenever the argument before has been used up; empty is the end.
  PathStream(std::function<std::optional<std::string>()> next_argument, PathFilter filter);
  ~PathStream();
  PathStream(PathStream&&) noexcept;
  PathStream& operator=(PathStream&&) noexcept;

  /// A file, or what is wrong with a folder: it cannot be listed, it holds no plan.
  struct Step {
    std::string path;
    std::optional<Error> problem;  ///< empty: `path` is a file
  };
  std::optional<Step> next();

  /// How much of the argument at hand has been given out, 0 to 1: an estimate that takes all entries of a folder for
  /// equally long work.
  double share() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// All files of a PathStream. Problems are added to `problems`.
std::vector<std::string> expand_paths(const std::vector<std::string>& arguments, const PathFilter& filter,
                                      std::vector<Error>& problems);

/// The names in a list, each ended by `end` (a newline or NUL), read as they are asked for; empty ones are passed over.
class NameList {
 public:
  /// `list` is a file, or `-` for `standard`, which must outlive this. Throws Error.
  NameList(const std::string& list, char end, std::istream& standard);
  ~NameList();
  NameList(NameList&&) noexcept;
  NameList& operator=(NameList&&) noexcept;

  /// Empty at the end. Throws Error where the list cannot be read to its end.
  std::optional<std::string> next();

  /// How much of the list has been read, 0 to 1; empty where its length is not known.
  std::optional<double> share() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace zhibiao
