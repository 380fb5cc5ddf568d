// Extract stage: walks the body's sentences, reads each and has facts made of them. Tested by tests/specs/, tests/extract/ and
// the scores on the gold annotation.
#include "extract/extractor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extract/bounds.hpp"
#include "extract/dated_lead.hpp"
#include "extract/facts.hpp"
#include "extract/reviews.hpp"
#include "extract/roles.hpp"
#include "extract/table_parts.hpp"
#include "extract/tables.hpp"
#include "text/chars.hpp"
#include "text/marker.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::extract {

Extractor::Extractor(const rules::Lexicon& lexicon)
    : lexicon_(lexicon),
      screens_(lexicon),
      classes_(lexicon),
      frames_(make_frames(lexicon)),
      holders_(lexicon),
      table_words_(std::make_shared<TableWords>(lexicon)) {}

Sentence Extractor::open(const text::View& view, Span span) const {
  Sentence sentence;
  sentence.view = span;
  sentence.text = view.slice(span);
  lexicon_.prose().candidates(sentence.text, sentence.candidates);
  sentence.figures = find_figures(sentence.text, lexicon_);
  return sentence;
}

std::optional<Sentence> Extractor::open_valued(const text::View& view, Span span) const {
  const std::string_view text = view.slice(span);
  const bool counts = screens_.quantities.may_match(text);
  Sentence sentence;
  sentence.view = span;
  sentence.text = text;
  if (counts) sentence.figures = find_figures(text, lexicon_);
  const bool valued = counts && holds_quantity(text, sentence.figures, lexicon_);
  if (!valued && !screens_.dates.may_match(text)) return std::nullopt;
  lexicon_.prose().candidates(text, sentence.candidates);
  if (!valued && !holds_date(text, lexicon_, sentence.candidates)) return std::nullopt;
  return sentence;
}

void Extractor::note_opening(const std::vector<std::string_view>& texts, const rules::Candidates& of_last,
                             const YearContext& years, const rules::Rule*& opened) const {
  rules::Candidates found;
  for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
    // A year that opens a sentence is seen at once; other openers are screened.
    const bool year = text->starts_with("19") || text->starts_with("20");
    if (!year && !screens_.openers.may_match(*text)) continue;
    const bool last = text == texts.rbegin();
    if (!last) lexicon_.prose().candidates(*text, found);
    const rules::Candidates& candidates = last ? of_last : found;
    const auto* cue = opening_cue(*text, candidates, lexicon_);
    if (cue == nullptr || looks_ahead(*cue, *text, candidates, years, lexicon_)) continue;
    if (cue->view("where") != kYearOpener || names_past_year(*text, years)) {
      opened = cue;
    } else if (cue = opening_cue(*text, candidates, lexicon_, false); cue != nullptr) {
      opened = cue;
    } else if (opened != nullptr && opened->view("where") == kYearOpener) {
      opened = nullptr;  // 2021年,… in a plan for 2021 ends what 2020年,… opened
    } else {
      continue;
    }
    return;
  }
}

void Extractor::read(Sentence& sentence, const YearContext& years, text::Segmenter& segmenter) const {
  sentence.mentions = find_mentions(sentence.text, lexicon_, sentence.candidates, sentence.figures, years);
  if (sentence.mentions.quantities.empty() && sentence.mentions.dates.empty()) return;
  sentence.boundaries = segmenter.word_boundaries(sentence.text);
  sentence.tokens = tag_sentence(sentence.text, sentence.mentions, sentence.boundaries, lexicon_, classes_);
  attach_bounds(sentence.text, sentence.mentions, sentence.tokens, lexicon_);
  sentence.readings = read_sentence(sentence.text, sentence.mentions, sentence.tokens, frames_, lexicon_);
  distribute(sentence.text, sentence.mentions, sentence.tokens, sentence.boundaries, lexicon_, sentence.readings);
}

namespace {

/// The first node that begins behind the offset; the number of nodes if none does. Nodes are in text order.
std::size_t first_behind(const std::vector<outline::Node>& outline, std::size_t offset) {
  const auto begins_behind = [](std::size_t at, const outline::Node& node) { return at < node.view.begin; };
  return static_cast<std::size_t>(std::upper_bound(outline.begin(), outline.end(), offset, begins_behind) -
                                  outline.begin());
}

}  // namespace

int node_at(const std::vector<outline::Node>& outline, std::size_t offset) {
  const std::size_t behind = first_behind(outline, offset);
  if (behind == 0) return -1;
  const outline::Node& last = outline[behind - 1];
  // An annex is no part of the item before it; behind a list the item around it goes on.
  return offset < last.view.end ? static_cast<int>(behind) - 1 : offset < last.open ? last.parent : -1;
}

