// Agreement and pairing of facts, items and document data; see scoring.hpp.
#include "scores/scoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "scores/text.hpp"

namespace scores {
namespace {

bool same_number(std::optional<double> gold, std::optional<double> found) {
  if (!gold || !found) return gold.has_value() == found.has_value();
  return std::abs(*gold - *found) <= 1e-9 * std::max(1.0, std::abs(*gold));
}

/// Of indicators and scopes: wordings differ by a word.
constexpr double kAlike = 0.8;

bool same_indicator(const Record& gold, const Record& found) {
  return std::any_of(gold.indicators.begin(), gold.indicators.end(), [&](const std::string& one) {
    return character_f1(one, found.indicators.empty() ? std::string() : found.indicators.front()) >= kAlike;
  });
}

Tally scopes_of(const Record& gold, const Record& found) {
  const bool both = !gold.scope.empty() && !found.scope.empty();
  const auto one = [](bool holds) { return std::size_t{holds ? 1U : 0U}; };
  return {one(!gold.scope.empty()), one(!found.scope.empty()),
          one(both && character_f1(gold.scope, found.scope) >= kAlike)};
}

/// In the order of kFields.
std::array<bool, kFieldCount> agreement(const Record& gold, const Record& found) {
  return {same_number(gold.value, found.value),
          same_number(gold.value_max, found.value_max),
          gold.unit == found.unit,
          gold.per == found.per,
          gold.comparator == found.comparator,
          gold.kind == found.kind,
          gold.role == found.role,
          gold.change == found.change,
          gold.deadline == found.deadline,
          gold.item == found.item,
          same_indicator(gold, found)};
}

std::string number(std::optional<double> value) { return value ? fmt::format("{}", *value) : std::string(); }

std::string field(const Record& record, std::size_t index) {
  const std::array<std::string, kFieldCount> texts = {
      number(record.value),
      number(record.value_max),
      record.unit,
      record.per,
      record.comparator,
      record.kind,
      record.role,
      record.change,
      record.deadline,
      record.item,
      record.indicators.empty() ? std::string() : record.indicators.front()};
  return texts[index];
}

/// Longer than any mention: turns "longest first" into an ascending order.
constexpr std::size_t kLongest = std::size_t{1} << 40;

/// One-to-one pairs of overlapping mentions: best agreement first, then longest overlap, then order of the text.
std::vector<std::pair<std::size_t, std::size_t>> pair_up(const std::vector<Record>& gold,
                                                         const std::vector<Record>& found) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>> options;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t f = 0; f < found.size(); ++f) {
      const std::size_t begin = std::max(gold[g].span.begin, found[f].span.begin);
      const std::size_t end = std::min(gold[g].span.end, found[f].span.end);
      if (begin >= end) continue;
      const auto same = agreement(gold[g], found[f]);
      const auto agreeing = static_cast<std::size_t>(std::count(same.begin(), same.end(), true));
      options.emplace_back(kFieldCount - agreeing, kLongest - (end - begin), g, f);
    }
  }
  std::sort(options.begin(), options.end());
  std::set<std::size_t> gold_taken, found_taken;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [unlike, uncovered, g, f] : options) {
    if (gold_taken.contains(g) || found_taken.contains(f)) continue;
    gold_taken.insert(g);
    found_taken.insert(f);
    pairs.emplace_back(g, f);
  }
  return pairs;
}

/// What an item must agree in, widths of brackets, blanks and list dashes aside.
auto key_of(const zhibiao::Item& item) {
  std::string marker = narrow(item.marker);
  marker.erase(0, marker.find_first_not_of('-'));
  return std::make_tuple(item.line, item.level, marker, narrow(item.path));
}

}  // namespace

std::string Disagreement::text() const {
  const std::string place = fmt::format("{}:{} '{}' {}", doc, line, mention, field);
  return field == kMissed || field == kExtra ? place : fmt::format("{}: gold '{}', found '{}'", place, gold, found);
}

double Tally::precision() const { return found == 0 ? 0 : static_cast<double>(hit) / static_cast<double>(found); }
double Tally::recall() const { return gold == 0 ? 0 : static_cast<double>(hit) / static_cast<double>(gold); }
double Tally::f1() const {
  return gold + found == 0 ? 0 : 2 * static_cast<double>(hit) / static_cast<double>(gold + found);
}

Tally& Tally::operator+=(const Tally& other) {
  gold += other.gold;
  found += other.found;
  hit += other.hit;
  return *this;
}

FactScore& FactScore::operator+=(const FactScore& other) {
  detect += other.detect;
  value += other.value;
  full += other.full;
  scope += other.scope;
  for (std::size_t k = 0; k < kFieldCount; ++k) agree[k] += other.agree[k];
  misses.insert(misses.end(), other.misses.begin(), other.misses.end());
  return *this;
}

std::string FactScore::summary() const {
  const auto row = [](const char* name, const Tally& tally) {
    return fmt::format("  {} P {:.3f} R {:.3f} F1 {:.3f}", name, tally.precision(), tally.recall(), tally.f1());
  };
  std::string fields;
  for (std::size_t k = 0; k < kFieldCount && detect.hit != 0; ++k) {
    fields += fmt::format(" {} {:.3f}", kFields[k], static_cast<double>(agree[k]) / static_cast<double>(detect.hit));
  }
  return fmt::format("gold {:4}  found {:4}{}{}{} |{}", detect.gold, detect.found, row("detect", detect),
                     row("value", value), row("full", full), fields) +
         fmt::format(" | {}", row("scope", scope));
}

