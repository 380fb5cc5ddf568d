// The generators of edited plans. Every choice comes from the generator handed in.
#include "compare/edited_plan.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "zhibiao/read.hpp"
#include "zhibiao/rules.hpp"

namespace compare_tests {
namespace {

using zhibiao::Decimal;
using zhibiao::Fact;
using zhibiao::Item;
using zhibiao::Source;
using zhibiao::Span;

/// Sentences of other plans' prose, each with a target.
const std::vector<std::string> kWritten = {
    "新改建农村公路120公里。",
    "完成造林绿化3.5万亩。",
    "蚕茧总产量稳定在4.5万吨以上。",
    "改造城镇老旧小区38个。",
    "新增公共停车泊位2600个。",
    "城市生活污水集中收集率达到72%。",
    "新建充电桩900根。",
    "新认定高新技术企业15家。",
    "规模以上工业增加值增长7.5%。",
    "实现旅游总收入46亿元。",
    "改造提升农贸市场9家。",
    "电网建设投资3.2亿元。",
    "轨道交通运营里程达到85公里。",
    "秸秆综合利用率达到93%以上。",
    "发放创业担保贷款1.8亿元。",
    "建设口袋公园22处。",
    "举办专场招聘会60场。",
    "地表水优良断面比例达到88%。",
    "新增普通高中学位2400个。",
    "治理水土流失面积75平方公里。",
    "建成高标准农田6.5万亩。",
    "快递业务量突破3亿件。",
    "培育省级专精特新企业12家。",
    "修缮历史建筑17幢。",
};

/// Words of official prose that do not change what is promised.
const std::vector<std::pair<std::string, std::string>> kProse = {
    {"不低于", "不少于"}, {"达到", "提高到"},   {"建成", "建设完成"}, {"力争", "争取"},     {"控制在", "严格控制在"},
    {"开展", "组织开展"}, {"培育", "培育发展"}, {"实现", "力争实现"}, {"推进", "加快推进"},
};

using Synonyms = std::vector<std::pair<std::string, std::string>>;

/// The prose above, and each word of a group of synonyms in the rules with the next one.
Synonyms all_synonyms() {
  Synonyms all = kProse;
  for (const zhibiao::RuleInfo& rule : zhibiao::Rules::builtin().list()) {
    if (rule.type != "synonyms") continue;
    const std::size_t begin = rule.source.find("words = [");
    const std::string list = rule.source.substr(begin, rule.source.find(']', begin) - begin);
    std::vector<std::string> words;
    for (std::size_t at = list.find('"'); at != std::string::npos; at = list.find('"', at)) {
      const std::size_t end = list.find('"', at + 1);
      words.push_back(list.substr(at + 1, end - at - 1));
      at = end + 1;
    }
    for (std::size_t i = 0; i < words.size(); ++i) all.emplace_back(words[i], words[(i + 1) % words.size()]);
  }
  return all;
}

/// A stretch of the old text and what stands in its place.
struct Patch {
  std::size_t begin;
  std::size_t end;
  std::string text;
};

class Editor {
 public:
  explicit Editor(std::string_view text) : text_(text) {}

  /// False where something else was changed already.
  bool replace(std::size_t begin, std::size_t end, std::string text) {
    const bool free = std::none_of(patches_.begin(), patches_.end(), [&](const Patch& one) {
      return begin < std::max(one.end, one.begin + 1) && one.begin < std::max(end, begin + 1);
    });
    if (free) patches_.push_back({begin, end, std::move(text)});
    return free;
  }

  bool touched(std::size_t begin, std::size_t end) const {
    return std::any_of(patches_.begin(), patches_.end(),
                       [&](const Patch& one) { return one.begin < end && begin < one.end; });
  }

  std::string result() { return result({0, text_.size()}); }

  /// Of a stretch in which all changes lie.
  std::string result(Span stretch) {
    std::sort(patches_.begin(), patches_.end(), [](const Patch& a, const Patch& b) { return a.begin < b.begin; });
    std::string all;
    std::size_t done = stretch.begin;
    for (const Patch& one : patches_) {
      all += std::string(text_.substr(done, one.begin - done)) + one.text;
      done = one.end;
    }
    return all + std::string(text_.substr(done, stretch.end - done));
  }

  /// Where an old place is in the result. Call after result().
  std::size_t place(std::size_t old_place) const {
    std::size_t now = old_place;
    for (const Patch& one : patches_) {
      if (one.begin >= old_place) break;
      now = now + one.text.size() - (one.end - one.begin);
    }
    return now;
  }

