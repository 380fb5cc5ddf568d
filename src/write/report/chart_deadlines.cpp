// Write, report: what is due when. Input: documents; output: a figure with an axis of time and the dates most are due.
// Tested by tests/write/report_charts_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "write/report/chart_kinds.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kListed = 8;  ///< dates told with what is due
constexpr std::size_t kNames = 3;   ///< of what is due
constexpr int kMostBins = 36;
constexpr double kBars = 96;     ///< the highest bar
constexpr double kTop = 20;      ///< room for the number above it
constexpr double kAxis = 30;     ///< room for the years below
constexpr double kInset = 0.02;  ///< from the sides to the first and last day

/// What is due at one date, as written: `2020-12-31`, `2020-05`.
struct Due {
  std::vector<const Fact*> targets;
  std::vector<const Fact*> results;
  std::size_t count() const { return targets.size() + results.size(); }
};

/// All dated facts, by date.
struct Deadlines {
  std::map<std::string, Due> dates;
  std::size_t facts = 0;  ///< targets and results, dated or not
  std::size_t dated = 0;
  std::size_t lengths = 0;  ///< `P3Y`
  std::string length;       ///< one of them
};

bool is_date(std::string_view text) {
  return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

Deadlines collect(Documents documents) {
  Deadlines all;
  for (const ReportDocument& document : documents) {
    for (const Fact& fact : document.analysis.facts) {
      if (!is_drawn(fact)) continue;
      ++all.facts;
      if (fact.deadline.starts_with('P')) {
        ++all.lengths;
        if (all.length.empty()) all.length = fact.deadline;
      }
      // Of a span its end counts.
      const std::string date(deadline_end(fact.deadline));
      if (!is_date(date)) continue;
      ++all.dated;
      Due& due = all.dates[date];
      (fact.role == Role::target ? due.targets : due.results).push_back(&fact);
    }
  }
  return all;
}

/// Months since the year 0 of the month the date is in; a year ends with its December.
int month_of(const std::string& date) {
  const int year = std::stoi(date.substr(0, 4));
  const int month = date.size() >= 7 ? std::stoi(date.substr(5, 2)) : 12;
  return year * 12 + std::clamp(month, 1, 12) - 1;
}

/// Time cut into bins of as many months, from a bin's start to a bin's end.
struct Time {
  int first = 0;   ///< month
  int months = 1;  ///< of a bin: 1, 3, 6, 12 or years
  int bins = 1;
  double width() const { return (1 - 2 * kInset) / bins; }
  int bin(int month) const { return (month - first) / months; }
  double x(int month) const { return kInset + width() * static_cast<double>(month - first) / months; }
};

Time time_of(const Deadlines& all) {
  const int first = month_of(all.dates.begin()->first);
  const int last = month_of(all.dates.rbegin()->first);
  Time time;
  for (const int months : {1, 3, 6, 12, 60, 120, 1200}) {
    // Whole years where bins are of months, too: a single date stands in its year.
    const int unit = std::max(months, 12);
    time.months = months;
    time.first = first / unit * unit;
    time.bins = ((last / unit + 1) * unit - time.first) / months;
    if (time.bins <= kMostBins) break;
  }
  return time;
}

struct Bin {
  std::size_t targets = 0;
  std::size_t results = 0;
  std::size_t count() const { return targets + results; }
};

std::vector<Bin> bins_of(const Deadlines& all, const Time& time) {
  std::vector<Bin> bins(static_cast<std::size_t>(time.bins));
  for (const auto& [date, due] : all.dates) {
    Bin& bin = bins[static_cast<std::size_t>(time.bin(month_of(date)))];
    bin.targets += due.targets.size();
    bin.results += due.results.size();
  }
  return bins;
}

/// Years, or of a single year its quarters; at most eight labels.
void draw_axis(Element svg, const Time& time, double y) {
  svg.add("line")
      .set("x1", "0")
      .set("x2", "100%")
      .set("y1", y)
      .set("y2", y)
      .set("class", "chart-axis")
      .set("stroke", "#767676");
  const int months = time.bins * time.months;
  const int step = months <= 12 ? 3 : 12 * ((months / 12 + 7) / 8);
  Element labels = svg.group().set("font-size", kSmallLetters).set("class", "chart-faint");
  for (int at = time.first; at < time.first + months; at += step) {
    const std::string name = months <= 12 ? fmt::format("{}-{:02}", at / 12, at % 12 + 1) : fmt::format("{}", at / 12);
    svg.add("line")
        .set("x1", percent(time.x(at)))
        .set("x2", percent(time.x(at)))
        .set("y1", y)
        .set("y2", y + 6)
        .set("class", "chart-axis")
        .set("stroke", "#767676");
    write(labels, time.x(at), y + 18, Anchor::start, name);
  }
}

/// Its number stands above a bar unless a higher one is next to it.
bool is_labelled(const std::vector<Bin>& bins, std::size_t i) {
  const auto higher = [&](std::size_t other) { return other < bins.size() && bins[other].count() > bins[i].count(); };
  return bins.size() <= 12 || !(higher(i + 1) || (i > 0 && higher(i - 1)));
}

void draw_bars(Element svg, const Deadlines& all, const Time& time) {
  const std::vector<Bin> bins = bins_of(all, time);
  std::size_t most = 1;
  for (const Bin& bin : bins) most = std::max(most, bin.count());
  const double unit = std::min(kBars / static_cast<double>(most), 14.0);
  const double foot = kTop + unit * static_cast<double>(most);
  // No wider than a finger where there are few.
  const double width = std::min(time.width() * 0.8, 0.05);
  for (std::size_t i = 0; i < bins.size(); ++i) {
    if (bins[i].count() == 0) continue;
    const double x = kInset + time.width() * (static_cast<double>(i) + 0.5);
    const double targets = unit * static_cast<double>(bins[i].targets);
    const double results = unit * static_cast<double>(bins[i].results);
    if (targets > 0) bar(svg, x - width / 2, foot - targets, width, targets, Role::target);
    if (results > 0) bar(svg, x - width / 2, foot - targets - results, width, results, Role::result);
    if (!is_labelled(bins, i)) continue;
    write(svg, x, foot - targets - results - 5, Anchor::middle, std::to_string(bins[i].count()));
  }
  draw_axis(svg, time, foot);
}

double bars_height(const Deadlines& all, const Time& time) {
  std::size_t most = 1;
  for (const Bin& bin : bins_of(all, time)) most = std::max(most, bin.count());
  return kTop + std::min(kBars, 14.0 * static_cast<double>(most)) + kAxis;
}

std::string names_of(const Due& due, Language language) {
  std::vector<std::string> names;
  for (const auto* facts : {&due.targets, &due.results}) {
    for (const Fact* fact : *facts) {
      const std::string name = plot::plain(fact_name(*fact));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNames); ++i) {
    text += (i > 0 ? word(ChartWord::comma, language) : std::string()) + names[i];
  }
  if (names.size() <= kNames) return text;
  const bool chinese = language == Language::zh;
  return fill(ChartWord::and_more, language, {text, std::to_string(chinese ? due.count() : names.size() - kNames)});
}

/// The dates most are due, earliest first.
std::vector<const std::pair<const std::string, Due>*> listed(const Deadlines& all) {
  std::vector<const std::pair<const std::string, Due>*> dates;
  for (const auto& entry : all.dates) dates.push_back(&entry);
  std::stable_sort(dates.begin(), dates.end(), [](auto a, auto b) { return a->second.count() > b->second.count(); });
  if (dates.size() > kListed) dates.resize(kListed);
  std::sort(dates.begin(), dates.end(), [](auto a, auto b) { return a->first < b->first; });
  return dates;
}

/// A list below the drawing, which finds its lines by itself.
void list_dates(ChartFigure& figure, const Deadlines& all, Language language) {
  Element list = figure.list();
  for (const auto* entry : listed(all)) {
    Element item = list.add("li");
    const std::string count = fill(ChartWord::items, language, {std::to_string(entry->second.count())});
    item.add("b").say(entry->first + " · " + count);
    item.add("span").set("lang", kDocumentLanguage).say(names_of(entry->second, language));
  }
}

void fill_table(ChartFigure& figure, const Deadlines& all, Language language) {
  Element body = figure.table({word(ChartWord::date, language), word(ChartWord::number_of_targets, language),
                               word(ChartWord::number_of_results, language), word(ChartWord::indicator, language)},
                              language);
  for (const auto& [date, due] : all.dates) {
    table_row(body,
              {date, std::to_string(due.targets.size()), std::to_string(due.results.size()), names_of(due, language)});
  }
}

std::string answer(const Deadlines& all, Language language) {
  if (all.dates.empty()) return fill(ChartWord::no_deadlines, language, {std::to_string(all.facts)});
  const auto most = std::max_element(all.dates.begin(), all.dates.end(),
                                     [](const auto& a, const auto& b) { return a.second.count() < b.second.count(); });
  return counted(ChartWord::deadlines_answer, ChartWord::one_deadline, all.dated, language,
                 {std::to_string(all.facts), most->first, std::to_string(most->second.count())});
}

}  // namespace

void draw_deadlines(Element parent, Documents documents, Language language) {
  const Deadlines all = collect(documents);
  auto [head, grid] = chart_group(parent, word(ChartWord::deadlines, language), answer(all, language));
  if (all.dates.empty()) return;
  key(head, {{KeyEntry::Sign::target_bar, ChartWord::targets}, {KeyEntry::Sign::result_bar, ChartWord::results}},
      language);
  grid.set("class", "chart-wide");
  const Time time = time_of(all);
  ChartFigure figure(grid, "chart-deadlines", "");
  const std::string from = all.dates.begin()->first;
  const std::string to = all.dates.rbegin()->first;
  Element svg = figure.drawing(bars_height(all, time), word(ChartWord::deadlines, language),
                               fill(ChartWord::deadlines_about, language, {from, to, answer(all, language)}));
  draw_bars(svg, all, time);
  list_dates(figure, all, language);
  if (all.lengths > 0) {
    figure.note(counted(ChartWord::lengths, ChartWord::one_length, all.lengths, language, {all.length}));
  }
  fill_table(figure, all, language);
}

}  // namespace zhibiao::write::report
