// Write, report: rates and what their bounds allow. Input: documents; output: a dot plot for each, or one of many.
// Tested by tests/write/report_charts_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "write/plot/axis.hpp"
#include "write/plot/wrap.hpp"
#include "write/report/chart_kinds.hpp"
#include "write/value.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kLabelColumns = 22;
constexpr double kFirst = 0.44;  ///< where the axis begins and ends, as shares of the width
constexpr double kLast = 0.76;
constexpr double kLine = 14;
constexpr double kTicks = 18;  ///< the axis' own line
constexpr double kUnit = 20;   ///< the line that tells the unit
constexpr std::string_view kBlue = "#14508c";
constexpr std::string_view kRust = "#b04a00";

/// Rates of one unit, the largest first.
struct Group {
  std::string unit;    ///< `%`, `人/千人口`
  std::string change;  ///< values of growth have an axis of their own
  std::vector<const Fact*> facts;
};

double low(const Fact& fact) { return fact.value->approx(); }
double high(const Fact& fact) { return fact.value_max.value_or(*fact.value).approx(); }
bool is_least(const Fact& fact) { return fact.comparator == ">=" || fact.comparator == ">"; }
bool is_most(const Fact& fact) { return fact.comparator == "<=" || fact.comparator == "<"; }
bool is_rate(const Fact& fact) { return is_drawn(fact) && fact.kind == Kind::rate && fact.value; }

std::vector<const Fact*> rates_of(const ReportDocument& document) {
  std::vector<const Fact*> rates;
  for (const Fact& fact : document.analysis.facts) {
    if (is_rate(fact)) rates.push_back(&fact);
  }
  return rates;
}

/// By unit, the one with most facts first.
std::vector<Group> groups_of(const std::vector<const Fact*>& facts) {
  std::vector<Group> groups;
  for (const Fact* fact : facts) {
    const std::string unit = fact->per.empty() ? fact->unit : fact->unit + "/" + fact->per;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& g) { return g.unit == unit && g.change == fact->change; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{unit, fact->change, {}});
    group->facts.push_back(fact);
  }
  for (Group& group : groups) {
    std::stable_sort(group.facts.begin(), group.facts.end(), [](auto a, auto b) { return high(*a) > high(*b); });
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.facts.size() > b.facts.size(); });
  return groups;
}

plot::Axis axis_of(const std::vector<const Fact*>& facts, bool share) {
  // A share has all of its hundred in sight; other units begin at 0.
  std::vector<double> values = {0};
  if (share) values.push_back(100);
  int places = 0;
  for (const Fact* fact : facts) {
    values.insert(values.end(), {low(*fact), high(*fact)});
    const std::string text = fact->value->str();
    if (text.find('.') != std::string::npos) places = 1;
  }
  // Room for the arrow of a bound.
  for (const Fact* fact : facts) {
    if (!share && is_least(*fact)) values.push_back(high(*fact) * 1.2);
  }
  if (*std::max_element(values.begin(), values.end()) == 0) values.push_back(1);
  return plot::axis_for(values, {.places = share ? 0 : places, .share = share});
}

/// Values as shares of the figure's width.
struct Plane {
  plot::Axis axis;
  double x(double value) const { return kFirst + (kLast - kFirst) * axis.share(value); }
};

void draw_reach(Element svg, double from, double to, double y, Role role) {
  if (from == to) return;
  const std::string_view ink = role == Role::target ? kBlue : kRust;
  const std::string_view look = role == Role::target ? "chart-reach" : "chart-reach chart-reached";
  svg.add("line")
      .set("x1", percent(from))
      .set("x2", percent(to))
      .set("y1", y)
      .set("y2", y)
      .set("class", look)
      .set("stroke", ink)
      .set("stroke-width", 1.5);
  at(svg, to, y)
      .path(to > from ? "M-6 -4L0 0L-6 4" : "M6 -4L0 0L6 4")
      .set("class", look)
      .set("fill", "none")
      .set("stroke", ink)
      .set("stroke-width", 1.5);
}

void draw_rate(Element svg, const Fact& fact, const Plane& plane, double y) {
  if (fact.value_max) {
    const double from = plane.x(low(fact));
    bar(svg, from, y - 3.5, plane.x(high(fact)) - from, 7, fact.role);
    return;
  }
  if (is_least(fact)) draw_reach(svg, plane.x(low(fact)), kLast, y, fact.role);
  if (is_most(fact)) draw_reach(svg, plane.x(low(fact)), kFirst, y, fact.role);
  sign(svg, plane.x(low(fact)), y, fact.role);
}

double row_height(const Fact& fact) {
  return static_cast<double>(plot::wrapped(plot::plain(fact_name(fact)), kLabelColumns, 2).size()) * kLine + 7;
}

double group_height(const Group& group) {
  double height = kUnit + kTicks;
  for (const Fact* fact : group.facts) height += row_height(*fact);
  return height;
}

