// Names as records print them: from the spans of a reading, and from what stands before a value that leaves its name out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/sentence.hpp"
#include "text/view.hpp"

namespace zhibiao::extract {

/// Indicator and scope as records print them, from the spans a reading found (indicator.cpp).
struct Naming {
  std::string indicator;
  std::string scope;
  bool scope_inferred = false;  ///< the scope stands elsewhere in the sentence, not with the indicator
};
Naming name_fact(const Sentence& sentence, std::size_t quantity, const text::View& view, const rules::Lexicon& lexicon);

/// For whom a value holds that names nothing else (elided.cpp): 覆盖率提高到75%、|重点人群|达90%; empty where it names more.
std::string part_before(const Sentence& sentence, std::size_t quantity, const Naming& naming,
                        const rules::Lexicon& lexicon);

/// The name of such a value, from the indicator before it: 高血压患者规范管理率 and 糖尿病患者 make 糖尿病患者规范管理率; where
/// the indicator before names nobody, or has its own such scope, the part is the scope.
Naming named_as_before(const std::string& before, const std::string& scope, const std::string& part,
                       const rules::Lexicon& lexicon);

/// What the clause before did something to (elided.cpp): 建设快速通道,|力争10月底前通车. Empty where it has a value or a date
/// of its own. `first` is the first token of the clause that says nothing of it.
Span object_of_clause(const std::vector<Token>& tokens, std::size_t first);

/// The deed before a list whose first token is `list`, if it is a measure and so one of each member (elided.cpp):
/// 出栏|牛、羊分别达到2万头、5万只; else empty.
Span measured_deed(std::string_view text, const std::vector<Token>& tokens, std::size_t list,
                   const rules::Lexicon& lexicon);

/// What the clause before a value's own says is done, deeds and all (elided.cpp): 组织|应急演练,每年不少于2次.
Span deed_before(const Sentence& sentence, std::size_t quantity);

/// The thing that a bare verb before a value counts, named by the clause before (elided.cpp): 推进高标准农田建设,|新建30万亩;
/// empty where that names none.
std::string counted_object(const Sentence& sentence, std::size_t quantity, const text::View& view,
                           const rules::Lexicon& lexicon, const WordClasses& classes);

/// 推进户厕改造,|改造2万户: what the clause before says is done, where it is the deed of this verb (elided.cpp); else empty.
std::string same_deed(const Sentence& sentence, std::size_t quantity, const std::string& action, const text::View& view,
                      const rules::Lexicon& lexicon);

/// 符合救助条件的|708户: what qualifies things that are left out (elided.cpp); else empty.
std::string told_by(const Sentence& sentence, std::size_t quantity, const text::View& view,
                    const rules::Lexicon& lexicon);

/// 71项|任务全部完成: the noun behind a value, which else names nothing (elided.cpp); else empty.
std::string counted_itself(const Sentence& sentence, std::size_t quantity, const text::View& view,
                           const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