namespace {

/// What each item's place says about the facts in it; the last entry is for text before the first item.
std::vector<Setting> settings_of(const std::vector<outline::Node>& outline, const DocumentData& document,
                                 const rules::Lexicon& lexicon, const Screens& screens) {
  const int plan_year = document.plan_year.value_or(0);
  Setting bare;
  bare.years = {plan_year, reviewed_year(document.title, plan_year, lexicon), plan_year};
  std::vector<Setting> settings(outline.size() + 1, bare);
  const auto headings = read_headings(outline, bare.years, lexicon, screens);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    settings[i].item = &outline[i];
    for (int at = static_cast<int>(i); at >= 0 && settings[i].heading.empty();
         at = outline[static_cast<std::size_t>(at)].parent) {
      const Item& item = outline[static_cast<std::size_t>(at)].item;
      if (item.titled) settings[i].heading = item.heading;
    }
    apply_headings(outline, headings, static_cast<int>(i), settings[i]);
  }
  // What stands behind a heading that looks ahead is not overruled by the title.
  const auto ahead = [](const HeadingSays& says) {
    return says.target != nullptr && !says.weak && says.result == nullptr;
  };
  const auto first = static_cast<std::size_t>(std::find_if(headings.begin(), headings.end(), ahead) - headings.begin());
  for (std::size_t i = first; i < headings.size(); ++i) settings[i].weak = false;
  // 2021年总结和2022年计划: what stands before the first heading that plans was done.
  if (const rules::Rule* both = title_cue(document.title, "title.both", lexicon); both != nullptr) {
    const auto plans = [](const HeadingSays& says) { return says.target != nullptr; };
    const auto any = static_cast<std::size_t>(std::find_if(headings.begin(), headings.end(), plans) - headings.begin());
    const std::size_t reviews = first < headings.size() ? first : any;
    for (std::size_t i = 0; i < reviews && reviews < headings.size(); ++i) apply_review(*both, 0, settings[i]);
  }
  const rules::Rule* title = title_cue(document.title, "title", lexicon);
  for (Setting& setting : settings) apply_title(title, setting);
  return settings;
}

}  // namespace

namespace {

/// Twice what the richest sentences of plans hold.
constexpr std::size_t kMostMentions = 40;

std::vector<Span> places_of(const Mentions& mentions) {
  std::vector<Span> places;
  for (const auto& quantity : mentions.quantities) places.push_back(quantity.span);
  for (const auto& date : mentions.dates) places.push_back(date.span);
  std::sort(places.begin(), places.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return places;
}

/// The offset behind the last of these marks between two places in the row; 0: there is none.
std::size_t behind_mark(std::string_view text, const std::vector<Span>& places, std::size_t from, std::size_t to,
                        std::string_view mark) {
  for (std::size_t i = to; i > from; --i) {
    const std::size_t begin = places[i - 1].end;
    if (places[i].begin <= begin) continue;
    const std::size_t at = text.substr(begin, places[i].begin - begin).rfind(mark);
    if (at != std::string_view::npos) return begin + at + mark.size();
  }
  return 0;
}

/// Whether the sentence may hold too many mentions, told without looking for them.
bool may_be_crowded(std::string_view sentence) {
  if (sentence.size() <= 2 * kMostMentions) return false;
  constexpr std::size_t kLong = 1000;  // bytes; values in Chinese numerals, 年底前 and the like
  return sentence.size() > kLong || text::count_digits(sentence) > kMostMentions;
}

/// Adds the sentence. One with more values and dates than any of a plan is cut behind a mark between two of them, else behind
/// one: what is looked for around a value takes time that grows with the sentence.
void add_parts(std::string_view paragraph, Span whole, const rules::Lexicon& lexicon, std::vector<Span>& parts) {
  const std::string_view sentence = paragraph.substr(whole.begin, whole.size());
  if (!may_be_crowded(sentence)) return parts.push_back(whole);
  const Mentions mentions = find_mentions(sentence, lexicon, {});
  if (mentions.quantities.size() + mentions.dates.size() <= kMostMentions) return parts.push_back(whole);
  const std::vector<Span> places = places_of(mentions);
  std::size_t begin = 0;
  for (std::size_t first = 0; places.size() - first > kMostMentions;) {
    const std::size_t last = first + kMostMentions;  // the first that is too many
    std::size_t end = 0;
    for (const std::string_view mark : {";", ",", "、"}) {
      if (end == 0) end = behind_mark(sentence, places, last - kMostMentions / 2, last, mark);
    }
    if (end == 0) end = std::min(places[last - 1].end, places[last].begin);
    parts.push_back({whole.begin + begin, whole.begin + end});
    begin = end;
    while (first < places.size() && places[first].begin < end) ++first;
  }
  parts.push_back({whole.begin + begin, whole.end});
}

}  // namespace

std::vector<Span> sentences_of(std::string_view paragraph, text::Segmenter& segmenter, const rules::Lexicon& lexicon) {
  constexpr std::size_t kLongest = 300;
  const std::vector<Span> found = segmenter.sentences(paragraph);
  std::vector<Span> sentences;
  sentences.reserve(found.size());
  for (std::size_t i = 0; i < found.size();) {
    Span whole = found[i++];
    // `…建档。(11月底前完成)`: a bracket with a date behind the full stop belongs to the sentence before it.
    const auto dated = [&](Span one) {
      const auto bracket = paragraph.substr(one.begin, one.size());
      return bracket.starts_with('(') && bracket.size() < kLongest && bracket.find(')') != std::string_view::npos &&
             !find_landmarks(bracket, lexicon, {}).dates.empty();
    };
    while (i < found.size() && dated(found[i])) whole.end = found[i++].end;
    add_parts(paragraph, whole, lexicon, sentences);
  }
  return sentences;
}

namespace {

/// Where the words of a list's member begin, behind its dash: ——地区生产总值增长6%.
std::size_t behind_list_sign(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t ch = text::next_char(text, next);
    const bool negative = ch == U'-' && next < text.size() && text::is_digit(static_cast<unsigned char>(text[next]));
    if (negative || (!text::is_list_sign(ch) && !text::is_blank(ch))) break;
    at = next;
  }
  return at < text.size() ? at : from;
}

}  // namespace

