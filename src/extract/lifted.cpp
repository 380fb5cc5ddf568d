// Extract stage: the numbers of a sentence lifted out. Tested by the quantity rules' own examples and tests/extract/.
#include "extract/lifted.hpp"

#include <algorithm>
#include <utility>

namespace zhibiao::extract {

Lifted::Lifted(std::string_view sentence, std::vector<Number> numbers, const std::vector<Span>& names)
    : numbers_(std::move(numbers)) {
  text_.reserve(sentence.size());
  signs_.reserve(numbers_.size());
  std::size_t from = 0;
  auto mask = names.begin();
  for (const Number& number : numbers_) {
    append(sentence, {from, number.span.begin}, names, mask);
    signs_.push_back(text_.size());
    text_ += !number.hanzi ? kArabicSign : number.value == Decimal(1) ? kOneSign : kHanziSign;
    from = number.span.end;
  }
  append(sentence, {from, sentence.size()}, names, mask);
}

Span Lifted::back(Span span) const {
  const std::size_t begin = origin(span.begin);
  return span.empty() ? Span{begin, begin} : Span{begin, origin(span.end)};
}

const Number* Lifted::number(Span group) const {
  if (group.empty()) return nullptr;
  const auto sign = std::lower_bound(signs_.begin(), signs_.end(), group.begin);
  return sign == signs_.end() || *sign != group.begin ? nullptr
                                                      : &numbers_[static_cast<std::size_t>(sign - signs_.begin())];
}

void Lifted::append(std::string_view sentence, Span span, const std::vector<Span>& names,
                    std::vector<Span>::const_iterator& mask) {
  const std::size_t base = text_.size();
  text_.append(sentence, span.begin, span.size());
  // Signs that the text itself has; three passes that find none are faster than one that looks at each byte.
  for (const char sign : {kArabicSign, kHanziSign, kOneSign}) {
    for (std::size_t at = text_.find(sign, base); at != std::string::npos; at = text_.find(sign, at)) text_[at] = '_';
  }
  for (; mask != names.end() && mask->begin < span.end; ++mask) {
    const std::size_t begin = std::max(mask->begin, span.begin);
    for (std::size_t at = begin; at < std::min(mask->end, span.end); ++at) text_[base + at - span.begin] = '_';
    if (mask->end > span.end) break;
  }
}

std::size_t Lifted::origin(std::size_t at) const {
  const auto before = static_cast<std::size_t>(std::lower_bound(signs_.begin(), signs_.end(), at) - signs_.begin());
  return before == 0 ? at : numbers_[before - 1].span.end + (at - signs_[before - 1] - 1);
}

}  // namespace zhibiao::extract
