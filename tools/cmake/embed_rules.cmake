# Writes OUTPUT, a C++ file that holds the text of the rule files named in LIST (one path a line).
# Run at build time: cmake -D LIST=… -D OUTPUT=… -P embed_rules.cmake
cmake_minimum_required(VERSION 3.25)

set(delimiter "zhibiao_toml")
set(chunk_size 50000) # bytes; compilers need only take literals of 65536

file(STRINGS "${LIST}" paths)
list(SORT paths)

set(texts "")
set(entries "")
set(count 0)
foreach(path IN LISTS paths)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" rest)
  string(FIND "${rest}" ")${delimiter}\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${path}: must not contain )${delimiter}\"")
  endif()
  string(APPEND texts "constexpr char kText${count}[] =")
  string(LENGTH "${rest}" length)
  while(length GREATER chunk_size)
    # Cut behind a line end: never inside a character.
    string(SUBSTRING "${rest}" 0 ${chunk_size} head)
    string(FIND "${head}" "\n" cut REVERSE)
    if(cut EQUAL -1)
      message(FATAL_ERROR "${path}: a line of more than ${chunk_size} bytes")
    endif()
    math(EXPR cut "${cut} + 1")
    string(SUBSTRING "${rest}" 0 ${cut} head)
    string(SUBSTRING "${rest}" ${cut} -1 rest)
    string(APPEND texts "\n    R\"${delimiter}(${head})${delimiter}\"")
    string(LENGTH "${rest}" length)
  endwhile()
  string(APPEND texts "\n    R\"${delimiter}(${rest})${delimiter}\";\n\n")
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
