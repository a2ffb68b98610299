// The timeline as SVG: positions across are percentages and heights are pixels, so that it fits any width and its texts
// keep their size.
#include <fmt/format.h>

#include <algorithm>

#include "i18n/format_text.hpp"
#include "i18n/format_view_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "page_parts.hpp"

namespace nceplan {
namespace {

constexpr int plot_top = 30;
constexpr int plot_bottom = 186;
constexpr int least_height = 3;  ///< of a window with hardly any seats
constexpr int most_labels = 6;   ///< months whose names all fit the narrowest page
constexpr int many_months = 18;  ///< from here on only quarters are named

std::string digits(std::uint64_t number, Language language) {
  return grouped_digits(static_cast<std::int64_t>(number), language);
}

std::string seats_text(std::int64_t seats, Language language) {
  return seats == 1 ? std::string(text(Text::single_seat, language))
                    : format_text(Text::seats, language, grouped_digits(seats, language));
}

class Drawing {
 public:
  Drawing(const Timeline& timeline, Date as_of, Language language)
      : timeline_(timeline), as_of_(as_of), language_(language), top_(scale_top(timeline.peak)) {}

  PageData part() const {
    PageData part;
    const std::string from = format_date(timeline_.first, language_);
    const std::string to = format_date(timeline_.end - 1, language_);
    part["image"] = format_text(ViewText::timeline_image, language_, from, to, seats_text(timeline_.peak, language_));
    part["density"] = std::string(density());
    part["scale"] = list_of(std::vector<std::int64_t>{top_ / 2, top_}, [&](std::int64_t seats) {
      PageData line;
      line["y"] = std::to_string(y_of(seats));
      line["label"] = grouped_digits(seats, language_);
      return line;
    });
    part["unit"] = std::string(text(ViewText::timeline_seats, language_));
    part["months"] = list_of(months(), [&](Date month) { return month_part(month); });
    part["runs"] = list_of(timeline_.runs, [&](const TimelineRun& run) { return run_part(run); });
    part["today"] = today_part();
    return part;
  }

 private:
  std::vector<Date> months() const {
    std::vector<Date> months;
    for (Date month = timeline_.first; month < timeline_.end; month = first_of_next_month(month)) {
      months.push_back(month);
    }
    return months;
  }
  std::string_view density() const {
    const std::size_t count = months().size();
    return count <= most_labels ? "sparse" : count > many_months ? "dense" : "even";
  }
  double share(int days) const { return 100.0 * days / (timeline_.end - timeline_.first); }
  std::string x_of(Date date) const { return fmt::format("{:.3f}%", share(date - timeline_.first)); }
  int height_of(std::int64_t seats) const {
    return static_cast<int>((plot_bottom - plot_top) * static_cast<double>(seats) / static_cast<double>(top_) + 0.5);
  }
  int y_of(std::int64_t seats) const { return plot_bottom - height_of(seats); }

  PageData month_part(Date month) const;
  PageData run_part(const TimelineRun& run) const;
  PageData today_part() const;

  const Timeline& timeline_;
  Date as_of_;
  Language language_;
  std::int64_t top_;
};

PageData Drawing::month_part(Date month) const {
  const YearMonthDay date = year_month_day(month);
  PageData part;
  part["x"] = x_of(month);
  part["label"] = std::string(month_abbreviation(date.month, language_));
  part["rank"] = std::string(date.month % 6 == 1 ? "half" : date.month % 3 == 1 ? "quarter" : "each");
  // A year beside the next one would touch it.
  const bool names_year = date.month == 1 || (month == timeline_.first && date.month < 10);
  part["year"] = names_year ? PageData(std::to_string(date.year)) : PageData(false);
  return part;
}

PageData Drawing::run_part(const TimelineRun& run) const {
  const int height = std::max(least_height, height_of(run.seats));
  PageData part;
  part["when"] = std::string(run.end <= as_of_ ? "past" : run.first <= as_of_ ? "now" : "ahead");
  part["x"] = x_of(run.first);
  part["width"] = fmt::format("{:.3f}%", share(run.end - run.first));
  part["y"] = std::to_string(plot_bottom - height);
  part["height"] = std::to_string(height);
  part["tip"] = fmt::format(
      "{} – {}: {}, {}", format_date(run.first, language_), format_date(run.end - 1, language_),
      counted(ViewText::single_window, ViewText::windows, run.windows, digits(run.windows, language_), language_),
      seats_text(run.seats, language_));
  return part;
}

PageData Drawing::today_part() const {
  constexpr double label_share = 60.0;
  PageData part;
  part["x"] = x_of(as_of_);
  const bool left = share(as_of_ - timeline_.first) > label_share;
  part["anchor"] = std::string(left ? "end" : "start");
  part["shift"] = std::string(left ? "-6" : "6");
  part["label"] = format_text(ViewText::page_as_of, language_, format_date(as_of_, language_));
  return part;
}

PageData month_rows(const PageFacts& facts, Language language) {
  return list_of(facts.months, [&](const auto& month) {
    PageData part;
    part["month"] = format_month(month.first, language);
    part["subscriptions"] = digits(month.second.subscriptions, language);
    part["seats"] = grouped_digits(month.second.seats, language);
    return part;
  });
}

}  // namespace

PageData timeline_part(const PageFacts& facts, Date as_of, Language language) {
  PageData part;
  part["title"] = std::string(text(ViewText::timeline, language));
  part["drawn"] = false;
  part["none"] = std::string(text(ViewText::timeline_none, language));
  if (facts.windows.empty()) return part;
  const Timeline timeline = make_timeline(facts.windows, as_of);
  part["drawn"] = Drawing(timeline, as_of, language).part();
  part["lead"] = std::string(text(ViewText::timeline_lead, language));
  part["outside"] = false;
  if (timeline.outside != 0) {
    part["outside"] = counted(ViewText::single_outside, ViewText::outside, timeline.outside,
                              digits(timeline.outside, language), language);
  }
  part["caption"] = std::string(text(ViewText::months_caption, language));
  part["heading_month"] = std::string(text(ViewText::heading_month, language));
  part["heading_subscriptions"] = std::string(text(ViewText::heading_subscriptions, language));
  part["heading_seats"] = std::string(text(ViewText::heading_seats, language));
  part["month_rows"] = month_rows(facts, language);
  return part;
}

}  // namespace nceplan
