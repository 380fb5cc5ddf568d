// Reads the annotation of tests/gold and brings facts into the form that is compared.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scores/scoring.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace scores {

/// Facts of an annotation (JSON Lines); their places are found in the source by line, quote and mention. Throws
/// std::runtime_error where the source does not have them.
std::vector<Record> load_facts(const std::filesystem::path& jsonl, const zhibiao::Source& source);

std::vector<Record> records_of(const std::vector<zhibiao::Fact>& facts);

/// Targets and results alone: what is scored.
std::vector<Record> counted(std::vector<Record> records);

/// An outline as tab-separated values under a heading line.
std::vector<zhibiao::Item> load_items(const std::filesystem::path& tsv);

/// The data of one document (`000`) from a file of JSON Lines.
zhibiao::DocumentData load_data(const std::filesystem::path& jsonl, const std::string& doc);

/// A document's name (`000`), its annotation and its text among `sources`.
struct Annotated {
  std::string doc;
  std::filesystem::path facts, items, source;
};

/// One for each annotation in `gold`, by name.
std::vector<Annotated> annotated(const std::filesystem::path& gold, const std::filesystem::path& sources);

}  // namespace scores
