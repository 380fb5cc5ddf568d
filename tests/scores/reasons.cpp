// Reads reasons.tsv and finds the reason of a disagreement; see reasons.hpp.
#include "scores/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "scores/text.hpp"

namespace scores {

Reasons::Key Reasons::key_of(const Disagreement& one) { return {one.doc, one.line, squash(one.mention), one.field}; }

Reasons::Reasons(std::istream& tsv) {
  std::string row;
  if (!std::getline(tsv, row))
    throw std::runtime_error("reasons.tsv: cannot be read");  // doc line mention field reason
  for (std::size_t number = 2; std::getline(tsv, row); ++number) {
    std::istringstream cells(row);
    std::string line, reason;
    Disagreement one;
    std::getline(cells, one.doc, '\t');
    std::getline(cells, line, '\t');
    std::getline(cells, one.mention, '\t');
    std::getline(cells, one.field, '\t');
    std::getline(cells, reason);
    const bool is_number = !line.empty() && line.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number || reason.empty() || reason.find('\t') != std::string::npos) {
      throw std::runtime_error(
          fmt::format("reasons.tsv:{}: expected doc, line, mention, field and reason, parted by tabs", number));
    }
    one.line = std::stoul(line);
    if (!reasons_.emplace(key_of(one), reason).second) {
      throw std::runtime_error(fmt::format("reasons.tsv:{}: stands twice", number));
    }
  }
}

std::string Reasons::of(const Disagreement& one) const {
  const auto found = reasons_.find(key_of(one));
  return found == reasons_.end() ? std::string() : found->second;
}

std::vector<std::string> Reasons::stale(const std::vector<Disagreement>& all) const {
  std::set<Key> present;
  std::transform(all.begin(), all.end(), std::inserter(present, present.end()), key_of);
  std::vector<std::string> gone;
  for (const auto& [key, reason] : reasons_) {
    const auto& [doc, line, mention, field] = key;
    if (!present.contains(key)) gone.push_back(fmt::format("{}:{} '{}' {}", doc, line, mention, field));
  }
  return gone;
}

}  // namespace scores
