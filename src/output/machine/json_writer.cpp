// JSON and NDJSON. Entries are written by hand, since there may be millions; head and tail through the JSON library.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "json_document.hpp"
#include "json_text.hpp"
#include "machine_writers.hpp"
#include "output/buffer.hpp"
#include "output/cell.hpp"
#include "output/row_chunks.hpp"
#include "output/value_text.hpp"
#include "output/write_in_order.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::ordered_json;

/// Room for either list column: eight actions with two dates, or all notes.
constexpr std::size_t list_room = 1024;

char* put_date_or_null(char* out, OptionalDate date) {
  return date ? put(put_date(put(out, '"'), *date), '"') : put(out, "null");
}

char* put_actions(char* out, const ActionList& actions) {
  out = put(out, '[');
  for (const Action& action : actions) {
    if (&action != actions.begin()) out = put(out, ',');
    out = put(put(put(out, "{\"code\":\""), to_code(action.code)), "\",\"from\":");
    out = put(put_date_or_null(out, action.from), ",\"due\":");
    out = put(put_date_or_null(out, action.due), '}');
  }
  return put(out, ']');
}

char* put_notes(char* out, NoteSet notes) {
  char* const first = put(out, '[');
  out = first;
  notes.for_each([&](Note note) {
    if (out != first) out = put(out, ',');
    out = put(put(put(out, '"'), to_code(note)), '"');
  });
  return put(out, ']');
}

/// An object has each member once, however often a column was asked for.
std::vector<Column> unique_columns(const ReportOptions& options) {
  std::vector<Column> columns;
  for (const Column column : machine_columns(options)) {
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  }
  return columns;
}

/// Writes rows as objects, each between a prefix and a suffix.
class EntryFormatter {
 public:
  EntryFormatter(const Plan& plan, const ReportOptions& options, std::string_view before, std::string_view after)
      : cells_(plan, options.language), columns_(unique_columns(options)), after_(after) {
    std::string_view start = before;
    for (const Column column : columns_) {
      keys_.push_back(fmt::format("{}\"{}\":", start, to_code(column)));
      object_room_ += keys_.back().size() + value_room + 2;
      start = ",";
    }
    object_room_ += 2 * list_room + after.size();
  }

  void append(const RowBlock& block, RowIndex row, Buffer& buffer) {
    cells_.load(block, row);
    char* out = buffer.room(buffer.end(), object_room_);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      out = put_member(buffer, put(out, keys_[i]), columns_[i]);
    }
    buffer.end_at(put(out, after_));
  }

 private:
  char* put_member(Buffer& buffer, char* out, Column column) {
    if (column == Column::actions) return put_actions(out, cells_.entry().actions);
    if (column == Column::notes) return put_notes(out, cells_.entry().notes);
    const Cell cell = cells_[column];
    switch (cell.kind) {
      case Cell::Kind::empty:
        return put(out, "null");
      case Cell::Kind::text:
        if (!cell.plain) {
          out = buffer.room(out, json_string_room(cell.text.size()) + object_room_);
          return put_json_string(out, cell.text);
        }
        [[fallthrough]];
      case Cell::Kind::date:
        return put(put_value(put(out, '"'), cell), '"');
      case Cell::Kind::integer:
      case Cell::Kind::boolean:
        break;
    }
    return put_value(out, cell);
  }

  RowCells cells_;
  std::vector<Column> columns_;
  std::vector<std::string> keys_;
  std::string after_;
  std::size_t object_room_ = 0;  ///< for all members of an object that are no texts, and the ends of those that are
};

void write_entries(const SelectedRows& rows, const EntryFormatter& formatter, const Sink& sink) {
  const unsigned jobs = rows.plan().context().jobs;
  std::vector<EntryFormatter> formatters(jobs, formatter);
  write_in_order(
      jobs, chunk_count(rows),
      [&](unsigned worker, std::size_t chunk, Buffer& buffer) {
        EntryFormatter& own = formatters[worker];
        visit_chunk(rows, chunk, [&](const RowBlock& block, RowIndex row) { own.append(block, row, buffer); });
      },
      sink);
}

/// Passes on elements that each begin with a comma, but the first one's.
class ElementSink {
 public:
  explicit ElementSink(const Sink& sink) : sink_(sink) {}
  void operator()(std::string_view elements) {
    if (elements.empty()) return;
    if (first_) elements.remove_prefix(1);
    first_ = false;
    sink_(elements);
  }
  /// Ends the array.
  void close() { sink_(first_ ? "]" : "\n  ]"); }

 private:
  const Sink& sink_;
  bool first_ = true;
};

void write_diagnostics(const Diagnostics& diagnostics, const Sink& sink) {
  sink(",\n  \"diagnostics\": [");
  ElementSink elements(sink);
  for (const Diagnostic& diagnostic : diagnostics.kept()) elements(",\n    " + to_text(json_diagnostic(diagnostic)));
  elements.close();
}

}  // namespace

void write_json(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                const Sink& sink) {
  Json head = json_head(rows.plan(), options);
  head["summary"] = json_summary(rows, options, diagnostics);
  std::string start;
  for (const auto& member : head.items()) {
    start.append(start.empty() ? "{\n  \"" : ",\n  \"")
        .append(member.key())
        .append("\": ")
        .append(to_text(member.value()));
  }
  sink(start);
  if (!options.summary) {
    sink(",\n  \"entries\": [");
    ElementSink elements(sink);
    write_entries(rows, EntryFormatter(rows.plan(), options, ",\n    {", "}"), std::ref(elements));
    elements.close();
  }
  write_diagnostics(diagnostics, sink);
  sink("\n}\n");
}

void write_ndjson(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                  const Sink& sink) {
  if (!options.summary) {
    write_entries(rows, EntryFormatter(rows.plan(), options, "{\"type\":\"entry\",", "}\n"), sink);
  }
  for (const Diagnostic& diagnostic : diagnostics.kept()) {
    Json line = {{"type", "diagnostic"}};
    line.update(json_diagnostic(diagnostic));
    sink(to_text(line) + "\n");
  }
  Json line = {{"type", "summary"}};
  line.update(json_head(rows.plan(), options));
  line.update(json_summary(rows, options, diagnostics));
  sink(to_text(line) + "\n");
}

}  // namespace nceplan
