// Read, the text of a DOCX. Input: the tree of a part; output: paragraphs and tables in reading order, as a reader sees
// them: tracked deletions, hidden text and field codes out, list markers in. Tested by tests/read/docx_test.cpp.
#include "read/docx/body.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "read/docx/elements.hpp"
#include "read/docx/table.hpp"
#include "read/docx/text.hpp"
#include "read/encoding.hpp"
#include "read/xml.hpp"

namespace zhibiao::read_stage {
namespace {

struct Run {
  bool hidden = false;
  bool raised = false;
};

struct Field {
  std::string code;
  bool result = false;  // behind its separator
};

struct Paragraph {
  std::string text;
  std::string marker;
  std::vector<std::string> boxes;  // text boxes anchored in it, which stand behind it
  bool joins_next = false;         // its end is deleted
  bool contents = false;
  bool hidden = false;  // by its style
};

/// What paragraphs stand in: the story, a cell, a text box.
struct Block {
  std::vector<std::string> paragraphs;
  std::string carried;  // the paragraph before, whose end is deleted
};

class Story {
 public:
  Story(DocxContext& context, pugi::xml_node root)
      : context_(context),
        word_(prefix_of(root,
                        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                         "http://purl.oclc.org/ooxml/wordprocessingml/main"},
                        "w:")),
        math_(prefix_of(root,
                        {"http://schemas.openxmlformats.org/officeDocument/2006/math",
                         "http://purl.oclc.org/ooxml/officeDocument/math"},
                        "m:")),
        preserve_(attribute(root, "space") == "preserve") {}

  void read(pugi::xml_node story) {
    blocks_.emplace_back();
    walk(
        context_.zip, story, [this](pugi::xml_node node) { return enter(node); },
        [this](pugi::xml_node node) { leave(node); });
    if (!blocks_.front().carried.empty()) add({std::exchange(blocks_.front().carried, {})});
  }

 private:
  Element element(pugi::xml_node node) const {
    const std::string_view name(node.name());
    return name.starts_with(word_) ? find_element(name.substr(word_.size())) : Element::through;
  }

  bool enter(pugi::xml_node node) {
    switch (element(node)) {
      case Element::through: return enter_other(node);
      case Element::left_out: return false;
      case Element::paragraph: begin_paragraph(node); return true;
      case Element::run: begin_run(node); return true;
      case Element::text: append(words(node)); return false;
      case Element::tab: append("\t"); return false;
      case Element::line_break: append("\n"); return false;
      case Element::hyphen: append("-"); return false;
      case Element::symbol: append_symbol(node); return false;
      case Element::field_mark: mark_field(attribute(node, "fldCharType")); return false;
      case Element::field_code:
        if (!fields_.empty() && !fields_.back().result) fields_.back().code += text_of(node);
        return false;
      case Element::control: return !is_on(child(node, "sdtPr"), "showingPlcHdr");
      case Element::footnote: add_note(node, false); return false;
      case Element::endnote: add_note(node, true); return false;
      case Element::table: tables_.emplace_back(); return true;
      case Element::row:
        if (child(child(node, "trPr"), "del")) return false;
        if (!tables_.empty()) tables_.back().add_row(node);
        return true;
      case Element::cell:
        if (child(child(node, "tcPr"), "cellDel")) return false;
        blocks_.emplace_back();
        return true;
      case Element::box: blocks_.emplace_back(); return true;
      case Element::embedded: ++context_.embedded; return false;
    }
    return true;
  }

  void leave(pugi::xml_node node) {
    switch (element(node)) {
      case Element::paragraph: end_paragraph(); break;
      case Element::run: runs_.pop_back(); break;
      case Element::table: end_table(); break;
      case Element::cell: {
        auto paragraphs = end_block();
        if (tables_.empty()) {
          add(std::move(paragraphs));
        } else {
          tables_.back().add_cell(node, std::move(paragraphs));
        }
        break;
      }
      case Element::box: {
        auto inside = end_block();
        if (paragraphs_.empty()) {
          add(std::move(inside));
        } else {
          auto& boxes = paragraphs_.back().boxes;
          boxes.insert(boxes.end(), inside.begin(), inside.end());
        }
        break;
      }
      case Element::through:
        if (is_math(node, "sup")) --raised_;
        break;
      default: break;
    }
  }

  bool is_math(pugi::xml_node node, std::string_view local) const {
    const std::string_view name(node.name());
    return name.starts_with(math_) && name.substr(math_.size()) == local;
  }

  /// Equations, and alternatives, of which one is read.
  bool enter_other(pugi::xml_node node) {
    const std::string_view local = local_name(node.name());
    if (local == "Fallback") return !child(node.parent(), "Choice");
    if (local == "Choice") return child(node.parent(), "Choice") == node;
    if (is_math(node, "t")) {
      append(text_of(node));
      return false;
    }
    if (is_math(node, "den")) append("/");
    if (is_math(node, "sup")) ++raised_;
    return true;
  }

  void begin_paragraph(pugi::xml_node node) {
    Paragraph paragraph;
    const pugi::xml_node properties = child(node, "pPr");
    const pugi::xml_node mark = child(properties, "rPr");
    const std::string style(attribute(child(properties, "pStyle"), "val"));
    paragraph.joins_next = child(mark, "del") || child(mark, "moveFrom");
    paragraph.contents = context_.styles.paragraph(style).contents || in_contents();
    const bool hidden = is_on(mark, "vanish");
    if (!paragraph.joins_next && !hidden) {
      paragraph.marker = context_.numbering.next(style, list_place(properties), context_.styles);
    }
    paragraph.hidden = context_.styles.paragraph(style).hidden;
    paragraphs_.push_back(std::move(paragraph));
  }

