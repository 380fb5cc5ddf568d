// Walks src/ and include/ and splits C++ code as far as the tests of the house need it.
#include "house/source_tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace house {
namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_name(char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A quote behind a digit or letter parts digits (1'000), unless the letters are a literal's prefix.
bool opens_character(std::string_view code, std::size_t quote) {
  std::size_t start = quote;
  while (start > 0 && is_name(code[start - 1])) --start;
  const std::string_view before = code.substr(start, quote - start);
  return before.empty() || before == "u" || before == "U" || before == "L" || before == "u8";
}

/// One pass over the code; `at` is the next byte to look at.
class Scanner {
 public:
  explicit Scanner(std::string_view code) : code_(code) {}

  std::vector<Literal> run() {
    while (at_ < code_.size()) step();
    return std::move(literals_);
  }

 private:
  void step() {
    const std::string_view rest = code_.substr(at_);
    if (rest.starts_with("//") || rest.starts_with("#include")) {
      at_ = std::min(code_.find('\n', at_), code_.size());
    } else if (rest.starts_with("/*")) {
      advance_to(code_.find("*/", at_ + 2), 2);
    } else if (rest.starts_with("R\"")) {
      const std::size_t open = code_.find('(', at_);
      const std::string close = ")" + std::string(code_.substr(at_ + 2, open - at_ - 2)) + "\"";
      take(open + 1, code_.find(close, open), close.size());
    } else if (rest.front() == '"' || (rest.front() == '\'' && opens_character(code_, at_))) {
      std::size_t end = at_ + 1;
      while (end < code_.size() && code_[end] != rest.front()) end += code_[end] == '\\' ? 2 : 1;
      take(at_ + 1, end, 1);
    } else {
      advance_to(at_, 1);
    }
  }

  void take(std::size_t begin, std::size_t end, std::size_t closing) {
    end = std::min(end, code_.size());
    literals_.push_back({line_, code_.substr(begin, end - begin)});
    advance_to(end, closing);
  }

  void advance_to(std::size_t end, std::size_t closing) {
    const std::size_t next = end >= code_.size() ? code_.size() : std::min(end + closing, code_.size());
    line_ += static_cast<std::size_t>(std::count(code_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 code_.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
    at_ = next;
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<Literal> literals_;
};

}  // namespace

std::filesystem::path top() { return ZHIBIAO_SOURCE_DIR; }

std::vector<File> code_below(const std::string& folder) {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(top() / folder)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp")) continue;
    const auto below = std::filesystem::relative(entry.path(), top() / folder);
    const std::string first = below.has_parent_path() ? below.begin()->string() : std::string();
    files.push_back({folder + "/" + below.generic_string(), first, slurp(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

std::vector<Include> includes_of(std::string_view code) {
  std::vector<Include> found;
  std::size_t line = 0;
  while (!code.empty()) {
    ++line;
    const std::size_t end = std::min(code.find('\n'), code.size());
    const std::string_view row = code.substr(0, end);
    code.remove_prefix(std::min(end + 1, code.size()));
    if (!row.starts_with("#include")) continue;
    const std::size_t open = row.find_first_of("\"<");
    if (open == std::string_view::npos) continue;
    const bool quoted = row[open] == '"';
    const std::size_t close = row.find(quoted ? '"' : '>', open + 1);
    found.push_back({line, quoted, std::string(row.substr(open + 1, close - open - 1))});
  }
  return found;
}

std::vector<Literal> literals_of(std::string_view code) { return Scanner(code).run(); }

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) {
      points.push_back(byte & 0x07U);
    } else if (byte >= 0xE0) {
      points.push_back(byte & 0x0FU);
    } else if (byte >= 0xC0) {
      points.push_back(byte & 0x1FU);
    } else if (byte >= 0x80 && !points.empty()) {
      points.back() = (points.back() << 6U) | (byte & 0x3FU);
    } else {
      points.push_back(byte);
    }
  }
  return points;
}

}  // namespace house
