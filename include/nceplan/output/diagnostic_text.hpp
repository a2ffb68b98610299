// Diagnostics as a person reads them: place, what was seen, what was expected, how to fix it.
#pragma once

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {

struct DiagnosticTextOptions {
  Language language = Language::en;
  bool color = false;
  bool errors_only = false;  ///< leave out warnings and notes
  unsigned width = 0;        ///< columns at which advice wraps; 0 never wraps
};

/// One problem in up to three lines:
///     kunden.csv:17:8: error: ExpirationDate "03/04/2024" can be 3 April or 4 March [date-ambiguous]
///       expected  one date order for the whole column; no row of it decides
///       fix       --date-order mdy (untouched tool export) or dmy (saved by a German Excel)
void write_diagnostic(const Diagnostic& diagnostic, const DiagnosticTextOptions& options, const Sink& sink);

/// All that are kept, in their order; neighbours with the same advice share it. After the last one of a code a line
/// says how many more there are, and one line counts errors and warnings. Writes nothing when there is nothing to say.
void write_diagnostics(const Diagnostics& diagnostics, const DiagnosticTextOptions& options, const Sink& sink);

}  // namespace nceplan
