// Extract stage: dated milestones. `市体育馆5月份开工建设`, `年底前全面完成设备采购`: a date of its own, something that is to
// happen by it, and no other quantity in the clause. Tested by tests/specs/deadlines.toml.
#include <algorithm>

#include "extract/extractor.hpp"

namespace zhibiao::extract {
namespace {

bool ends_clause(char tag) { return tag == ',' || tag == ';' || tag == '.' || tag == ':' || tag == '(' || tag == ')'; }

bool noun(char tag) { return tag == 'N' || tag == 'v' || tag == 'S' || tag == '/'; }

}  // namespace

std::vector<Milestone> find_milestones(const Sentence& sentence, const rules::Lexicon& lexicon, const WordClasses& classes) {
  std::vector<Milestone> found;
  const auto& tokens = sentence.tokens;
  const auto is_milestone_verb = [&](const Token& token) {
    const auto word = sentence.text.substr(token.span.begin, token.span.size());
    if (token.tag == 'V' || token.tag == 'v' || token.tag == 'H' || token.tag == 'R') return (lexicon.words().find(word) & classes.milestone) != 0;
    return false;
  };
  for (std::size_t d = 0; d < tokens.size(); ++d) {
    if (tokens[d].tag != 'D') continue;
    const auto date = static_cast<std::size_t>(tokens[d].mention);
    const DateMention& mention = sentence.mentions.dates[date];
    if (!mention.milestone || mention.deadline.empty()) continue;
    std::size_t first = d;
    while (first > 0 && !ends_clause(tokens[first - 1].tag)) --first;
    // `年底前,完成…`: a comma right behind the date does not end its clause.
    std::size_t last = d + 1;
    if (last < tokens.size() && tokens[last].tag == ',') ++last;
    const std::size_t open = last;
    while (last < tokens.size() && !ends_clause(tokens[last].tag)) ++last;
    const bool has_quantity = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.begin() + static_cast<std::ptrdiff_t>(last),
                                          [](const Token& token) { return token.tag == 'Q'; });
    if (has_quantity) continue;
    std::size_t verb = open;
    while (verb < last && !is_milestone_verb(tokens[verb]) && (tokens[verb].tag == 'A' || tokens[verb].tag == 'M' || tokens[verb].tag == 'C')) ++verb;
    if (verb >= last || !is_milestone_verb(tokens[verb])) continue;
    std::size_t verbs_end = verb + 1;
    Milestone milestone;
    milestone.date = date;
    // Subject before the date: thing and milestone together are the indicator.
    std::size_t subject_end = d;
    while (subject_end > first && !noun(tokens[subject_end - 1].tag)) --subject_end;
    std::size_t subject = subject_end;
    while (subject > first && noun(tokens[subject - 1].tag)) --subject;
    if (subject_end == d && subject < subject_end) {
      // Behind a list mark only the last member is this date's.
      for (std::size_t i = subject_end; i > subject; --i) {
        if (tokens[i - 1].tag == '/' && i >= 2 && (is_milestone_verb(tokens[i - 2]) || tokens[i - 2].tag == 'D')) {
          subject = i;
          break;
        }
      }
      while (verbs_end < last && (tokens[verbs_end].tag == 'V' || tokens[verbs_end].tag == 'v' || tokens[verbs_end].tag == 'N' || tokens[verbs_end].tag == 'H')) ++verbs_end;
      milestone.indicator = {tokens[subject].span.begin, tokens[subject_end - 1].span.end};
      milestone.action = {tokens[verb].span.begin, tokens[verbs_end - 1].span.end};
      milestone.tail = milestone.action;
    } else {
      milestone.action = tokens[verb].span;
      std::size_t object_end = verbs_end;
      while (object_end < last && noun(tokens[object_end].tag)) ++object_end;
      if (object_end == verbs_end) continue;
      milestone.indicator = {tokens[verbs_end].span.begin, tokens[object_end - 1].span.end};
    }
    found.push_back(milestone);
  }
  return found;
}

}  // namespace zhibiao::extract