std::vector<Piece> pieces_of(const text::View& view, Span sentence, const std::vector<outline::Node>& outline) {
  std::vector<Piece> pieces;
  for (std::size_t from = sentence.begin; from < sentence.end;) {
    const int node = node_at(outline, from);
    const std::size_t next = first_behind(outline, from);
    const std::size_t to = next < outline.size() ? std::min(sentence.end, outline[next].view.begin) : sentence.end;
    const std::size_t marked = node < 0 ? from : std::max(from, outline[static_cast<std::size_t>(node)].text);
    const std::size_t text = marked < to ? marked + behind_list_sign(view.slice({marked, to}), 0) : to;
    if (text < to) pieces.push_back({node, {text, to}});
    from = std::max(to, from + 1);
  }
  return pieces;
}

namespace {

/// Memory grows with the records: what has more than anybody can use is left before it takes all of it.
void check_count(const Source& source, const std::vector<Fact>& facts, std::size_t most) {
  if (facts.size() <= most) return;
  throw Error(source.name(), fmt::format("holds more than {} records; --limit records=N lifts this limit", most));
}

}  // namespace

/// A walk over a document's sentences in text order.
class Extractor::Walk {
 public:
  Walk(const Extractor& extractor, const text::View& view, const std::vector<outline::Node>& outline,
       const std::vector<Setting>& settings, std::string_view title, text::Segmenter& segmenter)
      : extractor_(extractor),
        view_(view),
        outline_(outline),
        settings_(settings),
        title_(title),
        segmenter_(segmenter),
        reviews_(outline, !is_planned(settings.back())),
        lead_(outline) {}

  /// Calls `take(sentence, setting)` for each sentence of the paragraph that holds a value or a date, as it has been read.
  template <typename Take>
  void paragraph(Span whole, const Take& take) {
    opened_ = nullptr;
    unasked_.clear();
    const std::string_view text = view_.slice(whole);
    const bool title = is_title(text);
    if (text.ends_with("。")) begun_ = true;
    if (title && names_paper(text)) return;
    if (!title) note_heading(whole);
    lead_.enter(node_at(outline_, whole.begin), text);
    const std::vector<Span> sentences = sentences_of(view_.slice(whole), segmenter_, extractor_.lexicon_);
    for (const Span within : sentences) {
      const Span span{whole.begin + within.begin, whole.begin + within.end};
      for (const Piece& piece : pieces_of(view_, span, outline_)) {
        unasked_.push_back(view_.slice(piece.span));
        auto sentence = extractor_.open_valued(view_, piece.span);
        if (!sentence) continue;
        const Setting setting = setting_of(piece.node, sentence->candidates);
        extractor_.read(*sentence, setting.years, segmenter_);
        if (!sentence->tokens.empty()) take(*sentence, setting);
        lead_.note(*sentence, piece.node);
      }
    }
    if (!title) note_lead(whole, sentences.size());
  }

