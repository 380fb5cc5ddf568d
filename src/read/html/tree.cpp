// Read, web pages: the parser. Input: UTF-8; output: a tree of the elements and attributes that count. libxml2's
// parser reports elements one by one and builds nothing itself, so that depth is ours to bound.
// Tested by tests/read/html_test.cpp.
#include "read/html/tree.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>
#include <exception>
#include <optional>

#include "read/html/chars.hpp"
#include "read/limits.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage::html {
namespace {

#include "read/html/elements.def"

constexpr std::size_t kDeepest = 128;  // times the depth limit: there the parser is stopped
constexpr int kMostSpan = 1000;        // HTML's own limit of colspan

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// `mso-list : Ignore` and `mso-list:ignore` are one.
std::string without_blanks(std::string_view text) {
  std::string out = lower(text);
  std::erase_if(out, [](char c) { return is_html_blank(static_cast<unsigned char>(c)); });
  return out;
}

int number(std::string_view text, int least, int most, int otherwise) {
  int value = 0;
  while (!text.empty() && is_html_blank(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() ? std::clamp(value, least, most) : otherwise;
}

template <typename Table>
bool among(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

Kind kind_of(std::string_view name) {
  if (name == "br") return Kind::line_break;
  if (among(kMuted, name)) return Kind::muted;
  return among(kBlocks, name) ? Kind::block : Kind::inline_run;
}

/// The value of a style's property; `style` without blanks and in lower case.
std::string_view property(std::string_view style, std::string_view name) {
  for (std::size_t at = style.find(name); at != std::string_view::npos; at = style.find(name, at + 1)) {
    const std::size_t colon = at + name.size();
    if ((at > 0 && style[at - 1] != ';') || colon >= style.size() || style[colon] != ':') continue;
    return style.substr(colon + 1, style.find(';', colon) - colon - 1);
  }
  return {};
}

/// Word's `<![if !supportLists]>` and `<![endif]>` are no comments, and libxml2 takes them for text.
std::string without_conditions(std::string_view page) {
  constexpr std::size_t kLongest = 200;
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = page.find("<!["); at != std::string_view::npos; at = page.find("<![", at + 3)) {
    const std::string_view word = trimmed(page.substr(at + 3, 16));
    if (!word.starts_with("if") && !word.starts_with("endif")) continue;
    const std::size_t end = page.substr(at, kLongest).find('>');
    // <![endif]--> ends a comment, and has to.
    if (end == std::string_view::npos || page[at + end - 1] != ']') continue;
    out.append(page.substr(kept, at - kept));
    kept = at + end + 1;
  }
  return out.append(page.substr(kept));
}

/// Takes the reports of the parser and builds the tree.
class Builder {
 public:
  Builder(const ReadLimits& limits, Tree& tree) : limits_(limits), tree_(tree) {}

  void start(const xmlChar* name, const xmlChar** attributes) {
    ++elements_;
    ++depth_;
    too_deep_ = too_deep_ || depth_ > kDeepest * limits_.depth;
    if (depth_ > limits_.depth) {
      start_deep(view(name));
      return;
    }
    Node& node = add(open_.empty() ? nullptr : open_.back(), *tree_.names.emplace(lower(view(name))).first);
    node.kind = kind_of(node.name);
    node.preformatted = node.is("pre") || node.is("listing") || node.is("xmp");
    if (node.parent != nullptr) {
      node.preformatted = node.preformatted || node.parent->preformatted;
      node.symbols = node.parent->symbols;
    }
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      set(node, lower(view(attributes[0])), view(attributes[1]));
    }
    open_.push_back(&node);
  }

  void end() {
    if (depth_ > limits_.depth) {
      end_deep();
    } else if (!open_.empty()) {
      open_.pop_back();
    }
    if (depth_ > 0) --depth_;
  }

  void text(std::string_view run) {
    if (open_.empty() || mute_from_ != 0) return;
    Node* last = open_.back()->last;
    if (last == nullptr || last->kind != Kind::text) {
      last = &add(open_.back(), {});
      last->kind = Kind::text;
    }
    last->text.append(run);
  }

  bool too_deep() const { return too_deep_; }
  bool too_many() const { return elements_ > limits_.elements; }
  std::size_t flattened() const { return flattened_; }

  xmlParserCtxtPtr context = nullptr;
  std::size_t bad_characters = 0;
  std::exception_ptr failure;  // libxml2 is C: nothing may be thrown through it

 private:
  Node& add(Node* parent, std::string_view name) {
    Node& node = tree_.nodes.emplace_back();
    node.index = static_cast<std::uint32_t>(tree_.nodes.size() - 1);
    node.name = name;
    node.parent = parent;
    if (parent == nullptr) return node;
    (parent->first == nullptr ? parent->first : parent->last->next) = &node;
    parent->last = &node;
    return node;
  }

  // Below the deepest level only text and the breaks between paragraphs are kept.
  void start_deep(std::string_view name) {
    ++flattened_;
    const Kind kind = kind_of(lower(name));
    deep_kinds_.push_back(kind);
    if (kind == Kind::muted && mute_from_ == 0) mute_from_ = depth_;
    if (kind == Kind::block || kind == Kind::line_break) line_break();
  }

  void end_deep() {
    if (deep_kinds_.empty()) return;
    if (mute_from_ == depth_) mute_from_ = 0;
    if (deep_kinds_.back() == Kind::block) line_break();
    deep_kinds_.pop_back();
  }

  void line_break() {
    if (open_.empty() || mute_from_ != 0) return;
    if (open_.back()->last != nullptr && open_.back()->last->kind == Kind::line_break) return;
    add(open_.back(), *tree_.names.emplace("br").first).kind = Kind::line_break;
  }

  static Attributes& attributes_of(Node& node) {
    if (!node.attributes) node.attributes = std::make_unique<Attributes>();
    return *node.attributes;
  }

  static void set(Node& node, const std::string& name, std::string_view value) {
    if (name == "style") {
      set_style(node, without_blanks(value));
    } else if (name == "hidden") {
      node.hidden = true;
    } else if (name == "href") {
      node.link = node.is("a") && !value.starts_with('#');
    } else if (name == "id") {
      std::string& id = attributes_of(node).id;
      id = lower(trimmed(value));
      std::erase_if(id, [](char c) { return c == '-' || c == '_'; });
    } else if (name == "class") {
      attributes_of(node).classes = lower(trimmed(value));
    } else if (name == "colspan") {
      attributes_of(node).columns = number(value, 1, kMostSpan, 1);
    } else if (name == "rowspan") {
      attributes_of(node).rows = number(value, 0, 65534, 1);
    } else if (name == "start" || name == "value") {
      attributes_of(node).number = number(value, INT_MIN / 2, INT_MAX / 2, 0);
    } else if (name == "type") {
      attributes_of(node).marks = value;
    } else if (node.is("meta") && (name == "name" || name == "property")) {
      attributes_of(node).name = lower(trimmed(value));
    } else if (node.is("meta") && name == "content") {
      attributes_of(node).content = trimmed(value);
    }
  }

  static void set_style(Node& node, const std::string& style) {
    if (property(style, "display") == "none" || property(style, "mso-hide") == "all") node.hidden = true;
    if (property(style, "white-space").starts_with("pre")) node.preformatted = true;
    if (property(style, "mso-list") == "ignore") node.list_marker = true;
    const std::string_view font = property(style, "font-family");
    if (font.find("wingdings") != std::string_view::npos || font.starts_with("symbol")) node.symbols = true;
    for (const std::string_view name : {"list-style-type", "list-style"}) {
      const std::string_view marks = property(style, name);
      if (!marks.empty()) attributes_of(node).marks = marks;
    }
  }

  ReadLimits limits_;
  Tree& tree_;
  std::vector<Node*> open_;
  std::vector<Kind> deep_kinds_;
  std::size_t elements_ = 0;
  std::size_t depth_ = 0;
  std::size_t mute_from_ = 0;  // the depth of the flattened element whose text does not count; 0: none
  std::size_t flattened_ = 0;
  bool too_deep_ = false;
};

/// Runs a step of the builder; stops the parser where it fails or a limit is reached.
template <typename Step>
void guarded(void* data, Step step) {
  Builder& builder = *static_cast<Builder*>(data);
  if (builder.failure) return;
  try {
    step(builder);
  } catch (...) {
    builder.failure = std::current_exception();
  }
  if (builder.failure || builder.too_deep() || builder.too_many()) xmlStopParser(builder.context);
}

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  guarded(data, [&](Builder& builder) { builder.start(name, attributes); });
}

void on_end(void* data, const xmlChar*) {
  guarded(data, [](Builder& builder) { builder.end(); });
}

void on_text(void* data, const xmlChar* text, int length) {
  guarded(data, [&](Builder& builder) {
    builder.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

void on_code(void*, const xmlChar*, int) {}

/// Ends the page for a parser that is in the midst of its work, where xmlStopParser() would free what it goes on with.
/// Behind a tag whose name it found no memory for it waits for ever for the end of NULs, so that there stands a bracket.
void spoil_rest(xmlParserCtxtPtr context, bool after_tag) {
  context->disableSAX = 1;
  if (context->input == nullptr || context->input->cur == nullptr) return;
  const xmlParserInput& input = *context->input;
  if (input.end <= input.cur) return;
  auto* const rest = const_cast<xmlChar*>(input.cur);  // a copy of the page in a buffer of its own
  std::memset(rest, 0, static_cast<std::size_t>(input.end - input.cur));
  if (after_tag) *rest = '>';
}

void on_error(void* data, xmlErrorPtr error) {
  Builder& builder = *static_cast<Builder*>(data);
  if (error->code == XML_ERR_INVALID_CHAR) {
    ++builder.bad_characters;
  } else if (error->code == XML_ERR_NO_MEMORY || errno == ENOMEM) {
    // Where it finds no memory for a name it may just say that there is none.
    builder.failure = std::make_exception_ptr(std::bad_alloc());
    if (builder.context != nullptr)
      spoil_rest(builder.context,
                 error->code == XML_ERR_NAME_REQUIRED);  // it may else ask for the same again and again
  }
}

/// What libxml2 says without naming its parser (no memory for a copy of a name) reaches the builder, too.
class Listening {
 public:
  explicit Listening(Builder& builder) { xmlSetStructuredErrorFunc(&builder, on_error); }
  ~Listening() { xmlSetStructuredErrorFunc(nullptr, nullptr); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
};

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

std::unique_ptr<htmlParserCtxt, FreeContext> new_context(Builder& builder) {
  xmlInitParser();
  std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  htmlSAXHandler& handler = *context->sax;
  handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_code;
  handler.serror = on_error;
  context->userData = &builder;
  builder.context = context.get();
  return context;
}

}  // namespace

const Attributes& Node::attribute() const {
  static const Attributes none;
  return attributes ? *attributes : none;
}

Node* Tree::find(std::string_view name) {
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.is(name); });
  return found == nodes.end() ? nullptr : &*found;
}

Tree parse(const std::string& name, std::string_view utf8, const ReadLimits& limits) {
  Tree tree;
  if (utf8.size() > static_cast<std::size_t>(INT_MAX)) throw Error(name, "too large for a web page");
  Builder builder(limits, tree);
  const Listening listening(builder);
  const auto context = new_context(builder);
  std::string page = without_conditions(utf8);
  page += '\n';  // so that something is left to spoil wherever memory ends
  errno = 0;
  htmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
  if (builder.failure) std::rethrow_exception(builder.failure);
  if (errno == ENOMEM) throw std::bad_alloc();  // it goes on without what it found no memory for
  if (builder.too_many()) {
    throw Error(name, fmt::format("a web page of more than {} elements{}", limits.elements, how_to_lift("elements")));
  }
  if (builder.too_deep()) {
    throw Error(name, fmt::format("its elements are nested deeper than {} levels, {} times the limit of depth{}",
                                  kDeepest * limits.depth, kDeepest, how_to_lift("depth")));
  }
  if (builder.flattened() > 0) {
    tree.warnings.push_back(
        fmt::format("{} elements nest more than {} deep; lists and tables in them are read as text{}",
                    builder.flattened(), limits.depth, how_to_lift("depth")));
  }
  if (builder.bad_characters > 0) {
    tree.warnings.push_back(
        fmt::format("{} characters that HTML does not allow were left out", builder.bad_characters));
  }
  return tree;
}

std::string declared_encoding(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  for (const std::string_view word : {"charset", "encoding"}) {
    for (std::size_t at = head.find(word); at != std::string::npos; at = head.find(word, at + 1)) {
      const std::size_t tag = head.rfind('<', at);
      if (tag == std::string::npos || (head.compare(tag, 5, "<meta") != 0 && head.compare(tag, 5, "<?xml") != 0)) {
        continue;
      }
      std::size_t begin = at + word.size();
      while (begin < head.size() &&
             (head[begin] == ' ' || head[begin] == '=' || head[begin] == '"' || head[begin] == '\'')) {
        ++begin;
      }
      const std::size_t end = std::min(head.find_first_of(" \"';/>?", begin), head.size());
      if (end > begin) return head.substr(begin, end - begin);
    }
  }
  return {};
}

}  // namespace zhibiao::read_stage::html
