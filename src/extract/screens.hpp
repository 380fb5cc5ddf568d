// Screens of the extract stage: what lets most sentences and headings be passed over.
#pragma once

#include "rules/lexicon.hpp"
#include "rules/screen.hpp"

namespace zhibiao::extract {

/// Where in a text a cue rule looks (its key `where`): at the opening of a sentence; the same on a time that is not over, so
/// that hope counts behind it; at the opening of a sentence that names a year that was over before the plan's; in a heading; in a
/// heading that plans, but in a paper that reports tells of what was done.
constexpr std::string_view kOpener = "opener";
constexpr std::string_view kWeakOpener = "opener.weak";
constexpr std::string_view kYearOpener = "opener.year";
constexpr std::string_view kHeading = "heading";
constexpr std::string_view kWeakHeading = "heading.weak";

struct Screens {
  explicit Screens(const rules::Lexicon& lexicon);

  rules::Screen quantities;  ///< the rules of quantities, over sentences as they are printed
  rules::Screen dates;
  rules::Screen openers;
  rules::Screen headings;
};

}  // namespace zhibiao::extract
