// Spreading migrations over days, against drawings and against every possible assignment of small cases.
#include "nceplan/plan/day_spreader.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "nceplan/plan/working_days.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

const Date monday = *parse_iso_date("2024-01-15");

std::vector<Date> days_of(int count) {
  std::vector<Date> days;
  for (int i = 0; i < count; ++i) days.push_back(monday + i);
  return days;
}

/// Jobs as customer and window: `A 0-2` is customer A, from day 0 to day 2.
struct Drawn {
  char customer;
  int from;
  int until;
};

std::vector<MigrationJob> jobs_of(const std::vector<Drawn>& drawn) {
  std::vector<MigrationJob> jobs;
  for (const Drawn& job : drawn) {
    jobs.push_back({static_cast<std::uint32_t>(job.customer - 'A'), monday + job.from, monday + job.until});
  }
  return jobs;
}

/// The day of each job as a digit, `-` for none.
std::string spread(const std::vector<Drawn>& drawn, int days, unsigned per_day) {
  std::string text;
  for (const OptionalDate day : spread_jobs(jobs_of(drawn), days_of(days), per_day)) {
    text += day ? std::to_string(*day - monday) : "-";
  }
  return text;
}

using Assignment = std::vector<int>;  // a day per job, -1 for none

/// Calls `visit` with every assignment that keeps windows and capacity.
template <typename Visit>
void for_each_assignment(const std::vector<MigrationJob>& jobs, int days, unsigned per_day, Visit visit) {
  Assignment assignment(jobs.size(), -1);
  std::vector<unsigned> used(static_cast<std::size_t>(days), 0);
  const auto extend = [&](const auto& self, std::size_t job) -> void {
    if (job == jobs.size()) return visit(assignment);
    assignment[job] = -1;
    self(self, job + 1);
    for (int day = 0; day < days; ++day) {
      unsigned& load = used[static_cast<std::size_t>(day)];
      if (monday + day < jobs[job].from || monday + day > jobs[job].until || load == per_day) continue;
      ++load;
      assignment[job] = day;
      self(self, job + 1);
      --load;
    }
    assignment[job] = -1;
  };
  extend(extend, 0);
}

std::size_t placed(const Assignment& assignment) {
  return static_cast<std::size_t>(std::count_if(assignment.begin(), assignment.end(), [](int d) { return d >= 0; }));
}

/// The one day of all jobs of a customer, or -1.
int common_day(const std::vector<MigrationJob>& jobs, const Assignment& assignment, std::uint32_t customer) {
  std::set<int> days;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (jobs[i].customer == customer) days.insert(assignment[i]);
  }
  return days.size() == 1 ? *days.begin() : -1;
}

/// What no assignment of a small case may beat.
struct BruteForce {
  std::size_t most = 0;
  std::map<std::uint32_t, int> earliest_common_day;  ///< per customer that could have one, those before as in `mine`
};

BruteForce brute_force(const std::vector<MigrationJob>& jobs, int days, unsigned per_day, const Assignment& mine) {
  BruteForce best;
  for_each_assignment(jobs, days, per_day,
                      [&](const Assignment& other) { best.most = std::max(best.most, placed(other)); });
  std::vector<MigrationJob> with_day;
  std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(with_day),
               [&](const MigrationJob& job) { return has_day(job, days_of(days)); });
  const std::vector<std::uint32_t> order = customer_order(with_day);
  for_each_assignment(jobs, days, per_day, [&](const Assignment& other) {
    if (placed(other) < best.most) return;
    for (const std::uint32_t customer : order) {
      if (const int day = common_day(jobs, other, customer); day >= 0) {
        const auto known = best.earliest_common_day.try_emplace(customer, day).first;
        known->second = std::min(known->second, day);
      }
      // Later customers are only comparable while this one is where mine has it.
      for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (jobs[i].customer == customer && other[i] != mine[i]) return;
      }
    }
  });
  return best;
}

Assignment as_assignment(const std::vector<OptionalDate>& days) {
  Assignment assignment;
  for (const OptionalDate day : days) assignment.push_back(day ? *day - monday : -1);
  return assignment;
}

}  // namespace

TEST_CASE("the earliest due go first, and nobody is placed outside of the window", "[schedule]") {
  CHECK(spread({{'A', 0, 4}, {'B', 0, 0}, {'C', 0, 1}}, 5, 1) == "201");
  CHECK(spread({{'A', 2, 3}}, 5, 1) == "2");
  CHECK(spread({{'A', 5, 9}}, 5, 1) == "-");
  CHECK(spread({}, 5, 1).empty());
  CHECK(spread({{'A', 0, 0}, {'B', 0, 0}}, 5, 1) == "0-");
}

