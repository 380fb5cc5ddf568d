// What the benchmark reads and compares: the seeds under many names, long documents and facts made of them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "zhibiao/model.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::bench {

/// The five plans of seeds/, by name.
std::vector<std::filesystem::path> seed_files();
std::vector<Source> read_seeds();
std::size_t bytes_of(const std::vector<Source>& sources);

/// A folder of plan files.
struct Corpus {
  std::filesystem::path folder;
  std::size_t files = 0;
  std::size_t bytes = 0;
};

/// Copies of the seeds under other names, in the new folder.
Corpus make_corpus(const std::filesystem::path& folder, std::size_t copies);
/// The files of another corpus ten times, as hard links in ten folders.
Corpus make_tenfold(const std::filesystem::path& folder, const Corpus& corpus);

/// The seeds one behind the other, as often as it takes; without line ends if `one_line`.
std::string long_document(std::size_t bytes, bool one_line);

/// The targets of all seeds.
std::vector<Fact> seed_facts();
/// A plan of that many facts: those of the seeds; when they are used up again, under longer names and other headings.
Plan made_plan(const std::vector<Fact>& seeds, std::size_t facts);
/// The plan some years later: of ten facts one is gone, one is new, one renamed, three have other values.
Plan later_plan(const Plan& plan, int years);

}  // namespace zhibiao::bench
