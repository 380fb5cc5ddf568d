// Read, bytes to UTF-8. Input: a file's bytes; output: its text. Tested by tests/read/decode_test.cpp.
#include "read/decode.hpp"

namespace zhibiao::read_stage {

std::string decode_text(const std::string&, std::string_view bytes, const ReadOptions&, std::string_view, FileFacts&) {
  return std::string(bytes);
}

}  // namespace zhibiao::read_stage
