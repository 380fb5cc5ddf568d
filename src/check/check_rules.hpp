// Check, its rules: what values can be, which words announce, part and total. Made once from the lexicon.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.hpp"
#include "rules/pattern.hpp"
#include "zhibiao/decimal.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::check {

/// What values of some indicators can be. Without limits: nothing is known of them.
struct Plausible {
  const rules::Rule* rule = nullptr;
  std::vector<std::string_view> units;  ///< empty: any
  std::vector<std::string_view> pers;   ///< empty: any
  std::optional<Decimal> min;
  std::optional<Decimal> max;
};

/// Indicators of which a plan can name one level for one date.
struct State {
  const rules::Rule* rule = nullptr;
  std::vector<std::string_view> apart;  ///< words before a value that say it is for another time
};

/// How parts stand behind their whole.
struct PartRule {
  rules::Pattern pattern;  ///< over what stands between the whole and its first part
  bool equal = false;      ///< the parts are all of the whole
};

class CheckRules {
 public:
  explicit CheckRules(const rules::Lexicon& lexicon);

  /// What is known of the fact's indicator: of the rules that fit its unit and denominator, the one whose word is the longest
  /// end of the indicator; nullptr: nothing.
  const Plausible* plausible_for(const Fact& fact) const;
  /// By whose words a plan can give the indicator one level only; nullptr: none.
  const State* state_of(std::string_view indicator) const;
  /// The rule by which the first cell of a row says that it holds totals; nullptr: none.
  const rules::Rule* total_row(std::string_view cell) const;

  const std::deque<rules::Pattern>& announcements() const { return announcements_; }
  const std::deque<PartRule>& parts() const { return parts_; }
  const std::deque<rules::Pattern>& between_parts() const { return between_parts_; }
  const std::deque<rules::Pattern>& days() const { return days_; }
  const std::deque<rules::Pattern>& periods() const { return periods_; }

 private:
  std::deque<Plausible> plausible_;
  std::vector<std::pair<std::string, const Plausible*>> ends_;  ///< the longest first
  std::deque<State> states_;
  std::vector<std::pair<std::string, const State*>> state_ends_;  ///< the longest first
  std::map<std::string, const rules::Rule*, std::less<>> total_rows_;
  std::deque<rules::Pattern> announcements_;
  std::deque<PartRule> parts_;
  std::deque<rules::Pattern> between_parts_;
  std::deque<rules::Pattern> days_;
  std::deque<rules::Pattern> periods_;
};

}  // namespace zhibiao::check
