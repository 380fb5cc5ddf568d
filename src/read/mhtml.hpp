// A web page that a browser saved with its pictures in one file: a mail with the page as its first HTML part.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::read_stage {

/// The bytes of the page in an MHTML file (RFC 2557), transfer encoding undone; empty if there is none.
std::string page_of_mhtml(std::string_view bytes);

/// `=E4=B8=80` is one character; a `=` at a line's end joins the lines (RFC 2045).
std::string decode_quoted_printable(std::string_view text);
/// Characters that are no base64 are passed over; ends at the first `=`.
std::string decode_base64(std::string_view text);

}  // namespace zhibiao::read_stage
