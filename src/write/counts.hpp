// Write, counts: how many there are of each value of an enumeration.
#pragma once

#include <array>
#include <cstddef>

#include "zhibiao/achieved.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/compare_outlines.hpp"
#include "zhibiao/fault.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/verify.hpp"

namespace zhibiao::write {

/// The last value of an enumeration whose values begin with 0 and leave none out.
template <typename Enum>
inline constexpr Enum kLast = Enum{};
template <>
inline constexpr Role kLast<Role> = Role::mention;
template <>
inline constexpr Kind kLast<Kind> = Kind::deadline;
template <>
inline constexpr Severity kLast<Severity> = Severity::note;
template <>
inline constexpr ChangeStatus kLast<ChangeStatus> = ChangeStatus::dropped;
template <>
inline constexpr OutlineStatus kLast<OutlineStatus> = OutlineStatus::dropped;
template <>
inline constexpr Achievement kLast<Achievement> = Achievement::unknown;
template <>
inline constexpr RowStatus kLast<RowStatus> = RowStatus::unreadable;

/// All values in their order.
template <typename Enum>
constexpr auto values_of() {
  std::array<Enum, static_cast<std::size_t>(kLast<Enum>) + 1> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Enum>(i);
  return values;
}

template <typename Enum>
class Counts {
 public:
  std::size_t& operator[](Enum one) { return counts_[static_cast<std::size_t>(one)]; }
  std::size_t operator[](Enum one) const { return counts_[static_cast<std::size_t>(one)]; }
  std::size_t sum() const {
    std::size_t sum = 0;
    for (const std::size_t count : counts_) sum += count;
    return sum;
  }
  bool operator==(const Counts&) const = default;

 private:
  std::array<std::size_t, values_of<Enum>().size()> counts_{};
};

}  // namespace zhibiao::write