void draw_ticks(Element svg, const Plane& plane, double top, double foot) {
  Element labels = svg.group().set("font-size", kSmallLetters).set("class", "chart-ink chart-faint");
  for (const plot::Tick& tick : plane.axis.ticks) {
    const std::string x = percent(plane.x(tick.value));
    svg.add("line")
        .set("x1", x)
        .set("x2", x)
        .set("y1", top)
        .set("y2", foot)
        .set("class", "chart-rule")
        .set("stroke", "#dddddd");
    write(labels, plane.x(tick.value), foot + 13, Anchor::middle, tick.label);
  }
}

std::string unit_line(const Group& group, Language language) {
  const ChartWord one = group.change == "increase"   ? ChartWord::increase
                        : group.change == "decrease" ? ChartWord::decrease
                                                     : ChartWord::unit;
  return fill(one, language, {group.unit});
}

void draw_group(Element svg, const Group& group, double top, const std::string& file, Language language) {
  const bool share = group.unit == "%" && group.change.empty();
  const Plane plane{axis_of(group.facts, share)};
  write(svg, kFirst, top + 14, Anchor::start, unit_line(group, language))
      .set("font-size", kSmallLetters)
      .set("class", "chart-ink chart-faint");
  const double foot = top + group_height(group) - kTicks;
  draw_ticks(svg, plane, top + kUnit, foot);
  double y = top + kUnit;
  for (const Fact* fact : group.facts) {
    const auto lines = plot::wrapped(plot::plain(fact_name(*fact)), kLabelColumns, 2);
    Element row = svg.group();
    row.title(fmt::format("{} · {} · {}:{}", fact_name(*fact), value_text(*fact), file, fact->line));
    const double middle = y + static_cast<double>(lines.size()) * kLine / 2 + 3;
    write_lines(row, 0, y + 14, lines);
    draw_rate(row, *fact, plane, middle);
    write(row, 1, middle + 4, Anchor::end, value_text(*fact));
    y += row_height(*fact);
  }
}

void fill_table(ChartFigure& figure, const std::vector<const Fact*>& facts, Language language) {
  Element body = figure.table({word(ChartWord::indicator, language), word(ChartWord::value, language),
                               word(ChartWord::role, language), word(ChartWord::line, language)},
                              language);
  for (const Fact* fact : facts) {
    const ChartWord role = fact->role == Role::target ? ChartWord::targets : ChartWord::results;
    table_row(body, {fact_name(*fact), value_text(*fact), word(role, language), std::to_string(fact->line)});
  }
}

/// The groups' first rows.
std::vector<Group> drawn_groups(std::vector<Group> groups, std::size_t rows) {
  for (Group& group : groups) {
    group.facts.resize(std::min(group.facts.size(), rows));
    rows -= group.facts.size();
  }
  std::erase_if(groups, [](const Group& group) { return group.facts.empty(); });
  return groups;
}

/// `22 rates: 13 at least, 4 at most, 5 exactly.`
std::string answer(const std::vector<const Fact*>& facts, Language language) {
  const auto count = [&](auto&& one) {
    return static_cast<std::size_t>(std::count_if(facts.begin(), facts.end(), one));
  };
  const std::array<std::pair<ChartWord, std::size_t>, 5> kinds = {{
      {ChartWord::at_least, count([](auto f) { return is_least(*f); })},
      {ChartWord::at_most, count([](auto f) { return is_most(*f); })},
      {ChartWord::equal, count([](auto f) { return f->comparator == "="; })},
      {ChartWord::about, count([](auto f) { return f->comparator == "~"; })},
      {ChartWord::range, count([](auto f) { return f->comparator == "range"; })},
  }};
  std::string list;
  for (const auto& [one, number] : kinds) {
    if (number == 0) continue;
    if (!list.empty()) list += word(ChartWord::comma, language);
    const std::string name = word(one, language);
    const std::string many = std::to_string(number);
    const bool chinese = language == Language::zh;
    list += fill(ChartWord::counted, language, {chinese ? name : many, chinese ? many : name});
  }
  return counted(ChartWord::rates_answer, ChartWord::one_rate, facts.size(), language, {list});
}

void draw_document(Element parent, const ReportDocument& document, std::size_t number, bool captioned,
                   Language language) {
  const std::vector<const Fact*> facts = rates_of(document);
  if (facts.empty()) return;
  const std::vector<Group> groups = drawn_groups(groups_of(facts), kMostRows);
  double height = 0;
  std::size_t drawn = 0;
  for (const Group& group : groups) {
    height += group_height(group);
    drawn += group.facts.size();
  }
  const std::string caption = captioned ? document_caption(document) : std::string();
  ChartFigure figure(parent, fmt::format("chart-rates-{}", number), caption);
  const std::string title = word(ChartWord::rates, language);
  Element svg = figure.drawing(height, captioned ? title + " · " + caption : title,
                               fill(ChartWord::rates_about, language, {answer(facts, language)}));
  double top = 0;
  for (const Group& group : groups) {
    draw_group(svg, group, top, document.source.name(), language);
    top += group_height(group);
  }
  if (drawn < facts.size()) figure.note(fill(ChartWord::more_rows, language, {std::to_string(facts.size() - drawn)}));
  fill_table(figure, facts, language);
}

