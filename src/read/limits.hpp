// What messages say of a limit that a document exceeds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhibiao::read_stage {

/// `1 GiB`, `5 MiB`, `10 bytes`
std::string size_text(std::size_t bytes);

/// `; --limit depth=N lifts this limit`: how a message ends that tells of the limit of that name.
std::string how_to_lift(std::string_view name);

/// `larger than 5 MiB; --limit file=SIZE lifts this limit`
std::string too_large(std::size_t limit, std::string_view name = "file");

}  // namespace zhibiao::read_stage
