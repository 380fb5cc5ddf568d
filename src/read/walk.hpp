// Read, folders: the plan files below one, in the order of their names.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/error.hpp"
#include "zhibiao/paths.hpp"

namespace zhibiao::read_stage {

/// The way through one folder and those below it. Only the entries of the folders that are open are in memory.
class Walk {
 public:
  /// Both must outlive the walk. What cannot be listed is added to `problems`.
  Walk(const PathFilter& filter, std::deque<Error>& problems) : filter_(filter), problems_(problems) {}

  void enter(const std::string& path);
  /// The next file; empty when there is none, or while there are problems, which are to be told first.
  std::optional<std::string> next();
  bool done() const { return open_.empty(); }

  /// Files that are no plans.
  std::size_t passed_over() const { return passed_over_; }
  /// How much has been given out, 0 to 1, as PathStream::share() tells it.
  double share() const;

 private:
  /// A folder's entries by name, with the first that has not been looked at. It may have 10^5 of them: their names stand in one
  /// place, one behind the other, each with a zero behind it.
  struct OpenFolder {
    std::string prefix;
    std::string names;
    std::vector<std::size_t> begins;  ///< where each begins, in order of the names
    std::size_t at = 0;

    void add(std::string_view name);
    void sort();
    std::string_view name(std::size_t begin) const { return names.data() + begin; }
  };

  /// The file, if it is wanted; a folder is entered.
  std::optional<std::string> entry(std::string path, const std::string& name);
  bool is_wanted(const std::string& path, const std::string& name) const;

  const PathFilter& filter_;
  std::deque<Error>& problems_;
  std::vector<OpenFolder> open_;  ///< from the argument down to the folder at hand
  std::set<std::string> seen_;    ///< folders, by their real paths
  std::size_t passed_over_ = 0;
};

}  // namespace zhibiao::read_stage
