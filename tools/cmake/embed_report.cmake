# Writes OUTPUT, a C++ file that holds the parts of the report page in FOLDER: its templates (*.mustache), its style (all
# *.css in the order of their names), its script (all *.js) and the digests by which the page's Content Security Policy
# knows these two. Run at build time: cmake -D FOLDER=… -D OUTPUT=… -P embed_report.cmake
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/text_literal.cmake")

# base64(VARIABLE HEX): the bytes written as HEX in base64.
function(base64 variable hex)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(result "")
  string(LENGTH "${hex}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${hex}" ${at} 6 group)
    string(LENGTH "${group}" digits)
    string(SUBSTRING "${group}0000" 0 6 whole)
    math(EXPR bits "0x${whole}")
    math(EXPR letters "${digits} / 2 + 1")
    foreach(shift 18 12 6 0)
      if(letters GREATER 0)
        math(EXPR index "(${bits} >> ${shift}) & 63")
        string(SUBSTRING "${alphabet}" ${index} 1 letter)
      else()
        set(letter "=")
      endif()
      string(APPEND result "${letter}")
      math(EXPR letters "${letters} - 1")
    endforeach()
    math(EXPR at "${at} + 6")
  endwhile()
  set(${variable} "${result}" PARENT_SCOPE)
endfunction()

# joined(VARIABLE ENDING): the text of all files of that ending.
function(joined variable ending)
  file(GLOB paths "${FOLDER}/*.${ending}")
  list(SORT paths)
  set(text "")
  foreach(path IN LISTS paths)
    file(READ "${path}" one)
    string(APPEND text "${one}")
  endforeach()
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()

set(definitions "")
foreach(ending css js)
  joined(text ${ending})
  text_literal(literal k_${ending} "${text}" "${FOLDER}/*.${ending}")
  string(SHA256 digest "${text}")
  base64(encoded "${digest}")
  string(APPEND definitions "${literal}constexpr std::string_view k_${ending}_digest = \"sha256-${encoded}\";\n\n")
endforeach()

set(entries "")
file(GLOB templates "${FOLDER}/*.mustache")
list(SORT templates)
foreach(path IN LISTS templates)
  get_filename_component(name "${path}" NAME_WE)
  file(READ "${path}" text)
  text_literal(literal k_template_${name} "${text}" "${path}")
  string(APPEND definitions "${literal}")
  string(APPEND entries
         "  if (name == \"${name}\") return {k_template_${name}, sizeof k_template_${name} - 1};\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made from src/write/report/ by tools/cmake/embed_report.cmake; do not edit.
#include \"write/report/resources.hpp\"

namespace zhibiao::write::report {
namespace {

${definitions}}  // namespace

Resource style() { return {{k_css, sizeof k_css - 1}, k_css_digest}; }

Resource script() { return {{k_js, sizeof k_js - 1}, k_js_digest}; }

std::string_view page_template(std::string_view name) {
${entries}  return {};
}

}  // namespace zhibiao::write::report
")
