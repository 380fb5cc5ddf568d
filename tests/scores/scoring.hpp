// Scores facts, outlines and document data against an annotation made by hand.
//
// Facts are paired one to one where their mentions overlap in the source, best agreement first. A pair counts as
// detected; as right in value if value, value_max, unit, per and comparator agree; as right in full if kind, role,
// change, deadline, item and indicator agree too. Indicators agree at a character F1 of 0.8 with the annotation or
// one of its alternatives, scopes at the same with the annotated one; other texts agree when they are equal, blanks aside.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace scores {

inline constexpr std::size_t kFieldCount = 11;
/// The first five make the value.
inline constexpr std::size_t kValueFields = 5;
inline constexpr std::array<std::string_view, kFieldCount> kFields = {
    "value", "value_max", "unit", "per", "comparator", "kind", "role", "change", "deadline", "item", "indicator"};

/// The compared fields of one fact, annotated or found. Texts are without blanks; empty: null.
struct Record {
  zhibiao::Span span;  ///< of the mention in the source
  std::size_t line = 1;
  std::string mention;
  std::optional<double> value, value_max;
  std::string unit, per, comparator, kind, role, change, deadline, item;
  std::vector<std::string> indicators;  ///< all that are right
  std::string scope;
};

/// A pair, or one alone: not found, or found without being annotated.
struct Match {
  std::optional<Record> gold, found;
};

/// One difference between annotation and program.
struct Disagreement {
  std::string doc;  ///< `000`
  std::size_t line = 1;
  std::string mention;
  std::string field;        ///< of kFields, or kMissed, or kExtra
  std::string gold, found;  ///< the field's values; both empty where the whole fact is missed or extra
  std::string text() const;
};
inline constexpr std::string_view kMissed = "missed";
inline constexpr std::string_view kExtra = "extra";

/// Hits among `found` against `gold`; sums up over documents.
struct Tally {
  std::size_t gold = 0, found = 0, hit = 0;
  double precision() const;
  double recall() const;
  double f1() const;
  Tally& operator+=(const Tally& other);
};

struct FactScore {
  Tally detect, value, full;
  Tally scope;  ///< scopes of the facts that have a partner; no part of the other scores
  std::array<std::size_t, kFieldCount> agree = {};  ///< pairs that agree in each of kFields
  std::vector<Disagreement> misses;                 ///< in the order of the text
  FactScore& operator+=(const FactScore& other);
  std::string summary() const;
};

struct OutlineScore {
  Tally items;
  std::size_t meta_right = 0, meta_fields = 0;
  std::vector<std::string> misses;
  double meta() const;
  OutlineScore& operator+=(const OutlineScore& other);
  std::string summary() const;
};

/// Pairs facts; in the order of the text.
std::vector<Match> match(const std::vector<Record>& gold, const std::vector<Record>& found);

FactScore score_matches(const std::string& doc, const std::vector<Match>& matches);
FactScore score_facts(const std::string& doc, const std::vector<Record>& gold, const std::vector<Record>& found);

/// `gold` needs line, level, marker, path and heading only.
OutlineScore score_items(const std::string& name, const std::vector<zhibiao::Item>& gold,
                         const std::vector<zhibiao::Item>& found);

OutlineScore score_data(const std::string& name, const zhibiao::DocumentData& gold, const zhibiao::DocumentData& found);

}  // namespace scores
