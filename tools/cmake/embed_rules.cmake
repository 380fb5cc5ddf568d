# Writes OUTPUT, a C++ file that holds the text of the rule files named in LIST (one path a line).
# Run at build time: cmake -D LIST=… -D OUTPUT=… -P embed_rules.cmake
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/text_literal.cmake")

file(STRINGS "${LIST}" paths)
list(SORT paths)

set(texts "")
set(entries "")
set(count 0)
foreach(path IN LISTS paths)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" text)
  text_literal(literal kText${count} "${text}" "${path}")
  string(APPEND texts "${literal}")
  string(APPEND entries "    EmbeddedFile{\"${name}\", {kText${count}, sizeof kText${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Made from src/rules/*.toml by tools/cmake/embed_rules.cmake; do not edit.
#include <array>

#include \"rules/embedded.hpp\"

namespace zhibiao::rules {
namespace {

${texts}constexpr std::array<EmbeddedFile, ${count}> kFiles{
${entries}};

}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace zhibiao::rules
")
