// What the figures were measured on.
#pragma once

#include <string>

namespace zhibiao::bench {

/// Processor, cores, memory, compiler and libraries, one a line in Markdown.
std::string machine_text();

/// Running processes on average over the last minute; a machine that has other work measures badly.
double load();

}  // namespace zhibiao::bench
