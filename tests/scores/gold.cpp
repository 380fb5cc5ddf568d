// Reads the annotation and turns facts into the records that are compared; see gold.hpp.
#include "scores/gold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "scores/text.hpp"

namespace scores {
namespace {

using Json = nlohmann::json;

/// Null and missing are empty.
std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

std::optional<double> number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<double>();
}

std::vector<Json> rows_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path.string() + ": cannot be opened");
  std::vector<Json> rows;
  for (std::string row; std::getline(in, row);) {
    if (!row.empty()) rows.push_back(Json::parse(row));
  }
  return rows;
}

/// The mention's offset in its quote; of equal mentions in one quote the `occurrence`th, or the last.
std::size_t find_mention(std::string_view quote, std::string_view mention, std::size_t occurrence) {
  std::size_t at = quote.find(mention);
  for (; occurrence > 0; --occurrence) {
    const std::size_t next = quote.find(mention, at + 1);
    if (next != std::string_view::npos) at = next;
  }
  return at;
}

}  // namespace

std::vector<Record> load_facts(const std::filesystem::path& jsonl, const zhibiao::Source& source) {
  std::vector<Record> records;
  std::map<std::string, std::size_t> used;
  for (const Json& row : rows_of(jsonl)) {
    const auto line = row.at("line").get<std::size_t>();
    const auto quote = row.at("quote").get<std::string>();
    const auto mention = row.at("mention").get<std::string>();
    const zhibiao::Span place = source.line(line);
    const std::size_t in_line = source.slice(place).find(quote);
    const std::size_t in_quote = find_mention(quote, mention, used[fmt::format("{}\n{}\n{}", line, quote, mention)]++);
    if (in_line == std::string_view::npos || in_quote == std::string::npos) {
      throw std::runtime_error(fmt::format("{}: not in the source: line {} '{}'", jsonl.string(), line, mention));
    }
    Record record;
    record.span.begin = place.begin + in_line + in_quote;
    record.span.end = record.span.begin + mention.size();
    record.line = line;
    record.mention = mention;
    record.value = number_of(row, "value");
    record.value_max = number_of(row, "value_max");
    record.unit = squash(text_of(row, "unit"));
    record.per = squash(text_of(row, "per"));
    record.comparator = squash(text_of(row, "comparator"));
    record.kind = text_of(row, "kind");
    record.role = text_of(row, "role");
    record.change = text_of(row, "change");
    record.deadline = squash(text_of(row, "deadline"));
    record.item = squash(text_of(row, "item"));
    record.indicators = row.value("indicator_or", std::vector<std::string>());
    record.indicators.insert(record.indicators.begin(), text_of(row, "indicator"));
    record.scope = squash(text_of(row, "scope"));
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<Record> records_of(const std::vector<zhibiao::Fact>& facts) {
  const auto approx = [](const std::optional<zhibiao::Decimal>& value) {
    return value ? std::optional<double>(value->approx()) : std::nullopt;
  };
  std::vector<Record> records;
  for (const auto& fact : facts) {
    Record record;
    record.span = fact.span;
    record.line = fact.line;
    record.mention = fact.mention;
    record.value = approx(fact.value);
    record.value_max = approx(fact.value_max);
    record.unit = squash(fact.unit);
    record.per = squash(fact.per);
    record.comparator = squash(fact.comparator);
    record.kind = zhibiao::name_of(fact.kind);
    record.role = zhibiao::name_of(fact.role);
    record.change = fact.change;
    record.deadline = squash(fact.deadline);
    record.item = squash(fact.item);
    record.indicators = {fact.indicator};
    record.scope = squash(fact.scope);
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<Record> counted(std::vector<Record> records) {
  std::erase_if(records, [](const Record& one) { return one.role != "target" && one.role != "result"; });
  return records;
}

std::vector<zhibiao::Item> load_items(const std::filesystem::path& tsv) {
  std::ifstream in(tsv);
  if (!in) throw std::runtime_error(tsv.string() + ": cannot be opened");
  std::vector<zhibiao::Item> items;
  std::string row;
  std::getline(in, row);  // line level marker path heading
  while (std::getline(in, row)) {
    std::istringstream cells(row);
    std::string line, level;
    zhibiao::Item item;
    std::getline(cells, line, '\t');
    std::getline(cells, level, '\t');
    std::getline(cells, item.marker, '\t');
    std::getline(cells, item.path, '\t');
    std::getline(cells, item.heading, '\t');
    item.line = std::stoul(line);
    item.level = std::stoul(level);
    items.push_back(std::move(item));
  }
  return items;
}

zhibiao::DocumentData load_data(const std::filesystem::path& jsonl, const std::string& doc) {
  for (const Json& row : rows_of(jsonl)) {
    if (row.at("doc") != doc) continue;
    zhibiao::DocumentData data;
    data.title = text_of(row, "title");
    data.issuer = text_of(row, "issuer");
    data.doc_number = text_of(row, "doc_number");
    data.issued = text_of(row, "issued");
    if (const auto year = number_of(row, "plan_year")) data.plan_year = static_cast<int>(*year);
    data.addressees = row.value("addressees", std::vector<std::string>());
    return data;
  }
  throw std::runtime_error(jsonl.string() + ": no document " + doc);
}

std::vector<Annotated> annotated(const std::filesystem::path& gold, const std::filesystem::path& sources) {
  std::vector<Annotated> all;
  for (const auto& entry : std::filesystem::directory_iterator(gold)) {
    const std::string doc = entry.path().stem().string();
    if (entry.path().extension() != ".jsonl" || doc == "meta") continue;
    Annotated one{doc, entry.path(), gold / (doc + ".outline.tsv"), {}};
    for (const auto& source : std::filesystem::directory_iterator(sources)) {
      const auto& path = source.path();
      if (path.extension() == ".txt" && path.filename().string().starts_with(doc)) one.source = path;
    }
    if (one.source.empty()) throw std::runtime_error(doc + ": no source in " + sources.string());
    all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(), [](const Annotated& a, const Annotated& b) { return a.doc < b.doc; });
  return all;
}

}  // namespace scores
