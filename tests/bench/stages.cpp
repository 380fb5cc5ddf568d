// Stage benchmarks: one thread, the text of the seeds in memory, CPU time. Internal headers of the stages are used here.
#include "bench/stages.hpp"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <re2/re2.h>
#include <unicode/brkiter.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include <functional>
#include <memory>
#include <ostream>
#include <streambuf>

#include "bench/documents.hpp"
#include "extract/extractor.hpp"
#include "outline/outline.hpp"
#include "rules/lexicon.hpp"
#include "text/view.hpp"
#include "text/words.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::bench {
namespace {

constexpr const char* kReference = "reference";
constexpr const char* kStages = "stages";

/// Everything the stages take, made once. The vectors are never changed: views point into the sources.
struct Material {
  std::vector<std::string> paths;
  std::vector<Source> sources = read_seeds();
  std::vector<text::View> views;
  std::vector<std::vector<outline::Node>> outlines;
  std::vector<DocumentData> documents;
  std::vector<Analysis> targets;
  std::size_t bytes = bytes_of(sources);
  text::Segmenter segmenter;
  extract::Extractor extractor{Rules::builtin().lexicon()};
  Analyzer analyzer;

  Material() {
    for (const auto& file : seed_files()) paths.push_back(file.string());
    for (const Source& source : sources) {
      views.push_back(text::repair(source));
      outlines.push_back(outline::build_outline(views.back(), source));
      documents.push_back(outline::read_document_data(views.back(), outlines.back()));
      targets.push_back(analyzer.analyze(source));
      std::erase_if(targets.back().facts, [](const Fact& fact) { return fact.role != Role::target; });
    }
  }
};

Material& material() {
  static Material made;
  return made;
}

/// Takes all output and counts it.
class CountingBuffer : public std::streambuf {
 public:
  std::size_t bytes() const { return bytes_; }

 private:
  int_type overflow(int_type c) override {
    ++bytes_;
    return traits_type::not_eof(c);
  }
  std::streamsize xsputn(const char*, std::streamsize count) override {
    bytes_ += static_cast<std::size_t>(count);
    return count;
  }
  std::size_t bytes_ = 0;
};

/// read(2) into one buffer, then ICU's check of all its characters. The number of UTF-16 units.
std::size_t read_and_validate(std::string& buffer) {
  std::size_t units = 0;
  for (const std::string& path : material().paths) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    ::close(file);
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(nullptr, 0, &length, buffer.data(), static_cast<std::int32_t>(got), &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) std::abort();  // a length without a buffer: what is no UTF-8 says so instead
    units += static_cast<std::size_t>(length);
  }
  return units;
}

std::size_t cut_words(icu::BreakIterator& words, const std::vector<icu::UnicodeString>& texts) {
  std::size_t boundaries = 0;
  for (const auto& text : texts) {
    words.setText(text);
    while (words.next() != icu::BreakIterator::DONE) ++boundaries;
  }
  return boundaries;
}

std::size_t find_quantities(const RE2& pattern) {
  std::size_t found = 0;
  for (const Source& source : material().sources) {
    re2::StringPiece rest(source.text().data(), source.text().size());
    while (RE2::FindAndConsume(&rest, pattern)) ++found;
  }
  return found;
}

std::size_t write_targets(Format format) {
  CountingBuffer buffer;
  std::ostream out(&buffer);
  WriteOptions options;
  options.format = format;
  const auto writer = targets_writer(out, options);
  for (std::size_t i = 0; i < material().paths.size(); ++i) writer->write(material().paths[i], material().targets[i]);
  writer->finish();
  return buffer.bytes();
}

/// One benchmark: a pass over the seeds that returns something counted, so that nothing is optimised away.
struct Stage {
  Row row;
  std::function<std::size_t()> pass;
};

template <class Pass>
std::function<std::size_t()> for_each_seed(Pass pass) {
  return [pass] {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < material().sources.size(); ++i) sum += pass(material(), i);
    return sum;
  };
}

Row stage_row(const char* group, const char* label) { return {group, label, std::string(Sheet::kThroughput), {}}; }