TEST_CASE("a migration that no day takes does not bring its customer forward", "[schedule]") {
  CHECK(spread({{'A', -3, -1}, {'A', 0, 9}, {'B', 0, 4}}, 5, 1) == "-10");
  CHECK(spread({{'A', 0, 9}, {'B', 0, 4}}, 5, 1) == "10");
}

TEST_CASE("a customer has one day where that costs nobody a place", "[schedule]") {
  CHECK(spread({{'A', 0, 1}, {'A', 1, 3}}, 4, 2) == "11");  // the only day that both have
  CHECK(spread({{'A', 0, 4}, {'B', 0, 4}, {'A', 0, 4}, {'B', 0, 4}}, 5, 2) == "0101");
  CHECK(spread({{'A', 0, 0}, {'B', 0, 4}, {'B', 0, 4}}, 5, 2) == "011");                // not one today, one tomorrow
  CHECK(spread({{'A', 0, 0}, {'B', 0, 1}, {'B', 0, 1}, {'C', 1, 1}}, 2, 2) == "0011");  // together would cost C
}

TEST_CASE("a customer too large for a day has the fewest days that the greatest shares give", "[schedule]") {
  CHECK(spread({{'A', 0, 4}, {'A', 0, 4}, {'A', 0, 4}, {'A', 0, 4}, {'A', 0, 4}}, 5, 2) == "00112");
}

TEST_CASE("no assignment places more, and none keeps a customer together that is split", "[schedule][property]") {
  std::mt19937 random(20240116);
  const auto pick = [&random](int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  for (int round = 0; round < 400; ++round) {
    const int days = pick(1, 4);
    const auto per_day = static_cast<unsigned>(pick(1, 3));
    std::vector<MigrationJob> jobs;
    for (int i = pick(1, 6); i > 0; --i) {
      const int from = pick(0, days - 1);
      jobs.push_back({static_cast<std::uint32_t>(pick(0, 2)), monday + from, monday + pick(from, days - 1)});
    }
    const Assignment mine = as_assignment(spread_jobs(jobs, days_of(days), per_day));
    std::vector<unsigned> used(static_cast<std::size_t>(days), 0);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      if (mine[i] < 0) continue;
      CHECK((jobs[i].from <= monday + mine[i] && monday + mine[i] <= jobs[i].until));
      CHECK(++used[static_cast<std::size_t>(mine[i])] <= per_day);
    }
    const BruteForce best = brute_force(jobs, days, per_day, mine);
    INFO("round " << round);
    CHECK(placed(mine) == best.most);
    for (const auto& [customer, day] : best.earliest_common_day) CHECK(common_day(jobs, mine, customer) == day);
  }
}

TEST_CASE("the sufficient capacity places all that have a day, and one less does not", "[schedule][property]") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const auto days = days_of(5);
    std::vector<MigrationJob> jobs;
    for (unsigned i = 0; i < 1 + random() % 30; ++i) {
      const int from = static_cast<int>(random() % 6);
      jobs.push_back(
          {static_cast<std::uint32_t>(random() % 9), monday + from, monday + from + static_cast<int>(random() % 3)});
    }
    const auto count = [&](unsigned per_day) { return placed(as_assignment(spread_jobs(jobs, days, per_day))); };
    std::size_t with_day = 0;
    for (const MigrationJob& job : jobs) with_day += static_cast<std::size_t>(has_day(job, days));
    const unsigned enough = sufficient_per_day(jobs, days);
    if (with_day == 0) {
      CHECK(enough == 0);
      continue;
    }
    CHECK(count(enough) == with_day);
    if (enough > 1) CHECK(count(enough - 1) < with_day);
  }
}

TEST_CASE("two thousand migrations at forty a day are all placed or named", "[schedule]") {
  std::mt19937 random(2000);
  const std::vector<Date> days = working_days(monday, monday + 200, {}, 1000);
  std::vector<MigrationJob> jobs;
  for (int i = 0; i < 2000; ++i) {
    const Date from = monday + static_cast<int>(random() % 20);
    jobs.push_back({static_cast<std::uint32_t>(random() % 500), from, from + static_cast<int>(random() % 90)});
  }
  const std::vector<OptionalDate> placed = spread_jobs(jobs, days, 40);
  std::map<Date, unsigned> load;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (!placed[i]) continue;
    CHECK((jobs[i].from <= *placed[i] && *placed[i] <= jobs[i].until));
    CHECK_FALSE(is_weekend(*placed[i]));
    CHECK(++load[*placed[i]] <= 40);
  }
  CHECK(placed == spread_jobs(jobs, days, 40));
}
