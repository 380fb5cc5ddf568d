// Compare, plans: which plan of the new side follows which of the old one.
// In: two lists of plans. Out: pairs by issuer, title and year. Tested by tests/compare/diff_match_test.cpp.
#include "zhibiao/plan_match.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "text/chars.hpp"

namespace zhibiao {
namespace {

constexpr double kLikeTitles = 0.6;
constexpr int kUnknownYears = 40;  ///< worse than any likely distance of two plans, better than the same year
constexpr int kSameYear = 50;
constexpr int kBackwards = 100;

/// Without blanks and numbers: what titles and names of one plan's years have in common.
std::u32string key_of(std::string_view text) {
  std::u32string key;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t ch = text::fold_width(text::next_char(text, at));
    if (!text::is_digit(ch) && !text::is_blank(ch) && !text::is_invisible(ch)) key.push_back(ch);
  }
  return key;
}

/// The file's name without its folders and its ending.
std::string_view stem_of(std::string_view file) {
  file.remove_prefix(file.find_last_of("/\\") + 1);
  return file.substr(0, file.rfind('.'));
}

/// Dice's coefficient of the pairs of neighbouring characters; 1 for equal texts.
double likeness(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 1;
  if (a.size() < 2 || b.size() < 2) return 0;
  std::map<std::u32string, int> counts;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) ++counts[a.substr(i, 2)];
  std::size_t shared = 0;
  for (std::size_t i = 0; i + 1 < b.size(); ++i) {
    if (counts[b.substr(i, 2)]-- > 0) ++shared;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - 2);
}

/// An office and its department count as one: one name contains the other.
bool one_issuer(const std::string& a, const std::string& b) {
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

int distance(const std::optional<int>& before, const std::optional<int>& after) {
  if (!before || !after) return kUnknownYears;
  const int years = *after - *before;
  return years > 0 ? years : years == 0 ? kSameYear : kBackwards - years;
}

/// How well two plans go together, the best the smallest.
struct Fit {
  int issuer = 0;  ///< 0 the same file, 1 the same issuer, 2 one of them does not say
  int title = 0;   ///< likeness in thousandths, negative
  int years = 0;
  std::string old_file, new_file;  ///< decide between equals
  PlanMatch pair;
  auto key() const { return std::tie(issuer, title, years, new_file, old_file); }
};

/// Empty where the two are no plans of one series.
std::optional<Fit> fit_of(const Plan& before, const Plan& after) {
  const DocumentData& a = before.document;
  const DocumentData& b = after.document;
  Fit fit;
  fit.old_file = before.file;
  fit.new_file = after.file;
  if (before.file == after.file) return fit;  // the same plan on both sides
  const bool issuers = !a.issuer.empty() && !b.issuer.empty();
  if (issuers && !one_issuer(a.issuer, b.issuer)) return std::nullopt;
  fit.issuer = issuers ? 1 : 2;
  const bool titles = !a.title.empty() && !b.title.empty();
  const double alike = titles ? likeness(key_of(a.title), key_of(b.title)) : 0;
  if (titles && alike < kLikeTitles) return std::nullopt;
  fit.title = -static_cast<int>(std::lround(alike * 1000));
  if (!issuers && !titles) {
    const std::u32string name = key_of(stem_of(before.file));
    if (name.empty() || name != key_of(stem_of(after.file))) return std::nullopt;
  }
  fit.years = distance(a.plan_year, b.plan_year);
  return fit;
}

}  // namespace

std::vector<PlanMatch> match_plans(std::span<const Plan> old_side, std::span<const Plan> new_side) {
  std::vector<Fit> fits;
  for (std::size_t i = 0; i < old_side.size(); ++i) {
    for (std::size_t j = 0; j < new_side.size(); ++j) {
      auto fit = fit_of(old_side[i], new_side[j]);
      if (old_side.size() == 1 && new_side.size() == 1) fit = Fit();
      if (!fit) continue;
      fit->pair = {i, j};
      fits.push_back(std::move(*fit));
    }
  }
  // Back in time only where nothing goes forward: somebody named the sides the other way round.
  const auto backwards = [](const Fit& fit) { return fit.years > kBackwards; };
  if (!std::all_of(fits.begin(), fits.end(), backwards)) std::erase_if(fits, backwards);
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.key() < b.key(); });
  std::vector<std::optional<std::size_t>> before(new_side.size());
  std::vector<bool> taken(old_side.size());
  for (const Fit& fit : fits) {
    if (taken[*fit.pair.old_plan] || before[*fit.pair.new_plan]) continue;
    taken[*fit.pair.old_plan] = true;
    before[*fit.pair.new_plan] = fit.pair.old_plan;
  }
  std::vector<PlanMatch> pairs;
  for (std::size_t j = 0; j < new_side.size(); ++j) pairs.push_back({before[j], j});
  for (std::size_t i = 0; i < old_side.size(); ++i) {
    if (!taken[i]) pairs.push_back({i, std::nullopt});
  }
  return pairs;
}

}  // namespace zhibiao
