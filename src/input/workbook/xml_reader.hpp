// XML as the parts of a workbook have it: elements, attributes and text, in one pass and bounded memory. Knows expat.
// Document types, and with them entities of the document's own, are refused.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace nceplan {

/// XML that is not well-formed, or not what a workbook may hold.
struct XmlMalformed {
  std::string reason;
};

/// The attributes of one element; lives during `XmlVisitor::begin`.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// The value of the attribute with that name, whatever its namespace; empty without one.
  std::string_view operator[](std::string_view local_name) const;

 private:
  const char** pairs_;
};

/// Sees the elements of a document; names are without namespace.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void begin(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  /// A piece of text; one text may come in several.
  virtual void text(std::string_view piece) = 0;
  /// True when the rest of the document does not matter.
  virtual bool done() const { return false; }
};

class XmlReader {
 public:
  explicit XmlReader(XmlVisitor& visitor);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// Reads on; returns false once the visitor is done. Throws XmlMalformed and what the visitor throws.
  bool feed(std::string_view bytes);
  /// Ends the document. Throws XmlMalformed when it is not complete.
  void finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nceplan
