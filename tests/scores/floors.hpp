// The scores that must not be fallen below. Raise them with the scores; never lower them to pass.
#pragma once

namespace scores {

inline constexpr double kDetectFloor = 0.99;  // F1: the fact was found
inline constexpr double kValueFloor = 0.98;   // F1: and its value, unit, per and comparator are right
inline constexpr double kFullFloor = 0.92;    // F1: and kind, role, change, deadline, item and indicator
inline constexpr double kScopeFloor = 0.72;   // F1: scopes of the facts found
inline constexpr double kItemsFloor = 0.99;   // F1: items of the outline
inline constexpr double kMetaFloor = 0.99;    // share of right fields of the document's data

// Of published plans of many offices (tests/gold/published) and of the plans that diff is tested with.
inline constexpr double kPublishedDetectFloor = 0.985;
inline constexpr double kPublishedValueFloor = 0.98;
inline constexpr double kPublishedFullFloor = 0.93;

}  // namespace scores