/// A document's percentages up to a hundred; those of growth and those beyond are left to the tables.
std::vector<const Fact*> shares_of(const ReportDocument& document) {
  std::vector<const Fact*> facts = rates_of(document);
  std::erase_if(facts, [](const Fact* f) {
    return f->unit != "%" || !f->per.empty() || !f->change.empty() || high(*f) > 100 || low(*f) < 0;
  });
  return facts;
}

/// All on one line, so that they shine through each other: the sign points to where a bound leaves values open.
void draw_point(Element drawing, const Fact& fact, const Plane& plane, double y) {
  Element svg = drawing.group().set("fill-opacity", "0.6");
  svg.title(fmt::format("{} · {}", fact_name(fact), value_text(fact)));
  const bool open = fact.role == Role::target && !fact.value_max && (is_least(fact) || is_most(fact));
  if (fact.value_max) {
    draw_rate(svg, fact, plane, y);
  } else if (!open) {
    sign(svg, plane.x(low(fact)), y, fact.role);
  } else {
    at(svg, plane.x(low(fact)), y)
        .path(is_least(fact) ? "M-1 -5L6 0L-1 5Z" : "M1 -5L-6 0L1 5Z")
        .set("class", "chart-target")
        .set("fill", kBlue)
        .set("stroke", kBlue);
  }
}

/// Documents with percentages, those with most of them first.
std::vector<const ReportDocument*> strips_of(Documents documents) {
  std::vector<const ReportDocument*> strips;
  for (const ReportDocument& document : documents) {
    if (!shares_of(document).empty()) strips.push_back(&document);
  }
  std::stable_sort(strips.begin(), strips.end(),
                   [](auto a, auto b) { return shares_of(*a).size() > shares_of(*b).size(); });
  return strips;
}

void draw_strips(Element parent, Documents documents, const std::string& said, Language language) {
  const std::vector<const ReportDocument*> all = strips_of(documents);
  if (all.empty()) return;
  const std::size_t rows = std::min(all.size(), kMostRows);
  std::vector<const Fact*> facts;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto some = shares_of(*all[i]);
    facts.insert(facts.end(), some.begin(), some.end());
  }
  const Plane plane{axis_of(facts, true)};
  const double row = 2 * kLine + 6;
  ChartFigure figure(parent, "chart-rates-1", "");
  Element svg = figure.drawing(kUnit + row * static_cast<double>(rows) + kTicks, word(ChartWord::rates, language),
                               fill(ChartWord::strips_about, language, {said}));
  write(svg, kFirst, 14, Anchor::start, fill(ChartWord::unit, language, {"%"})).set("class", "chart-ink chart-faint");
  draw_ticks(svg, plane, kUnit, kUnit + row * static_cast<double>(rows));
  Element body = figure.table({word(ChartWord::document, language), word(ChartWord::rates, language)}, language);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto shares = shares_of(*all[i]);
    std::string values;
    for (const Fact* fact : shares)
      values += (values.empty() ? "" : word(ChartWord::comma, language)) + value_text(*fact);
    table_row(body, {document_label(*all[i]), values});
    if (i >= rows) continue;
    const double y = kUnit + row * static_cast<double>(i);
    write_lines(svg, 0, y + 14, plot::wrapped(plot::plain(document_label(*all[i])), kLabelColumns, 2));
    for (const Fact* fact : shares) draw_point(svg, *fact, plane, y + row / 2);
    write(svg, 1, y + row / 2 + 4, Anchor::end, fill(ChartWord::items, language, {std::to_string(shares.size())}));
  }
}

}  // namespace

void draw_rates(Element parent, Documents documents, Language language) {
  std::vector<const Fact*> all;
  for (const ReportDocument& document : documents) {
    const auto rates = rates_of(document);
    all.insert(all.end(), rates.begin(), rates.end());
  }
  if (all.empty()) return;
  const std::string said = answer(all, language);
  auto [head, grid] = chart_group(parent, word(ChartWord::rates, language), said);
  using Sign = KeyEntry::Sign;
  std::vector<KeyEntry> entries = {
      {Sign::target, ChartWord::targets}, {Sign::at_least, ChartWord::at_least}, {Sign::at_most, ChartWord::at_most}};
  if (std::any_of(all.begin(), all.end(), [](auto f) { return f->value_max.has_value(); }))
    entries.push_back({Sign::range, ChartWord::range});
  if (std::any_of(all.begin(), all.end(), [](auto f) { return f->role == Role::result; }))
    entries.push_back({Sign::result, ChartWord::results});
  key(head, entries, language);
  if (documents.size() > kOwnFigures) {
    grid.set("class", "chart-wide");
    draw_strips(grid, documents, said, language);
    return;
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    draw_document(grid, documents[i], i + 1, documents.size() > 1, language);
  }
}

}  // namespace zhibiao::write::report