 private:
  std::string_view text_;
  std::vector<Patch> patches_;
};

bool at_line_start(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '-')) --at;
  return at == 0 || text[at - 1] == '\n';
}

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// Drops whole items that have none below them: one in eight.
void drop_items(const std::vector<Item>& items, std::string_view text, Random& random, Editor& editor) {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const bool leaf = items[i + 1].level <= items[i].level;
    const std::size_t begin = items[i].span.begin;
    const std::size_t next = items[i + 1].span.begin;
    if (!leaf || !at_line_start(text, begin) || !at_line_start(text, next) || pick(random, 1, 8) != 1) continue;
    editor.replace(line_start(text, begin), line_start(text, next), "");
  }
}

/// The one plain number of a mention; empty if it has none or several.
Span number_of(std::string_view mention) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto first = std::find_if(mention.begin(), mention.end(), digit);
  auto last = first;
  while (last != mention.end() && (digit(*last) || (*last == '.' && last + 1 != mention.end() && digit(last[1])))) {
    ++last;
  }
  if (std::any_of(last, mention.end(), digit)) return {};
  return {static_cast<std::size_t>(first - mention.begin()), static_cast<std::size_t>(last - mention.begin())};
}

/// Another number printed with as many places: up or down by up to a third, a step at least.
std::string other_number(std::string_view printed, bool at_most_100, Random& random) {
  std::string digits(printed);
  const std::size_t point = digits.find('.');
  const std::size_t places = point == std::string::npos ? 0 : digits.size() - point - 1;
  if (point != std::string::npos) digits.erase(point, 1);
  const auto number = std::stoull(digits);
  const auto step = std::max<unsigned long long>(1, number * pick(random, 5, 33) / 100);
  auto most = 100ULL;
  for (std::size_t i = 0; i < places; ++i) most *= 10;
  const bool up = (pick(random, 0, 1) == 1 || number <= step) && !(at_most_100 && number + step > most);
  if (!up && number <= step) return std::string(printed);
  std::string changed = std::to_string(up ? number + step : number - step);
  if (places == 0) return changed;
  if (changed.size() <= places) changed.insert(0, places + 1 - changed.size(), '0');
  return changed.insert(changed.size() - places, ".");
}

/// Changes the fact's number; what is then to be found. Empty if the number is no plain one.
std::optional<Fate> change_number(const Fact& fact, std::string_view text, Random& random, Editor& editor) {
  if (!fact.value || fact.value_max) return std::nullopt;
  const Span number = number_of(text.substr(fact.span.begin, fact.span.size()));
  if (number.begin >= number.end) return std::nullopt;
  const std::size_t begin = fact.span.begin + number.begin;
  const std::string printed(text.substr(begin, number.size()));
  const std::string changed = other_number(printed, fact.unit == "%", random);
  const auto before = Decimal::parse(printed);
  const auto after = Decimal::parse(changed);
  if (!before || !after || *before == *after || *before == Decimal()) return std::nullopt;
  const auto less = before->times(Decimal(-1));
  const auto scale = fact.value->divided(*before, 12);
  if (!less || !scale || !editor.replace(begin, begin + number.size(), changed)) return std::nullopt;
  Fate fate{Edit::number, 0, after->plus(*less)};
  fate.delta = fate.delta->times(*scale);
  return fate;
}

/// Says something in the fact's clause in other words.
bool reword(const Fact& fact, std::string_view text, Random& random, Editor& editor) {
  std::size_t begin = fact.span.begin;
  for (const std::string_view stop : {"\n", "。", "；", "，", ";", ","}) {
    const std::size_t found = text.rfind(stop, fact.span.begin);
    const std::size_t behind = found == std::string_view::npos ? 0 : found + stop.size();
    begin = begin == fact.span.begin ? behind : std::max(begin, behind);
  }
  const std::string_view clause = text.substr(begin, fact.span.begin - begin);
  static const Synonyms kSynonyms = all_synonyms();
  const std::size_t first = pick(random, 0, kSynonyms.size() - 1);
  for (std::size_t i = 0; i < kSynonyms.size(); ++i) {
    const auto& [word, other] = kSynonyms[(first + i) % kSynonyms.size()];
    const std::size_t at = clause.find(word);
    // Not where it is the other word already.
    if (at == std::string_view::npos || clause.find(other) != std::string_view::npos) continue;
    if (editor.replace(begin + at, begin + at + word.size(), other)) return true;
  }
  return false;
}

