// The cleaned text's way back to its source, and its builder.
// In: characters with their source bytes, in order. Out: View (text, paragraphs, monotone runs).
// Tested by tests/text/view_test.cpp.
#include "text/view.hpp"

#include <algorithm>
#include <utility>

#include "text/chars.hpp"
#include "text/view_builder.hpp"

namespace zhibiao::text {

std::size_t View::run_at(std::size_t offset) const {
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                     [](std::size_t at, const Run& run) { return at < run.view; });
  return next == runs_.begin() ? 0 : static_cast<std::size_t>(next - runs_.begin()) - 1;
}

Span View::source_span(Span span) const {
  if (runs_.empty()) return {0, 0};
  const auto begin_in = [](const Run& run, std::size_t offset) {
    if (offset >= run.view + run.length) return run.source + run.source_length;
    return run.length == run.source_length ? run.source + (offset - run.view) : run.source;
  };
  const Run& first = runs_[run_at(span.begin)];
  const std::size_t begin = begin_in(first, span.begin);
  if (span.empty()) return {begin, begin};
  const bool in_one = span.end <= first.view + first.length;  // most are
  const Run& run = in_one ? first : runs_[run_at(span.end - 1)];
  const std::size_t inside = std::min(span.end - run.view, run.length);
  const std::size_t end = run.length == run.source_length ? run.source + inside : run.source + run.source_length;
  return {begin, std::max(begin, end)};
}

std::string View::display(Span span) const {
  std::string out;
  out.reserve(span.size());
  for (std::size_t at = span.begin, index = run_at(span.begin); at < span.end && index < runs_.size(); ++index) {
    const Run& run = runs_[index];
    const std::size_t end = std::min(span.end, run.view + run.length);
    if (end <= at) continue;
    const std::string_view source = source_->slice({run.source, run.source + run.source_length});
    // Blanks, breaks and entities show as the view has them; folded characters in their own width.
    std::size_t first = 0;
    const bool own = run.length != run.source_length && !source.empty() && source.front() != '&' &&
                     !is_blank(next_char(source, first)) && static_cast<unsigned char>(source.front()) > 0x20;
    if (own) {
      out += source;
    } else {
      out.append(text_, at, end - at);
    }
    at = end;
  }
  return out;
}

ViewBuilder::ViewBuilder(const Source& source) {
  view_.source_ = &source;
  view_.text_.reserve(source.text().size());
}

void ViewBuilder::part_paragraphs() {
  if (!separator_due_) return;
  view_.runs_.push_back({view_.text_.size(), source_end_, 1, 0});
  view_.text_ += '\n';
  paragraph_begin_ = view_.text_.size();
  separator_due_ = false;
}

void ViewBuilder::note(std::size_t begin, std::size_t offset, std::size_t length, bool copied) {
  const std::size_t size = view_.text_.size() - begin;
  source_end_ = offset + length;
  if (copied && !view_.runs_.empty()) {
    View::Run& last = view_.runs_.back();
    if (last.length == last.source_length && last.source + last.source_length == offset) {
      last.length += size;
      last.source_length += size;
      return;
    }
  }
  view_.runs_.push_back({begin, offset, size, length});
}

void ViewBuilder::add(char32_t ch, std::size_t offset, std::size_t length) {
  part_paragraphs();
  const std::size_t begin = view_.text_.size();
  append_char(view_.text_, ch);
  const std::string_view added = std::string_view(view_.text_).substr(begin);
  const bool copied = added.size() == length && view_.source_->slice({offset, offset + length}) == added;
  note(begin, offset, length, copied);
}

void ViewBuilder::copy(std::size_t offset, std::size_t length) {
  part_paragraphs();
  const std::size_t begin = view_.text_.size();
  view_.text_ += view_.source_->slice({offset, offset + length});
  note(begin, offset, length, true);
}

std::string_view ViewBuilder::paragraph() const {
  return separator_due_ ? std::string_view() : std::string_view(view_.text_).substr(paragraph_begin_);
}

void ViewBuilder::end_paragraph(ParagraphKind kind, std::size_t line) {
  if (separator_due_ || view_.text_.size() == paragraph_begin_) return;
  view_.paragraphs_.push_back({{paragraph_begin_, view_.text_.size()}, kind, line});
  separator_due_ = true;
}

View ViewBuilder::take() { return std::move(view_); }

}  // namespace zhibiao::text