  void begin_run(pugi::xml_node node) {
    Run run;
    const pugi::xml_node properties = child(node, "rPr");
    const bool said = static_cast<bool>(child(properties, "vanish"));
    run.hidden = said ? is_on(properties, "vanish")
                      : (!paragraphs_.empty() && paragraphs_.back().hidden) ||
                            context_.styles.run(attribute(child(properties, "rStyle"), "val")).hidden;
    run.raised = attribute(child(properties, "vertAlign"), "val") == "superscript";
    runs_.push_back(run);
  }

  /// Without xml:space the blanks around the words are the file's, not the text's.
  std::string words(pugi::xml_node node) const {
    std::string text = text_of(node);
    if (preserve_ || attribute(node, "space") == "preserve") return text;
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t last = text.find_last_not_of(kBlanks);
    if (last == std::string::npos) return {};
    text.resize(last + 1);
    return text.substr(text.find_first_not_of(kBlanks));
  }

  bool visible() const {
    if (paragraphs_.empty() || (!runs_.empty() && runs_.back().hidden)) return false;
    for (const Field& field : fields_) {
      if (!field.result) return false;
    }
    return true;
  }

  void append(std::string_view text) {
    if (!visible()) return;
    if (raised_ > 0 || (!runs_.empty() && runs_.back().raised)) {
      paragraphs_.back().text += raised(text);
    } else {
      paragraphs_.back().text += text;
    }
  }

  void append_symbol(pugi::xml_node node) {
    if (!visible()) return;
    const char32_t sign = symbol(attribute(node, "font"), attribute(node, "char"));
    if (sign == 0) {
      ++context_.lost_symbols;
    } else {
      append_character(paragraphs_.back().text, sign);
    }
  }

  void mark_field(std::string_view kind) {
    if (kind == "begin") {
      fields_.emplace_back();
    } else if (fields_.empty()) {
      return;
    } else if (kind == "separate") {
      fields_.back().result = true;
    } else if (kind == "end") {
      const Field field = std::move(fields_.back());
      fields_.pop_back();
      if (!field.result) append(field_text(field.code));
    }
  }

  bool in_contents() const {
    for (const Field& field : fields_) {
      const std::size_t first = field.code.find_first_not_of(' ');
      if (field.result && first != std::string::npos && field.code.compare(first, 3, "TOC") == 0) return true;
    }
    return false;
  }

  void add_note(pugi::xml_node node, bool endnote) {
    if (visible()) context_.notes.push_back({endnote, number_attribute(node, "id", -1)});
  }

  void end_paragraph() {
    Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    // A field left without result or end must not swallow the rest of the document.
    while (!fields_.empty() && !fields_.back().result) fields_.pop_back();
    std::string& text = paragraph.text;
    if (paragraph.contents || in_contents()) {
      // Between an entry and its page number a reader sees dots.
      const std::size_t tab = text.rfind('\t');
      if (tab != std::string::npos) text.replace(tab, 1, "……");
    }
    Block& block = blocks_.back();
    if (paragraph.joins_next) {
      block.carried += text;
      add(std::move(paragraph.boxes));
      return;
    }
    text.insert(0, std::exchange(block.carried, {}));
    add(lines_of(paragraph));
    add(std::move(paragraph.boxes));
  }

  /// A line break inside a paragraph ends a line of the text; the marker stands on the first one.
  std::vector<std::string> lines_of(const Paragraph& paragraph) const {
    std::vector<std::string> lines;
    std::string_view rest = paragraph.text;
    std::string marker = paragraph.marker;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string line = on_one_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!line.empty()) lines.push_back(with_marker(std::exchange(marker, {}), line));
    }
    // In tables the rows are often counted by a list of empty paragraphs.
    if (lines.empty() && blocks_.size() > 1 && !marker.empty()) lines.push_back(on_one_line(marker));
    if (lines.empty()) lines.emplace_back();
    return lines;
  }

  void add(std::vector<std::string> paragraphs) {
    for (std::string& text : paragraphs) {
      if (first_bad_utf8(text)) text = valid_utf8(text);
      if (blocks_.size() == 1) {
        context_.builder.paragraph(text);
      } else if (!text.empty()) {
        blocks_.back().paragraphs.push_back(std::move(text));
      }
    }
  }

  std::vector<std::string> end_block() {
    if (!blocks_.back().carried.empty()) add({std::exchange(blocks_.back().carried, {})});
    std::vector<std::string> paragraphs = std::move(blocks_.back().paragraphs);
    blocks_.pop_back();
    return paragraphs;
  }

  void end_table() {
    const DocxTable table = std::move(tables_.back());
    tables_.pop_back();
    if (table.is_frame()) {
      add(table.paragraphs());
    } else if (blocks_.size() > 1) {
      add(table.lines());
    } else {
      context_.builder.table(table.cells());
    }
  }

  DocxContext& context_;
  std::string word_;
  std::string math_;
  bool preserve_;
  std::vector<Block> blocks_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Run> runs_;
  std::vector<Field> fields_;
  std::vector<DocxTable> tables_;
  std::size_t raised_ = 0;
};

}  // namespace

void read_story(DocxContext& context, pugi::xml_node root, pugi::xml_node story) { Story(context, root).read(story); }

}  // namespace zhibiao::read_stage