std::vector<Stage> references() {
  auto buffer = std::make_shared<std::string>(std::size_t{1} << 20, '\0');
  UErrorCode status = U_ZERO_ERROR;
  std::shared_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
  if (U_FAILURE(status)) std::abort();
  auto texts = std::make_shared<std::vector<icu::UnicodeString>>();
  for (const Source& source : material().sources) {
    texts->push_back(
        icu::UnicodeString::fromUTF8({source.text().data(), static_cast<std::int32_t>(source.text().size())}));
  }
  auto pattern = std::make_shared<RE2>(
      "[0-9][0-9.,]*(?:[-—~][0-9.]+)? ?[十百千万亿]*(?:个百分点|平方米|千人口|人次|万元|%|‰|元|个|人|名|家|所|项|次|张|"
      "天|年|月|日|岁|级|例|种|件|台|辆|户|村|类|场|期|批|套|米|吨|公里|小时|分钟)");
  return {{stage_row(kReference, "read, UTF-8 validated"), [buffer] { return read_and_validate(*buffer); }},
          {icu_words(), [words, texts] { return cut_words(*words, *texts); }},
          {stage_row(kReference, "RE2, number and unit"), [pattern] { return find_quantities(*pattern); }}};
}

std::vector<Stage> stages() {
  return {{stage_row(kStages, "read"),
           for_each_seed([](Material& m, std::size_t i) { return read(m.paths[i]).line_count(); })},
          {stage_row(kStages, "repair"),
           for_each_seed([](Material& m, std::size_t i) { return text::repair(m.sources[i]).text().size(); })},
          {stage_row(kStages, "outline"), for_each_seed([](Material& m, std::size_t i) {
             const auto nodes = outline::build_outline(m.views[i], m.sources[i]);
             return outline::read_document_data(m.views[i], nodes).title.size();
           })},
          {stage_row(kStages, "extract"), for_each_seed([](Material& m, std::size_t i) {
             return m.extractor.extract(m.sources[i], m.views[i], m.outlines[i], m.documents[i], m.segmenter).size();
           })},
          {stage_row(kStages, "write jsonl"), [] { return write_targets(Format::jsonl); }},
          {stage_row(kStages, "write csv"), [] { return write_targets(Format::csv); }},
          {stage_row(kStages, "analyze (repair to extract)"),
           for_each_seed([](Material& m, std::size_t i) { return m.analyzer.analyze(m.sources[i]).facts.size(); })}};
}

std::vector<Stage>& registered() {
  static std::vector<Stage> all;
  return all;
}

/// Hands what Google Benchmark measured to the sheet, by the place of the benchmark in registered().
class Collector : public benchmark::BenchmarkReporter {
 public:
  explicit Collector(Sheet& sheet) : sheet_(sheet) {}
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    const Stage& stage = registered().at(done_++);
    for (const Run& run : runs) {
      // The kernel counts CPU time in ticks: a single short pass may have none.
      const double total = run.cpu_accumulated_time > 0 ? run.cpu_accumulated_time : run.real_accumulated_time;
      const double seconds = total / static_cast<double>(run.iterations);
      sheet_.add(stage.row, static_cast<double>(material().bytes) / 1e6 / seconds);
    }
  }

 private:
  Sheet& sheet_;
  std::size_t done_ = 0;
};

}  // namespace

Row icu_words() { return stage_row(kReference, "ICU, whole text into words"); }

std::vector<Row> pipeline_rows() {
  std::vector<Row> rows;
  for (const char* label : {"read", "repair", "outline", "extract", "write jsonl"}) {
    rows.push_back(stage_row(kStages, label));
  }
  return rows;
}

void prepare_stages(double seconds) {
  registered() = references();
  for (Stage& stage : stages()) registered().push_back(std::move(stage));
  for (const Stage& stage : registered()) {
    auto* made = benchmark::RegisterBenchmark((stage.row.group + "/" + stage.row.label).c_str(),
                                              [pass = stage.pass](benchmark::State& state) {
                                                for ([[maybe_unused]] auto step : state)
                                                  benchmark::DoNotOptimize(pass());
                                              });
    if (seconds > 0) {
      made->MinTime(seconds);
    } else {
      made->Iterations(1);
    }
  }
}

void run_stages(Sheet& sheet) {
  Collector collector(sheet);
  benchmark::RunSpecifiedBenchmarks(&collector);
}

}  // namespace zhibiao::bench
