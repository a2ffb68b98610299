#include "xml_reader.hpp"

#include <expat.h>

#include <algorithm>
#include <new>

namespace nceplan {
namespace {

constexpr XML_Char separator = '|';  // between namespace and local name, as expat is told to write them
constexpr int deepest = 256;

std::string_view local_name(std::string_view name) {
  const std::size_t at = name.rfind(separator);
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view wanted) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == wanted) return pair[1];
  }
  return {};
}

class XmlReader::Impl {
 public:
  explicit Impl(XmlVisitor& visitor) : visitor_(visitor), parser_(XML_ParserCreateNS(nullptr, separator)) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, on_begin, on_end);
    XML_SetCharacterDataHandler(parser_, on_text);
    XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { XML_ParserFree(parser_); }

  bool parse(std::string_view bytes, bool last) {
    constexpr std::size_t most = std::size_t{1} << 24;
    do {
      const std::string_view part = bytes.substr(0, most);
      bytes.remove_prefix(part.size());
      const bool ends = last && bytes.empty();
      const XML_Status status = XML_Parse(parser_, part.data(), static_cast<int>(part.size()), ends ? 1 : 0);
      if (failure_) std::rethrow_exception(failure_);
      if (!refused_.empty()) throw XmlMalformed{refused_};
      if (visitor_.done()) return false;
      if (status != XML_STATUS_OK) throw XmlMalformed{XML_ErrorString(XML_GetErrorCode(parser_))};
    } while (!bytes.empty());
    return true;
  }

 private:
  /// Exceptions must not pass through expat, which is C.
  template <typename Work>
  void guarded(Work work) {
    if (failure_ || visitor_.done()) return;
    try {
      work();
    } catch (...) {
      failure_ = std::current_exception();
    }
    if (failure_ || visitor_.done()) XML_StopParser(parser_, XML_FALSE);
  }

  static Impl& of(void* self) { return *static_cast<Impl*>(self); }

  static void on_begin(void* self, const XML_Char* name, const XML_Char** attributes) {
    Impl& reader = of(self);
    if (++reader.depth_ > deepest) return reader.refuse("elements are nested too deeply");
    reader.guarded([&] { reader.visitor_.begin(local_name(name), XmlAttributes(attributes)); });
  }
  static void on_end(void* self, const XML_Char* name) {
    Impl& reader = of(self);
    --reader.depth_;
    reader.guarded([&] { reader.visitor_.end(local_name(name)); });
  }
  static void on_text(void* self, const XML_Char* text, int size) {
    Impl& reader = of(self);
    reader.guarded([&] { reader.visitor_.text({text, static_cast<std::size_t>(size)}); });
  }
  static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(self).refuse("it has a document type declaration");
  }

  void refuse(const char* reason) {
    refused_ = reason;
    XML_StopParser(parser_, XML_FALSE);
  }

  XmlVisitor& visitor_;
  XML_Parser parser_;
  int depth_ = 0;
  std::string refused_;
  std::exception_ptr failure_;
};

XmlReader::XmlReader(XmlVisitor& visitor) : impl_(std::make_unique<Impl>(visitor)) {}
XmlReader::~XmlReader() = default;
bool XmlReader::feed(std::string_view bytes) { return impl_->parse(bytes, false); }
void XmlReader::finish() { impl_->parse({}, true); }

}  // namespace nceplan
