// Frame rules ready for use: what their keys say, told once and not for each value.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/mentions.hpp"
#include "rules/lexicon.hpp"

namespace zhibiao::extract {

struct Frame {
  Frame(const rules::Pattern& pattern, const rules::Lexicon& lexicon);

  /// Whether the frame is for values such as this one.
  bool fits(const Quantity& quantity) const {
    return (kinds >> static_cast<int>(quantity.kind) & 1U) != 0 &&
           (only_for.empty() || quantity.rule->id == only_for) && (unit.empty() || quantity.unit == unit);
  }

  const rules::Pattern* pattern;
  std::uint32_t kinds = 0;               ///< bit by Kind: those it is for
  std::string_view only_for;             ///< id of the one quantity rule it is for; empty: any
  std::string_view unit;                 ///< the one unit it is for; empty: any
  std::vector<std::string_view> opens;   ///< how the indicator must begin, one of these; empty: any
  std::vector<std::string_view> behind;  ///< one of these must stand before the indicator; empty: any
  bool head = false;                     ///< the indicator must end with a head
  std::uint64_t scope_class = 0;         ///< what the scope must end with; 0: anything
  std::uint64_t verb_class = 0;          ///< what the action must be; 0: anything
  char direction = 0;                    ///< ' ' none, 'L' falls, 0: the verb tells
  bool carries = false;                  ///< the indicator is an earlier one's
};

std::vector<Frame> make_frames(const rules::Lexicon& lexicon);

/// The kinds of value, a bit for each, that a rule's keys `kind` and `not_kind` ask for.
std::uint32_t kinds_for(const rules::Rule& rule);

/// The kinds of value that a rule's keys `kind` and `not_kind` leave, a bit for each.
std::uint32_t kinds_for(const rules::Rule& rule);

}  // namespace zhibiao::extract
