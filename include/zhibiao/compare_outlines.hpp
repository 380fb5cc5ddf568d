// Two plans' outlines set side by side: which sections and items are new, gone, renamed or elsewhere.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "zhibiao/model.hpp"

namespace zhibiao {

enum class OutlineStatus {
  same,     ///< the same heading; another number is no change
  renamed,  ///< the same item under another heading
  added,    ///< in the new outline alone
  dropped   ///< in the old outline alone
};

std::string_view name_of(OutlineStatus status);

/// One pair of items, or an item without partner.
struct OutlineChange {
  OutlineStatus status = OutlineStatus::same;
  /// The item stands below another parent than before, or among the partners of its old siblings in another order. Of
  /// siblings that changed places the smallest possible number has moved; what was put in before an item moves nothing.
  bool moved = false;
  std::optional<std::size_t> old_item;  ///< index in the old outline; empty: added
  std::optional<std::size_t> new_item;  ///< index in the new outline; empty: dropped
  double similarity = 0;  ///< of the headings and of what stands above and below, 0 to 1; 0 without partner
};

/// Pairs the items of two outlines by the words of their headings, helped by their parents and children: a section whose
/// items all stayed is the same section under any name. Markers and numbers count for nothing.
/// The changes stand in the order of the new outline; a dropped item stands below what its parent became, behind what the
/// sibling before it became.
std::vector<OutlineChange> compare_outlines(const std::vector<Item>& old_items, const std::vector<Item>& new_items);

}  // namespace zhibiao
