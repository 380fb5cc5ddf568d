// Where the outcomes of documents go, one after the other.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/worker.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// One destination of one run.
class Sink {
 public:
  virtual ~Sink() = default;
  /// A document that was read. Throws WriteError or Error.
  virtual void put(const Outcome& outcome) = 0;
  /// All have been put: the output is whole.
  virtual void finish() = 0;
  /// After finish(): what the reader should know of the output.
  virtual std::vector<std::string> warnings() const { return {}; }
  /// What an earlier run did of the document; asked in the order of the documents.
  virtual const DoneDocument* done(const std::string& key);
};

/// Any format: a writer takes the analyses.
std::unique_ptr<Sink> writer_sink(const Context& context, const std::string& output_path, const WriteOptions& form,
                                  const MakeWriter& make_writer);

/// Rows that stand alone: appended. `prompt`: what a document gave is passed on before the next one is waited for.
std::unique_ptr<Sink> rows_sink(const Context& context, const std::string& output_path, std::string head, bool prompt);

/// The same, gone on with where an earlier run ended. `settings` is a digest of all that rows depend on.
std::unique_ptr<Sink> resumed_sink(const std::string& output_path, std::uint64_t settings, std::string head);

}  // namespace zhibiao::cli
