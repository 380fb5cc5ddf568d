// A value for each of some characters, small enough to stay in the nearest cache.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace zhibiao::rules {

/// A hash table, at most half full.
template <typename Value>
class CharMap {
 public:
  /// The character's value; nullptr: it has none.
  const Value* find(char32_t ch) const {
    if (!may_have(ch)) return nullptr;
    for (std::size_t slot = slot_of(ch);; slot = (slot + 1) & (keys_.size() - 1)) {
      if (keys_.data()[slot] == ch) return &values_.data()[slot];
      if (keys_.data()[slot] == kFree) return nullptr;
    }
  }
  /// False: it has none. Told of most characters.
  bool may_have(char32_t ch) const { return bits_[ch & (kBits - 1)]; }
  /// As find(), made where there is none. The reference holds until the next one is made.
  Value& operator[](char32_t ch) {
    if (const Value* known = find(ch)) return const_cast<Value&>(*known);
    if (2 * (size_ + 1) > keys_.size()) grow();
    ++size_;
    return insert(ch, Value{});
  }

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.keys_, self.values_, self.shift_, self.size_, self.bits_);
  }

 private:
  static constexpr char32_t kFree = 0xFFFFFFFE;  // no character
  static constexpr unsigned kFirstPower = 4;
  static constexpr std::size_t kBits = std::size_t{1} << 12U;

  std::size_t slot_of(char32_t ch) const { return (static_cast<std::uint32_t>(ch) * 0x9E3779B9U) >> shift_; }
  Value& insert(char32_t ch, Value value) {
    std::size_t slot = slot_of(ch);
    while (keys_[slot] != kFree) slot = (slot + 1) & (keys_.size() - 1);
    keys_[slot] = ch;
    values_[slot] = value;
    bits_.set(ch & (kBits - 1));
    return values_[slot];
  }
  void grow() {
    CharMap larger;
    larger.shift_ = shift_ - 1;
    larger.keys_.assign(2 * keys_.size(), kFree);
    larger.values_.resize(2 * keys_.size());
    larger.size_ = size_;
    for (std::size_t slot = 0; slot < keys_.size(); ++slot) {
      if (keys_[slot] != kFree) larger.insert(keys_[slot], values_[slot]);
    }
    *this = std::move(larger);
  }

  std::vector<char32_t> keys_ = std::vector<char32_t>(std::size_t{1} << kFirstPower, kFree);  // a power of two
  std::vector<Value> values_ = std::vector<Value>(std::size_t{1} << kFirstPower);
  unsigned shift_ = 32 - kFirstPower;  // 32 less the power
  std::size_t size_ = 0;
  std::bitset<kBits> bits_;  ///< by the lower twelve bits of a character
};

}  // namespace zhibiao::rules
