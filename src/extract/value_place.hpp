// How a value stands in its sentence, seen in the tokens and values around it; no name is made here.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/sentence.hpp"

namespace zhibiao::extract {

/// Whether a connective (其中) or a bracket stands between the sentence's first value and this one, and no semicolon behind it.
bool parted(const Sentence& sentence, std::size_t index);

/// Whether a connective (其中) stands before the value in its clause.
bool in_parts(const Sentence& sentence, std::size_t index);

/// The noun that a value qualifies with 的; empty where it does not.
Span thing_behind(const Sentence& sentence, std::size_t index);

/// Whether nothing but a date stands between a semicolon and the name.
bool dated_anew(const Sentence& sentence, Span name);

/// Whether the next value measures the noun behind this one: 86家企业营业收入达到120亿元.
bool measured_next(const Sentence& sentence, std::size_t index);

/// Whether the value counts people by its unit.
bool counts_people(const Sentence& sentence, std::size_t index);

/// The classifier of an each (每处) where things were counted by it before: 新建养老院2处,每处床位不少于20张. Empty otherwise.
std::string_view counted_each(std::string_view text, const Mentions& mentions, Span each);

/// Where what a value is said of ends: before the value, or before 已达 and the like.
std::size_t said_of(const Sentence& sentence, Span value);

}  // namespace zhibiao::extract