double OutlineScore::meta() const {
  return meta_fields == 0 ? 0 : static_cast<double>(meta_right) / static_cast<double>(meta_fields);
}

OutlineScore& OutlineScore::operator+=(const OutlineScore& other) {
  items += other.items;
  meta_right += other.meta_right;
  meta_fields += other.meta_fields;
  misses.insert(misses.end(), other.misses.begin(), other.misses.end());
  return *this;
}

std::string OutlineScore::summary() const {
  return fmt::format("items gold {:3} found {:3} F1 {:.3f}  meta {}/{}", items.gold, items.found, items.f1(),
                     meta_right, meta_fields);
}

std::vector<Match> match(const std::vector<Record>& gold, const std::vector<Record>& found) {
  std::vector<Match> matches;
  std::vector<bool> gold_seen(gold.size()), found_seen(found.size());
  for (const auto& [g, f] : pair_up(gold, found)) {
    gold_seen[g] = found_seen[f] = true;
    matches.push_back({gold[g], found[f]});
  }
  for (std::size_t g = 0; g < gold.size(); ++g) {
    if (!gold_seen[g]) matches.push_back({gold[g], std::nullopt});
  }
  for (std::size_t f = 0; f < found.size(); ++f) {
    if (!found_seen[f]) matches.push_back({std::nullopt, found[f]});
  }
  const auto begin = [](const Match& one) { return (one.gold ? one.gold : one.found)->span.begin; };
  std::stable_sort(matches.begin(), matches.end(), [&](const auto& a, const auto& b) { return begin(a) < begin(b); });
  return matches;
}

FactScore score_matches(const std::string& doc, const std::vector<Match>& matches) {
  const auto is_true = [](bool one) { return one; };
  FactScore score;
  Tally sizes;
  for (const auto& [gold, found] : matches) {
    sizes.gold += gold ? 1 : 0;
    sizes.found += found ? 1 : 0;
    const auto miss = [&, &shown = gold ? *gold : *found](std::string_view what, std::string wanted, std::string got) {
      score.misses.push_back({doc, shown.line, shown.mention, std::string(what), std::move(wanted), std::move(got)});
    };
    if (!gold || !found) {
      miss(gold ? kMissed : kExtra, "", "");
      continue;
    }
    const auto same = agreement(*gold, *found);
    score.detect.hit += 1;
    score.value.hit += std::all_of(same.begin(), same.begin() + kValueFields, is_true) ? 1 : 0;
    score.full.hit += std::all_of(same.begin(), same.end(), is_true) ? 1 : 0;
    score.scope += scopes_of(*gold, *found);
    for (std::size_t k = 0; k < kFieldCount; ++k) {
      score.agree[k] += same[k] ? 1 : 0;
      if (!same[k]) miss(kFields[k], field(*gold, k), field(*found, k));
    }
  }
  for (Tally* tally : {&score.detect, &score.value, &score.full}) *tally += sizes;
  return score;
}

FactScore score_facts(const std::string& doc, const std::vector<Record>& gold, const std::vector<Record>& found) {
  return score_matches(doc, match(gold, found));
}

OutlineScore score_items(const std::string& name, const std::vector<zhibiao::Item>& gold,
                         const std::vector<zhibiao::Item>& found) {
  OutlineScore score;
  score.items = {gold.size(), found.size(), 0};
  std::multimap<decltype(key_of(zhibiao::Item())), const zhibiao::Item*> have;
  for (const auto& item : found) have.emplace(key_of(item), &item);
  for (const auto& item : gold) {
    const auto match = have.find(key_of(item));
    const bool there = match != have.end();
    const bool right = there && narrow(match->second->heading).starts_with(first_characters(narrow(item.heading), 10));
    if (there) have.erase(match);
    score.items.hit += right ? 1 : 0;
    if (!right) {
      score.misses.push_back(fmt::format("{}:{} {} {} '{}': {}", name, item.line, item.marker, item.path, item.heading,
                                         there ? "heading" : "missing"));
    }
  }
  for (const auto& [key, item] : have) {
    score.misses.push_back(
        fmt::format("{}:{} extra {} {} '{}'", name, item->line, item->marker, item->path, item->heading));
  }
  return score;
}

OutlineScore score_data(const std::string& name, const zhibiao::DocumentData& gold,
                        const zhibiao::DocumentData& found) {
  OutlineScore score;
  const auto check = [&](const char* what, const std::string& wanted, const std::string& got) {
    const bool right = narrow(wanted) == narrow(got);
    score.meta_fields += 1;
    score.meta_right += right ? 1 : 0;
    if (!right) score.misses.push_back(fmt::format("{} {}: gold '{}', found '{}'", name, what, wanted, got));
  };
  const auto year = [](const std::optional<int>& one) { return one ? std::to_string(*one) : std::string(); };
  // A bar parts the addressees: none of them holds one.
  check("title", gold.title, found.title);
  check("issuer", gold.issuer, found.issuer);
  check("doc_number", gold.doc_number, found.doc_number);
  check("issued", gold.issued, found.issued);
  check("plan_year", year(gold.plan_year), year(found.plan_year));
  check("addressees", fmt::format("{}", fmt::join(gold.addressees, "|")),
        fmt::format("{}", fmt::join(found.addressees, "|")));
  return score;
}

}  // namespace scores
