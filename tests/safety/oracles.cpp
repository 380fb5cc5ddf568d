// Oracles of the safety tests: readers of each format that know nothing of the writers.
#include "safety/oracles.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <pugixml.hpp>
#include <string>

namespace safety {
namespace {

constexpr char32_t kBad = 0xFFFFFFFF;

char32_t next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 ch = 0;
  U8_NEXT(bytes, at, text.size(), ch);
  return ch < 0 ? kBad : static_cast<char32_t>(ch);
}

bool is_control(char32_t ch) {
  return (ch < 0x20 && ch != '\t' && ch != '\n' && ch != '\r') || (ch >= 0x7F && ch < 0xA0);
}

bool is_treacherous(char32_t ch) {
  return is_control(ch) || ch == '\r' || ch == '\t' || (ch >= 0x200B && ch <= 0x200F) ||
         (ch >= 0x2028 && ch <= 0x202E) || (ch >= 0x2060 && ch <= 0x206F) || ch == 0xFEFF;
}

template <typename Refused>
std::string fault_of_characters(std::string_view text, const Refused& refused) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t ch = next(text, at);
    if (ch == kBad) return fmt::format("byte {} is no UTF-8", start);
    if (refused(ch)) return fmt::format("U+{:04X} at byte {}", static_cast<unsigned>(ch), start);
  }
  return {};
}

bool is_number(const std::string& cell) {
  return !cell.empty() && cell.find_first_not_of("+-0123456789.%") == std::string::npos && cell.find_last_of("+-") == 0;
}

/// Cells of a Markdown row: pipes that no backslash takes away.
std::size_t pipes(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '|') {
      ++count;
    }
  }
  return count;
}

bool is_plain_element(std::string_view name) {
  for (const char* known : {"svg", "g", "line", "rect", "circle", "path", "text", "tspan", "title", "desc", "style",
                            "polyline", "polygon", "defs", "clipPath"}) {
    if (name == known) return true;
  }
  return false;
}

std::string element_fault(const pugi::xml_node& node) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pi || child.type() == pugi::node_doctype) return "an instruction or DOCTYPE";
    if (child.type() != pugi::node_element) continue;
    if (!is_plain_element(child.name())) return fmt::format("an element <{}>", child.name());
    for (const pugi::xml_attribute attribute : child.attributes()) {
      const std::string_view name = attribute.name();
      if (name.starts_with("on") || name.find("href") != std::string_view::npos) {
        return fmt::format("an attribute {}", name);
      }
    }
    if (std::string fault = element_fault(child); !fault.empty()) return fault;
  }
  return {};
}

}  // namespace

std::string terminal_fault(std::string_view text) {
  return fault_of_characters(text, [](char32_t ch) { return is_treacherous(ch); });
}

std::string control_fault(std::string_view text) {
  return fault_of_characters(text, [](char32_t ch) { return is_control(ch); });
}

std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row = {""};
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
      row.back() += text[++at];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
      row.back() += c;
    } else if (c == ',') {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::move(row));
      row = {""};
    }
  }
  if (quoted || row.size() > 1 || !row.front().empty()) rows.push_back({"a last line without its end"});
  return rows;
}

std::string csv_fault(std::string_view text) {
  if (std::string fault = control_fault(text); !fault.empty()) return fault;
  const auto rows = csv_rows(text);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size())
      return fmt::format("row {} has {} cells, the head {}", i, rows[i].size(), rows[0].size());
  }
  return {};
}

std::string tsv_fault(std::string_view text) {
  if (std::string fault = control_fault(text); !fault.empty()) return fault;
  if (text.find('\r') != std::string_view::npos) return "a carriage return";
  if (!text.empty() && !text.ends_with('\n')) return "a last line without its end";
  const auto tabs_of = [](std::string_view line) { return std::count(line.begin(), line.end(), '\t'); };
  const auto wanted = tabs_of(text.substr(0, text.find('\n')));
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (tabs_of(line) != wanted) return fmt::format("a row of {} cells: {}", tabs_of(line) + 1, line);
  }
  return {};
}

std::string formula_fault(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  for (const auto& row : csv_rows(csv)) {
    for (const std::string& cell : row) {
      for (const char* start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
        if (cell.starts_with(start) && !is_number(cell)) return "the cell " + cell;
      }
    }
  }
  // Where a semicolon or a tab parts cells, as some settings have it, quotes keep the text together.
  bool quoted = false;
  for (const char c : csv) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == ';' || c == '\t')) return "a semicolon or tab outside of quotes";
  }
  return {};
}

std::string markdown_fault(std::string_view text) {
  if (std::string fault = terminal_fault(text); !fault.empty()) return fault;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == '<' || line[i] == '`' || line[i] == '[') {
        return fmt::format("a live {} in: {}", line[i], line);
      }
    }
    const std::size_t count = line.starts_with('|') ? pipes(line) : 0;
    if (columns != 0 && count != 0 && count != columns) return fmt::format("a row of {} cells: {}", count - 1, line);
    columns = count;
  }
  return {};
}

std::string svg_fault(std::string_view text) {
  if (std::string fault = terminal_fault(text); !fault.empty()) return fault;
  pugi::xml_document xml;
  const auto result = xml.load_buffer(text.data(), text.size(), pugi::parse_full & ~pugi::parse_declaration);
  return result ? element_fault(xml) : fmt::format("no XML: {}", result.description());
}

}  // namespace safety
