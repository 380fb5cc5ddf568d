// What must hold of every result, whatever the bytes were.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "outline/outline.hpp"
#include "read/formats.hpp"
#include "text/view.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao_fuzz {

/// Aborts with `promise` on stderr if it does not hold.
void require(bool holds, const std::string& promise);

/// What a broken promise's message names: the file that is run.
void now_at(const std::string& place);

/// Runs it; false if it throws zhibiao::Error, whose message must be one line.
bool accepted(const std::function<void()>& action);

/// Text as every stage takes it: valid UTF-8 without NUL.
bool is_text(std::string_view bytes);
/// The bytes as such a text; what is none becomes U+FFFD.
std::string as_text(std::string_view bytes);

void check_document(const zhibiao::read_stage::Document& document);
void check_view(const zhibiao::Source& source, const zhibiao::text::View& view);
void check_outline(const zhibiao::Source& source, const zhibiao::text::View& view,
                   const std::vector<zhibiao::outline::Node>& nodes);
/// Spans lie in the source and say what the record says; records stand in the order of the text.
void check_facts(const zhibiao::Source& source, const zhibiao::Analysis& analysis);

}  // namespace zhibiao_fuzz