/// Puts a sentence behind the paragraph of one item in six. Returns the old places and the sentences.
std::vector<std::pair<std::size_t, std::string>> write_sentences(const std::vector<Item>& items, std::string_view text,
                                                                 Random& random, Editor& editor) {
  std::vector<std::string> left = kWritten;
  std::vector<std::pair<std::size_t, std::string>> written;
  for (const Item& item : items) {
    std::size_t end = std::min(item.span.end, text.size());
    while (end > item.span.begin && (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
    if (left.empty() || !text.substr(0, end).ends_with("。") || pick(random, 1, 6) != 1) continue;
    const std::size_t which = pick(random, 0, left.size() - 1);
    if (editor.touched(end - 1, end) || !editor.replace(end, end, left[which])) continue;
    written.emplace_back(end, left[which]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(which));
  }
  return written;
}

/// Top sections, each up to the next one.
std::vector<Span> sections_of(const std::vector<Item>& items, std::string_view text) {
  std::vector<Span> sections;
  for (const Item& item : items) {
    if (item.level != 1) continue;
    const std::size_t begin = line_start(text, item.span.begin);
    if (!sections.empty()) sections.back().end = begin;
    sections.push_back({begin, text.size()});
  }
  return sections;
}

std::vector<std::size_t> shuffled_order(std::size_t size, Random& random) {
  std::vector<std::size_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = i;
  for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[pick(random, 0, i - 1)]);
  return order;
}

std::vector<std::string> top_markers(const std::vector<Item>& items) {
  std::vector<std::string> markers;
  for (const Item& item : items) {
    if (item.level == 1) markers.push_back(item.marker);
  }
  return markers;
}

bool is_number(std::string_view marker) { return !marker.empty() && marker[0] >= '1' && marker[0] <= '9'; }

/// The markers `1.`, `2.` … where they count on across sections; empty where they begin anew.
std::vector<std::string> running_markers(const std::vector<Item>& items) {
  std::vector<std::string> markers;
  for (const Item& item : items) {
    if (item.level == 1 || !is_number(item.marker)) continue;
    markers.push_back(item.marker);
    if (markers.size() > 1 && item.marker.starts_with("1.")) return {};
  }
  return markers;
}

}  // namespace

EditedPlan edited(const Source& source, const std::vector<Item>& items, const std::vector<Fact>& facts,
                  Random& random) {
  const std::string_view text = source.text();
  Editor editor(text);
  drop_items(items, text, random, editor);
  EditedPlan plan;
  for (const Fact& fact : facts) {
    Fate fate;
    if (editor.touched(fact.span.begin, fact.span.end)) fate.edit = Edit::dropped;
    plan.fates.push_back(fate);
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (plan.fates[i].edit != Edit::none) continue;
    const std::size_t die = pick(random, 1, 10);
    if (die <= 4) plan.fates[i] = change_number(facts[i], text, random, editor).value_or(Fate());
    if (die > 2 && die <= 7 && reword(facts[i], text, random, editor) && plan.fates[i].edit == Edit::none) {
      plan.fates[i].edit = Edit::reworded;
    }
  }
  const auto written = write_sentences(items, text, random, editor);
  plan.text = editor.result();
  for (std::size_t i = 0; i < facts.size(); ++i) plan.fates[i].place = editor.place(facts[i].span.begin);
  for (const auto& [place, sentence] : written) {
    const std::size_t begin = editor.place(place);
    plan.written.push_back({begin, begin + sentence.size()});
  }
  return plan;
}

ShuffledPlan shuffled(const Source& source, const std::vector<Item>& items, const std::vector<Fact>& facts,
                      Random& random) {
  const std::string_view text = source.text();
  const std::vector<Span> sections = sections_of(items, text);
  ShuffledPlan plan;
  plan.order = shuffled_order(sections.size(), random);
  plan.text = text.substr(0, sections.empty() ? text.size() : sections.front().begin);
  for (const Fact& fact : facts) {
    plan.places.push_back(fact.span.begin);
    plan.sections.push_back(kNoSection);
  }
  const auto top = top_markers(items);
  const auto running = running_markers(items);
  std::size_t next = 0;  // of the running markers
  for (std::size_t position = 0; position < sections.size(); ++position) {
    const Span section = sections[plan.order[position]];
    Editor editor(text);
    for (const Item& item : items) {
      if (item.span.begin < section.begin || item.span.begin >= section.end) continue;
      const bool number = !running.empty() && is_number(item.marker);
      if (item.level != 1 && !number) continue;
      editor.replace(item.span.begin, item.span.begin + item.marker.size(),
                     item.level == 1 ? top[position] : running[next++]);
    }
    const std::size_t begin = plan.text.size();
    plan.text += editor.result(section);
    if (!plan.text.ends_with('\n')) plan.text += '\n';
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i].span.begin < section.begin || facts[i].span.begin >= section.end) continue;
      plan.places[i] = begin + editor.place(facts[i].span.begin) - section.begin;
      plan.sections[i] = plan.order[position];
    }
  }
  return plan;
}

std::vector<Source> real_plans() {
  std::vector<Source> plans;
  for (const char* folder : {"seeds", "tests/gold/diff"}) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ZHIBIAO_SOURCE_DIR "/") + folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) plans.push_back(zhibiao::read(path));
  }
  return plans;
}

std::vector<Fact> telling_facts(std::vector<Fact> facts) {
  std::erase_if(facts, [](const Fact& fact) { return fact.role == zhibiao::Role::mention; });
  return facts;
}

}  // namespace compare_tests
