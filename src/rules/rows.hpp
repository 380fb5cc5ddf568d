// Lists of values, one behind the other in one place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zhibiao::rules {

template <typename Value>
class Rows {
 public:
  Rows() = default;
  explicit Rows(const std::vector<std::vector<Value>>& lists) {
    for (const auto& list : lists) {
      values_.insert(values_.end(), list.begin(), list.end());
      ends_.push_back(static_cast<std::uint32_t>(values_.size()));
    }
  }

  std::size_t size() const { return ends_.size() - 1; }
  std::span<const Value> operator[](std::size_t row) const {
    const std::uint32_t begin = ends_.data()[row];
    return {values_.data() + begin, ends_.data()[row + 1] - begin};
  }

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.values_, self.ends_);
  }

 private:
  std::vector<Value> values_;
  std::vector<std::uint32_t> ends_ = {0};  ///< of the row before, for each row
};

}  // namespace zhibiao::rules
