// Scores facts, outlines and document data against an annotation made by hand.
//
// Facts are paired one to one where their mentions overlap in the source, best agreement first. A pair counts as
// detected; as right in value if value, value_max, unit, per and comparator agree; as right in full if kind, role,
// change, deadline, item and indicator agree too. Indicators agree at a character F1 of 0.8 with the annotation or
// one of its alternatives; other texts agree when they are equal, blanks aside.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
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
};

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
  std::array<std::size_t, kFieldCount> agree = {};  ///< pairs that agree in each of kFields
  std::vector<std::string> misses;                  ///< one line for each disagreement
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

/// Targets and results of an annotation (JSON Lines); their places are found in the source by line, quote and
/// mention. Throws std::runtime_error where the source does not have them.
std::vector<Record> load_facts(const std::filesystem::path& jsonl, const zhibiao::Source& source);

/// Targets and results among what was found.
std::vector<Record> records_of(const std::vector<zhibiao::Fact>& facts);

FactScore score_facts(const std::string& name, const std::vector<Record>& gold, const std::vector<Record>& found);

/// `gold` needs line, level, marker, path and heading only.
OutlineScore score_items(const std::string& name, const std::vector<zhibiao::Item>& gold,
                         const std::vector<zhibiao::Item>& found);

OutlineScore score_data(const std::string& name, const zhibiao::DocumentData& gold, const zhibiao::DocumentData& found);

/// An outline as tab-separated values under a heading line.
std::vector<zhibiao::Item> load_items(const std::filesystem::path& tsv);

/// The data of one document (`000`) from a file of JSON Lines.
zhibiao::DocumentData load_data(const std::filesystem::path& jsonl, const std::string& doc);

/// Pairs of a document's name (`000`) and its file among `sources`, for each annotation in `gold`.
struct Annotated {
  std::string doc;
  std::filesystem::path facts, items, source;
};
std::vector<Annotated> annotated(const std::filesystem::path& gold, const std::filesystem::path& sources);

}  // namespace scores
