// Why the program still differs from the annotation, one line each: tests/scores/reasons.tsv.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "scores/scoring.hpp"

namespace scores {

class Reasons {
 public:
  /// Tab-separated values under a heading line: doc, line, mention, field, reason. Throws std::runtime_error where a
  /// row has not five cells or stands twice.
  explicit Reasons(std::istream& tsv);

  /// Empty: nobody has looked at it yet.
  std::string of(const Disagreement& one) const;

  /// Reasons without a disagreement of theirs, as `001:17 '6辆' indicator`.
  std::vector<std::string> stale(const std::vector<Disagreement>& all) const;

 private:
  using Key = std::tuple<std::string, std::size_t, std::string, std::string>;
  static Key key_of(const Disagreement& one);
  std::map<Key, std::string> reasons_;
};

}  // namespace scores
