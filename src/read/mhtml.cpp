// Read, saved web pages in one file. Input: a mail's bytes; output: the bytes of its page.
// Tested by tests/read/mhtml_test.cpp.
#include "read/mhtml.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace zhibiao::read_stage {
namespace {

/// Parts within parts that are followed.
constexpr int kDepth = 4;

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return low;
}

/// One entity of a mail: its header and what stands behind the first empty line.
struct Entity {
  std::string_view header;
  std::string_view body;
};

Entity parse(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of("\r\n");
  if (first == std::string_view::npos) return {};
  bytes.remove_prefix(first);
  const std::size_t unix_end = bytes.find("\n\n");
  const std::size_t dos_end = bytes.find("\n\r\n");
  const std::size_t end = std::min(unix_end, dos_end);
  if (end == std::string_view::npos) return {bytes, {}};
  return {bytes.substr(0, end + 1), bytes.substr(end + (end == dos_end ? 3 : 2))};
}

/// A field's value with its further lines; empty if there is none.
std::string field(std::string_view header, std::string_view name) {
  const std::string low = lower(header);
  for (std::size_t at = 0; at < low.size();) {
    std::size_t end = low.find('\n', at);
    // A line that opens with a blank goes on with the field.
    while (end != std::string::npos && end + 1 < low.size() && (low[end + 1] == ' ' || low[end + 1] == '\t')) {
      end = low.find('\n', end + 1);
    }
    end = std::min(end, low.size());
    if (low.compare(at, name.size(), name) == 0 && at + name.size() < end && low[at + name.size()] == ':') {
      const std::size_t value = header.find_first_not_of(" \t", at + name.size() + 1);
      return value < end ? std::string(header.substr(value, end - value)) : std::string();
    }
    at = end + 1;
  }
  return {};
}

/// The value of `boundary=` in a Content-Type.
std::string boundary_of(const std::string& type) {
  const std::size_t at = lower(type).find("boundary=");
  if (at == std::string::npos) return {};
  const std::string value = type.substr(at + 9);
  if (value.starts_with('"')) return value.substr(1, std::min(value.find('"', 1), value.size()) - 1);
  return value.substr(0, value.find_first_of("; \t\r\n"));
}

std::string page_in(std::string_view bytes, int depth);

std::string page_in_parts(std::string_view body, const std::string& boundary, int depth) {
  const std::string line = "--" + boundary;
  for (std::size_t at = body.find(line); at != std::string_view::npos;) {
    const std::size_t begin = at + line.size();
    if (body.substr(begin).starts_with("--")) break;
    at = body.find("\n" + line, begin);
    if (at != std::string_view::npos) ++at;
    std::string page = page_in(body.substr(begin, at == std::string_view::npos ? at : at - begin), depth + 1);
    if (!page.empty()) return page;
  }
  return {};
}

std::string page_in(std::string_view bytes, int depth) {
  const Entity entity = parse(bytes);
  const std::string type = field(entity.header, "content-type");
  if (lower(type).starts_with("multipart/")) {
    const std::string boundary = boundary_of(type);
    return boundary.empty() || depth > kDepth ? std::string() : page_in_parts(entity.body, boundary, depth);
  }
  if (!lower(type).starts_with("text/html") && !lower(type).starts_with("application/xhtml")) return {};
  const std::string encoding = lower(field(entity.header, "content-transfer-encoding"));
  if (encoding.starts_with("quoted-printable")) return decode_quoted_printable(entity.body);
  if (encoding.starts_with("base64")) return decode_base64(entity.body);
  return std::string(entity.body);
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

int base64(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
    } else if (const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
               next == std::string_view::npos || text[next] == '\n') {
      at = next == std::string_view::npos ? text.size() : next;
    } else if (at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
      out += static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = base64(c);
    if (value < 0) continue;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
  }
  return out;
}

std::string page_of_mhtml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return page_in(bytes, 0);
}

}  // namespace zhibiao::read_stage