 private:
  /// Whether the line prints the title or, above the text, a part of it that goes on from the line before.
  bool is_title(std::string_view text) {
    constexpr std::size_t kAround = 90;  // 关于印发《…》的通知
    if (title_.empty() || text.size() > title_.size() + kAround) return false;
    if (!begun_ && !title_rest_.starts_with(text)) title_rest_ = title_;
    if (begun_ || !title_rest_.starts_with(text)) return text.find(title_) != std::string_view::npos;
    title_rest_.remove_prefix(text.size());
    return true;
  }

  /// The figures of a paper's name are none of its targets: 2021年为民兴办10件实事.
  bool names_paper(std::string_view text) const {
    if (begun_ || view_.paragraphs().size() == 1) return false;
    if (text.find_first_of(",:;\t") != std::string_view::npos) return false;
    return title_cue(text, "title", extractor_.lexicon_) != nullptr;
  }

  void note_heading(Span whole) {
    constexpr std::size_t kLongest = 90;  // thirty characters
    const std::size_t behind = first_behind(outline_, whole.end);
    const bool marked = behind > 0 && outline_[behind - 1].view.begin >= whole.begin;
    if (whole.size() > kLongest || marked) return;
    const std::string_view text = view_.slice(whole);
    if (text.find("。") != std::string_view::npos || text.find_first_of(",:;|\t") != std::string_view::npos) return;
    reviews_.note_heading(heading_says(text, settings_.back().years, extractor_.lexicon_, extractor_.screens_));
  }

  /// What the paragraph's sentences say of those behind it: its last ones have not been asked where they hold no value.
  void note_lead(Span whole, std::size_t sentences) {
    const int node = node_at(outline_, whole.begin);
    reviews_.enter(node);
    const bool alone = sentences == 1 && unasked_.size() == 1;
    const bool asked = reviews_.asks_lead() || (alone && extractor_.screens_.openers.may_match(unasked_.front()));
    if (!unasked_.empty() && asked) {
      rules::Candidates candidates;
      extractor_.lexicon_.prose().candidates(unasked_.back(), candidates);
      extractor_.note_opening(unasked_, candidates, settings_.back().years, opened_);
    }
    if (opened_ != nullptr) reviews_.note_paragraph(*opened_, view_.slice(whole), node, alone);
  }

  /// What holds for a sentence of this item, behind all that its paragraph has said before.
  Setting setting_of(int node, const rules::Candidates& candidates) {
    Setting setting = settings_[node < 0 ? outline_.size() : static_cast<std::size_t>(node)];
    extractor_.note_opening(unasked_, candidates, setting.years, opened_);
    unasked_.clear();
    reviews_.apply(node, setting);
    setting.due = lead_.due(node);
    if (opened_ != nullptr) apply_opening(*opened_, setting);
    return setting;
  }

  const Extractor& extractor_;
  const text::View& view_;
  const std::vector<outline::Node>& outline_;
  const std::vector<Setting>& settings_;
  std::string_view title_;
  text::Segmenter& segmenter_;
  std::string_view title_rest_;  // what of the title the next line may print
  bool begun_ = false;           // a paragraph of text has been seen
  Reviews reviews_;
  DatedLead lead_;
  const rules::Rule* opened_ = nullptr;    // what a sentence of the paragraph said of all that follows in it
  std::vector<std::string_view> unasked_;  // what was read since, without a value that would ask how it opens
};

std::vector<Fact> Extractor::extract(const Source& source, const text::View& view,
                                     const std::vector<outline::Node>& outline, const DocumentData& document,
                                     text::Segmenter& segmenter, std::size_t most) const {
  std::vector<Fact> facts;
  FactMaker maker(source, view, document, lexicon_, classes_, holders_);
  const auto settings = settings_of(outline, document, lexicon_, screens_);
  const TableReading tables = read_tables(source, view, outline, document, *table_words_);
  Walk walk(*this, view, outline, settings, document.title, segmenter);
  for (const auto& paragraph : tables.prose(view)) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    walk.paragraph(paragraph.span, [&](const Sentence& sentence, const Setting& setting) {
      maker.make(sentence, setting, facts);
      check_count(source, facts, most);
    });
  }
  tables.finish(facts);
  check_count(source, facts, most);
  return facts;
}

}  // namespace zhibiao::extract
