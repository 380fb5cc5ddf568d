// Command line, what an output holds. Input: lines of the list; output: look-up of documents by name.
// Tested by tests/cli/resume_test.cpp.
#include "cli/done_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "cli/digest.hpp"

namespace zhibiao::cli {
namespace {

/// Names may hold line ends.
std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else {
      out += text[++i] == 'n' ? '\n' : text[i];
    }
  }
  return out;
}

template <typename Number>
bool take_number(std::string_view& line, Number& number) {
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto used = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || used == line.size() || line[used] != '\t') return false;
  line.remove_prefix(used + 1);
  return true;
}

bool before(const DoneDocument& a, const DoneDocument& b) {
  return std::tie(a.name_digest, a.line) < std::tie(b.name_digest, b.line);
}

}  // namespace

std::string DoneLine::str() const {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", end, rows, replaces, stamp.size, stamp.modified, stamp.digest,
                     escaped(name));
}

bool DoneLine::parse(std::string_view line) {
  const bool numbers = take_number(line, end) && take_number(line, rows) && take_number(line, replaces) &&
                       take_number(line, stamp.size) && take_number(line, stamp.modified) &&
                       take_number(line, stamp.digest);
  if (numbers) name = unescaped(line);
  return numbers;
}

void DoneList::add(const DoneLine& line, std::uint64_t number) {
  if (line.replaces > 0) replaced_.push_back(line.replaces);
  if (line.name.empty()) return;
  documents_.push_back({digest_of(line.name), line.stamp, number});
}

void DoneList::finish() {
  std::sort(replaced_.begin(), replaced_.end());
  std::erase_if(documents_, [&](const DoneDocument& document) {
    return std::binary_search(replaced_.begin(), replaced_.end(), document.line);
  });
  std::sort(documents_.begin(), documents_.end(), before);
}

const DoneDocument* DoneList::find(std::string_view name) {
  DoneDocument sought;
  sought.name_digest = digest_of(name);
  auto at = std::lower_bound(documents_.begin(), documents_.end(), sought, before);
  while (at != documents_.end() && at->name_digest == sought.name_digest && at->asked) ++at;
  if (at == documents_.end() || at->name_digest != sought.name_digest) return nullptr;
  at->asked = true;
  return &*at;
}

}  // namespace zhibiao::cli
