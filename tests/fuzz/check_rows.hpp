// What must hold of written rows: each machine format is read by other means than those that wrote it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "zhibiao/model.hpp"

namespace zhibiao_fuzz {

/// JSON, or one JSON object a line: `rows` of them, each with `fields` keys (0: any number).
void check_json(std::string_view text, std::size_t rows);
void check_json_lines(std::string_view text, std::size_t rows, std::size_t fields);
/// CSV by RFC 4180, TSV with backslashes: a head and `rows` rows of `fields` fields.
void check_csv(std::string_view text, std::size_t rows, std::size_t fields);
void check_tsv(std::string_view text, std::size_t rows, std::size_t fields);

/// Text for people: UTF-8, no control characters but line ends and, with `colour`, our own escape sequences.
void check_people(std::string_view text, bool colour = false);

/// Targets as JSON Lines.
std::string rows_of(const std::string& file, const zhibiao::Analysis& analysis);

/// Writes targets as JSON Lines, and every fourth of the other forms of targets, outline and summary that go to a stream,
/// from `turn` on; checks each. Returns the JSON Lines.
std::string check_rows(const std::string& file, const zhibiao::Analysis& analysis, std::size_t turn);

}  // namespace zhibiao_fuzz
