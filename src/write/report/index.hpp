// Write, the report page: documents, items and facts numbered, so that links can name them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "zhibiao/report.hpp"

namespace zhibiao::write::report {

/// One item of an outline, as links and filters know it. Items count from 1; 0 is what stands before the first.
struct ItemIndex {
  std::size_t end = 0;      ///< number behind the last item below this one
  std::size_t targets = 0;  ///< in this item and below it
};

/// A document of the page. Facts are numbered over all documents from 1: `f12` is the row, `m12` the mark in the text.
struct DocumentIndex {
  const ReportDocument* document = nullptr;
  std::size_t number = 1;               ///< of the document, from 1
  std::size_t first_fact = 1;           ///< number of its first fact
  std::size_t targets = 0;              ///< in all of it
  std::vector<ItemIndex> items;         ///< [0]: the whole document; then one for each item
  std::vector<std::size_t> fact_items;  ///< for each fact the innermost item, by its place in the text
};

/// Points into the documents, which must stay.
std::vector<DocumentIndex> make_index(std::span<const ReportDocument> documents);

/// `d1-i5`: the element at which the item starts; `d1` for item 0.
std::string item_id(const DocumentIndex& index, std::size_t item);

/// What tells the document from others in a few words: `2020 贵阳市卫生健康局`, else its title, else its file's name.
std::string short_name(const ReportDocument& document);

/// The title, else the file's name.
std::string long_name(const ReportDocument& document);

}  // namespace zhibiao::write::report
