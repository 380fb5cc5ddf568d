// Write, the report page: changes. Input: a comparison; output: HTML, grouped by what became of each target.
// Tested by tests/write/report_changes_test.cpp.
#include "write/report/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/words.hpp"
#include "write/diff/cells.hpp"
#include "write/diff/names.hpp"
#include "write/report/chart_parts.hpp"

namespace zhibiao::write::report {
namespace {

/// Sentences up to this size are compared word by word.
constexpr std::size_t kLongestSentence = 3000;

/// The groups' order: what a reader asks first.
constexpr std::array kOrder = {ChangeStatus::raised,  ChangeStatus::lowered, ChangeStatus::changed,
                               ChangeStatus::dropped, ChangeStatus::added,   ChangeStatus::same};

std::string plan_name(const Plan* plan, Language language) {
  if (plan == nullptr) return word(PageWord::no_plan, language);
  const DocumentData& data = plan->document;
  if (data.title.empty()) return plan->file;
  return data.issuer.empty() || data.title.find(data.issuer) != std::string::npos ? data.title
                                                                                  : data.title + " · " + data.issuer;
}

/// Writes the rows of one comparison.
class ChangeWriter {
 public:
  ChangeWriter(const Diff& diff, Language language, const FactPlace& place)
      : language_(language), place_(place), cells_(diff, language, false, true) {}

  void part(Element parent, const DiffPart& part, std::size_t number, bool named) {
    Element section = parent.add("div").set("class", "change-part");
    const std::string before = plan_name(part.old_plan, language_);
    const std::string after = plan_name(part.new_plan, language_);
    Element head = section.add(named ? "h3" : "p").set("class", "change-plans").set("lang", kDocumentLanguage);
    head.say(fill(PageWord::pair, language_, {before, after}));
    for (const ChangeStatus status : kOrder) group(section, part, status, number);
  }

 private:
  void group(Element parent, const DiffPart& part, ChangeStatus status, std::size_t number) {
    const auto in_group = [&](const DiffRow& row) { return !row.near && row.change.status == status; };
    const auto count = std::count_if(part.rows.begin(), part.rows.end(), in_group);
    if (count == 0) return;
    const std::string name(write::word(Word::raised, status, language_));
    Element details = parent.add("details").set("class", "change-group");
    details.set("id", fmt::format("changes-{}-{}", number, name_of(status)));
    details.set("data-status", name_of(status));
    // What stays the same is no news.
    if (status != ChangeStatus::same) details.set("open", "open");
    details.add("summary").say(fill(PageWord::group, language_, {name, std::to_string(count)}));
    for (const DiffRow& one : part.rows) {
      if (in_group(one)) row(details, one);
    }
  }

  void row(Element parent, const DiffRow& row) {
    const std::vector<std::string> cells = cells_.row(row);
    Element article = parent.add("article").set("class", "change").set("data-status", name_of(row.change.status));
    article.add("h4").set("lang", kDocumentLanguage).say(cells[kName]);
    values(article, row, cells);
    sides(article, row);
  }

  /// `≥ 70% → ≥ 75%  +5 pp  +7.14%  tighter`
  void values(Element parent, const DiffRow& row, const std::vector<std::string>& cells) {
    Element line = parent.add("p").set("class", "change-values");
    if (row.old_fact != nullptr) line.add("span").set("class", "change-old").say(cells[kOld]);
    if (row.pair()) line.add("span").set("class", "change-arrow").set("aria-hidden", "true").say("→");
    if (row.new_fact != nullptr) line.add("span").set("class", "change-new").say(cells[kNew]);
    const std::string percent = cells[kPercent].empty() ? "" : cells[kPercent] + "%";
    for (const std::string& more : {cells[kDelta], percent, cells[kStrictness], cells[kNote]}) {
      if (!more.empty()) line.add("span").set("class", "change-more").say(more);
    }
  }

  void sides(Element parent, const DiffRow& row) {
    NamesApart apart;
    const std::string before = row.old_fact == nullptr ? "" : printable(row.old_fact->sentence);
    const std::string after = row.new_fact == nullptr ? "" : printable(row.new_fact->sentence);
    if (row.pair()) apart = compare_names(before, after, segmenter_, kLongestSentence);
    if (apart.shared.empty()) apart = {};  // nothing stands out where all differs
    Element both = parent.add("div").set("class", "change-sides");
    side(both, row.old_fact, before, apart.old_only, true);
    side(both, row.new_fact, after, apart.new_only, false);
  }

  void side(Element parent, const Fact* fact, const std::string& sentence, const std::vector<Span>& marked, bool old) {
    Element side = parent.add("div").set("class", old ? "change-side change-before" : "change-side change-after");
    Element head = side.add("p").set("class", "change-place");
    if (fact == nullptr) {
      head.say(word(old ? PageWord::nothing_old : PageWord::nothing_new, language_));
      return;
    }
    head.add("b").say(word(old ? PageWord::old_side : PageWord::new_side, language_));
    head.add("span").say(fill(PageWord::place, language_, {fact->file, std::to_string(fact->line)}));
    if (const std::string id = place_ ? place_(*fact) : std::string(); !id.empty()) {
      head.add("a").set("href", "#" + id).say(word(PageWord::show, language_));
    }
    quote(side, sentence, marked, old);
  }

  void quote(Element parent, const std::string& sentence, const std::vector<Span>& marked, bool old) {
    Element quote = parent.add("blockquote").set("lang", kDocumentLanguage);
    std::size_t at = 0;
    for (const Span& span : marked) {
      quote.say(sentence.substr(at, span.begin - at));
      quote.add(old ? "del" : "ins").say(sentence.substr(span.begin, span.size()));
      at = span.end;
    }
    quote.say(sentence.substr(at));
  }

  Language language_;
  const FactPlace& place_;
  DiffCells cells_;
  text::Segmenter segmenter_;
};

}  // namespace

std::string word(PageWord one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/report/changes.def"
#undef WORD
  };
  return std::string(kWords.at(static_cast<std::size_t>(one)).in(language));
}

std::string fill(PageWord one, Language language, const std::vector<std::string>& parts) {
  return filled(word(one, language), parts);
}

std::string changes_html(const Diff& diff, Language language, const FactPlace& place) {
  if (diff.parts.empty()) return {};
  pugi::xml_document page;
  Element all = Element(page).add("div").set("class", "changes-all");
  all.add("p").set("class", "change-counts").say(counts_line(diff, language));
  ChangeWriter writer(diff, language, place);
  for (std::size_t i = 0; i < diff.parts.size(); ++i) {
    writer.part(all, diff.parts[i], i + 1, diff.parts.size() > 1);
  }
  return html_of(page);
}

}  // namespace zhibiao::write::report
