// Material of the benchmark, made from seeds/ alone and the same in every run.
#include "bench/documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "zhibiao/analyze.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao::bench {
namespace {

namespace fs = std::filesystem;

/// `text` without line ends and the blanks around them.
std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool end = c == '\n' || c == '\r';
    if (end) {
      while (line.ends_with(' ')) line.pop_back();
    } else if (c != ' ' || !line.empty()) {
      line.push_back(c);
    }
  }
  return line;
}

/// The first characters of a name, at most that many.
std::string opening(const std::string& name, std::size_t characters) {
  std::size_t at = 0;
  while (at < name.size() && characters > 0) {
    ++at;
    while (at < name.size() && (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80U) ++at;
    --characters;
  }
  return name.substr(0, at);
}

std::string moved_on(const std::string& date, int years) {
  const bool dated =
      date.size() >= 4 && std::all_of(date.begin(), date.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
  return dated ? std::to_string(std::stoi(date.substr(0, 4)) + years) + date.substr(4) : date;
}

void edit(Fact& fact, std::size_t number, int years) {
  const std::size_t kind = (number + static_cast<std::size_t>(years)) % 10;
  if (kind == 2) fact.indicator = fact.heading.substr(0, fact.heading.size() / 6 * 3) + fact.indicator;
  if (kind < 3 || kind > 5 || !fact.value) return;
  fact.value = fact.value->times(Decimal(static_cast<std::int64_t>(kind + 6)));
  if (fact.value) fact.value = fact.value->divided(Decimal(10), 2);
}

}  // namespace

std::vector<fs::path> seed_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "seeds")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Source> read_seeds() {
  std::vector<Source> sources;
  for (const fs::path& file : seed_files()) sources.push_back(read(file.string()));
  return sources;
}

std::size_t bytes_of(const std::vector<Source>& sources) {
  std::size_t bytes = 0;
  for (const Source& source : sources) bytes += source.text().size();
  return bytes;
}

Corpus make_corpus(const fs::path& folder, std::size_t copies) {
  Corpus corpus{folder, 0, 0};
  fs::create_directories(folder);
  for (const fs::path& seed : seed_files()) {
    for (std::size_t copy = 0; copy < copies; ++copy) {
      fs::copy_file(seed, folder / fmt::format("{}_{:04}.txt", seed.stem().string(), copy));
      ++corpus.files;
    }
    corpus.bytes += fs::file_size(seed) * copies;
  }
  return corpus;
}

Corpus make_tenfold(const fs::path& folder, const Corpus& corpus) {
  for (int part = 0; part < 10; ++part) {
    const fs::path below = folder / std::to_string(part);
    fs::create_directories(below);
    for (const auto& entry : fs::directory_iterator(corpus.folder)) {
      fs::create_hard_link(entry.path(), below / entry.path().filename());
    }
  }
  return {folder, corpus.files * 10, corpus.bytes * 10};
}

std::string long_document(std::size_t bytes, bool one_line) {
  std::string round;
  for (const Source& source : read_seeds()) {
    const std::string text(source.text());
    round += one_line ? on_one_line(text) : text + "\n";
  }
  std::string document;
  document.reserve(bytes + round.size());
  while (document.size() < bytes) document += round;
  return document;
}

std::vector<Fact> seed_facts() {
  std::vector<Fact> facts;
  Analyzer analyzer;
  for (const Source& source : read_seeds()) {
    for (Fact& fact : analyzer.analyze(source).facts) {
      if (fact.role == Role::target) facts.push_back(std::move(fact));
    }
  }
  return facts;
}

Plan made_plan(const std::vector<Fact>& seeds, std::size_t facts) {
  Plan plan;
  plan.file = "plan.txt";
  plan.document.plan_year = 2020;
  for (std::size_t i = 0; i < facts; ++i) {
    const std::size_t turn = i / seeds.size();
    Fact fact = seeds[i % seeds.size()];
    const Fact& other = seeds[(i * 7 + turn * 13) % seeds.size()];
    if (turn > 0) {
      fact.indicator = opening(other.indicator, 2 + turn % 3) + fact.indicator;
      fact.heading = other.heading;
    }
    fact.file = plan.file;
    fact.year = plan.document.plan_year;
    fact.line = i + 1;
    fact.span = {i * 100, i * 100 + fact.mention.size()};
    plan.facts.push_back(std::move(fact));
  }
  return plan;
}

Plan later_plan(const Plan& plan, int years) {
  Plan later = plan;
  later.file = fmt::format("plan_{}.txt", years);
  later.document.plan_year = *plan.document.plan_year + years;
  later.facts.clear();
  for (std::size_t i = 0; i < plan.facts.size(); ++i) {
    Fact fact = plan.facts[i];
    if ((i + static_cast<std::size_t>(years)) % 10 == 0) continue;
    edit(fact, i, years);
    fact.deadline = moved_on(fact.deadline, years);
    fact.year = later.document.plan_year;
    fact.file = later.file;
    later.facts.push_back(fact);
    if ((i + static_cast<std::size_t>(years)) % 10 != 1) continue;
    fact.indicator = opening(plan.facts[(i * 3 + 1) % plan.facts.size()].indicator, 4) + opening(fact.indicator, 4);
    fact.span.begin += 50;
    fact.span.end += 50;
    later.facts.push_back(std::move(fact));
  }
  return later;
}

}  // namespace zhibiao::bench
