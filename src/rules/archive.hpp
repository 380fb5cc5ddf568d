// Values as bytes and back, for what the build makes and the program holds. A type of ours lists its parts once, for both
// ways: `template <typename Archive, typename Self> static void parts(Archive& archive, Self& self)`.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace zhibiao::rules {

/// Numbers take a byte for each seven bits they need.
class Packer {
 public:
  template <typename... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  template <typename Value>
  void put(const Value& value) {
    if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
      put_number(static_cast<std::uint64_t>(value));
    } else {
      Value::parts(*this, value);
    }
  }
  void put_number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) out_ += static_cast<char>(static_cast<unsigned char>(number | 0x80U));
    out_ += static_cast<char>(static_cast<unsigned char>(number));
  }
  void put(const std::string& text) {
    put(text.size());
    out_ += text;
  }
  template <typename First, typename Second>
  void put(const std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <typename Value>
  void put(const std::vector<Value>& list) {
    put_all(list);
  }
  template <typename Key, typename Value, typename Less>
  void put(const std::map<Key, Value, Less>& map) {
    put_all(map);
  }
  template <typename Value, std::size_t kSize>
  void put(const std::array<Value, kSize>& list) {
    for (const Value& one : list) put(one);
  }
  /// As lengths of runs, of zeros first.
  template <std::size_t kSize>
  void put(const std::bitset<kSize>& bits) {
    bool wanted = false;
    for (std::size_t at = 0; at < kSize; wanted = !wanted) {
      const std::size_t begin = at;
      while (at < kSize && bits[at] == wanted) ++at;
      put(at - begin);
    }
  }
  template <typename List>
  void put_all(const List& list) {
    put(list.size());
    for (const auto& one : list) put(one);
  }

  std::string out_;
};

/// Reads what a Packer wrote, in the same order; nothing else.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : at_(bytes.data()) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }

 private:
  template <typename Value>
  void get(Value& value) {
    if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
      value = static_cast<Value>(get_number());
    } else {
      Value::parts(*this, value);
    }
  }
  std::uint64_t get_number() {
    std::uint64_t number = static_cast<unsigned char>(*at_++);
    if (number < 0x80) return number;
    number &= 0x7FU;
    for (unsigned shift = 7;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      number |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return number;
    }
  }
  void get(std::string& text) {
    const std::size_t size = get_number();
    text.assign(at_, size);
    at_ += size;
  }
  template <typename First, typename Second>
  void get(std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <typename Value>
  void get(std::vector<Value>& list) {
    list.resize(get_number());
    for (Value& one : list) get(one);
  }
  template <typename Key, typename Value, typename Less>
  void get(std::map<Key, Value, Less>& map) {
    for (std::size_t left = get_number(); left > 0; --left) {
      std::pair<Key, Value> pair;
      get(pair);
      map.emplace_hint(map.end(), std::move(pair));
    }
  }
  template <typename Value, std::size_t kSize>
  void get(std::array<Value, kSize>& list) {
    for (Value& one : list) get(one);
  }
  template <std::size_t kSize>
  void get(std::bitset<kSize>& bits) {
    bool value = false;
    for (std::size_t at = 0; at < kSize; value = !value) {
      const std::size_t size = get_number();
      if (value && size > kLongRun) {
        bits |= ((~std::bitset<kSize>()) >> (kSize - size)) << at;
      } else if (value) {
        for (std::size_t i = 0; i < size; ++i) bits.set(at + i);
      }
      at += size;
    }
  }

  static constexpr std::size_t kLongRun = 64;
  const char* at_;
};

template <typename Value>
std::string packed(const Value& value) {
  Packer packer;
  packer(value);
  return packer.take();
}

template <typename Value>
Value unpacked(std::string_view bytes) {
  Value value;
  Unpacker unpacker(bytes);
  unpacker(value);
  return value;
}

}  // namespace zhibiao::rules
