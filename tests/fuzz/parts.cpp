// The fuzzers' archives. Input: text with parts; output: a ZIP of stored entries (APPNOTE 4.3).
#include "parts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace zhibiao_fuzz {
namespace {

constexpr std::string_view kMark = "@@ ";
constexpr std::uint32_t kPolynomial = 0xEDB88320U;

std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? kPolynomial ^ (value >> 1U) : value >> 1U;
    table[i] = value;
  }
  return table;
}

std::uint32_t crc_of(std::string_view bytes) {
  static const auto table = crc_table();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

/// What local header and directory have in common, from the version needed on.
void put_entry(std::string& out, std::string_view name, std::string_view bytes) {
  put(out, 20, 2);
  put(out, 0x0800, 2);  // names in UTF-8
  put(out, 0, 2);       // stored
  put(out, 0x58210000, 4);
  put(out, crc_of(bytes), 4);
  put(out, bytes.size(), 4);
  put(out, bytes.size(), 4);
  put(out, name.size(), 2);
  put(out, 0, 2);
}

}  // namespace

Parts parse_parts(std::string_view bytes) {
  Parts parts;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
    const std::string_view line = bytes.substr(0, end + 1);
    bytes.remove_prefix(line.size());
    if (line.starts_with(kMark)) {
      std::string name(line.substr(kMark.size()));
      if (name.ends_with('\n')) name.pop_back();
      parts.emplace_back(name.substr(0, 0xFFFF), "");
    } else if (!parts.empty()) {
      parts.back().second += line;
    }
  }
  return parts;
}

std::string print_parts(const Parts& parts) {
  std::string out;
  for (const auto& [name, bytes] : parts) {
    out += std::string(kMark) + name + "\n" + bytes + (bytes.ends_with('\n') ? "" : "\n");
  }
  return out;
}

std::string archive_of(const Parts& parts) {
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    const std::size_t offset = out.size();
    put(out, 0x04034B50, 4);
    put_entry(out, name, bytes);
    out += name + bytes;
    put(directory, 0x02014B50, 4);
    put(directory, 20, 2);
    put_entry(directory, name, bytes);
    put(directory, 0, 10);
    put(directory, offset, 4);
    directory += name;
  }
  const std::size_t start = out.size();
  out += directory;
  put(out, 0x06054B50, 4);
  put(out, 0, 4);
  put(out, parts.size(), 2);
  put(out, parts.size(), 2);
  put(out, directory.size(), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace zhibiao_fuzz
