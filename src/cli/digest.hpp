// A 64-bit digest of bytes (FNV-1a), the same on every machine: tells whether a file is still the one it was.
#pragma once

#include <cstdint>
#include <string_view>

namespace zhibiao::cli {

class Digest {
 public:
  Digest& add(std::string_view bytes) {
    for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    return *this;
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

inline std::uint64_t digest_of(std::string_view bytes) { return Digest().add(bytes).value(); }

}  // namespace zhibiao::cli
