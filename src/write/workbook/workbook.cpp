// Write, xlsx. Input: the analyses of one document after the other; output: a workbook with a sheet each for targets,
// outline, documents and a data dictionary. Tested by tests/write/workbook_test.cpp.
#include "write/workbook/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "write/plain_words.hpp"
#include "write/workbook/cell.hpp"
#include "write/workbook/layout.hpp"
#include "write/workbook/sheet.hpp"

namespace zhibiao::write {
namespace {

class Workbook : public Writer {
 public:
  Workbook(const std::string& path, const WriteOptions& options, const WorkbookLimits& limits)
      : options_(options),
        fields_(target_fields(options)),
        file_(path, limits),
        targets_(sheet(SheetId::targets)),
        outline_(sheet(SheetId::outline)),
        documents_(sheet(SheetId::documents)) {}

  void write(const std::string& file, const Analysis& analysis) override {
    const std::string link = link_to(file, file_.path());
    write_facts(analysis, link);
    write_items(file, analysis);
    write_document(file, analysis, link);
  }

  void finish() override {
    write_dictionary();
    targets_.finish();
    outline_.finish();
    documents_.finish();
    file_.close();
  }

  std::vector<std::string> warnings() const override { return told_losses(file_); }

 private:
  Sheet sheet(SheetId id) { return {file_, sheet_name(id, options_.language), sheet_columns(id, options_)}; }

  void write_facts(const Analysis& analysis, const std::string& link) {
    for (const Fact& fact : analysis.facts) {
      cells_.clear();
      for (const Field* field : fields_) cells_.push_back(field->text(fact));
      targets_.row(cells_, {link});
    }
  }

  void write_items(const std::string& file, const Analysis& analysis) {
    for (const Item& item : analysis.items) {
      outline_.row({file, std::to_string(item.line), std::to_string(item.level), item.marker, item.path, item.heading});
    }
  }

  void write_document(const std::string& file, const Analysis& analysis, const std::string& link) {
    const DocumentData& data = analysis.document;
    const auto facts = [&](Role role) {
      return std::to_string(std::count_if(analysis.facts.begin(), analysis.facts.end(),
                                          [&](const Fact& fact) { return fact.role == role; }));
    };
    documents_.row({file, data.title, data.issuer, data.doc_number, data.index_number, data.issued, data.published,
                    data.plan_year ? std::to_string(*data.plan_year) : std::string(), facts(Role::target),
                    facts(Role::result), std::to_string(analysis.items.size())},
                   {link});
  }

  void write_dictionary() {
    Sheet dictionary = sheet(SheetId::dictionary);
    for (const SheetId id : {SheetId::targets, SheetId::outline, SheetId::documents}) {
      for (const SheetColumn& column : sheet_columns(id, options_)) {
        dictionary.row({std::string(sheet_name(id, options_.language)), std::string(column.name),
                        std::string(column.name_zh), std::string(type_name(column.type, options_.language)),
                        plain_words(column.about)});
      }
    }
    dictionary.finish();
  }

  WriteOptions options_;
  std::vector<const Field*> fields_;
  WorkbookFile file_;
  Sheet targets_;
  Sheet outline_;
  Sheet documents_;
  std::vector<std::string> cells_;
};

}  // namespace

std::unique_ptr<Writer> make_workbook(const std::string& path, const WriteOptions& options,
                                      const WorkbookLimits& limits) {
  return std::make_unique<Workbook>(path, options, limits);
}

}  // namespace zhibiao::write

namespace zhibiao {

std::unique_ptr<Writer> workbook_writer(const std::string& path, const WriteOptions& options) {
  return write::make_workbook(path, options, {});
}

}  // namespace zhibiao
