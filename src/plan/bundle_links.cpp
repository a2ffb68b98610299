#include "bundle_links.hpp"

#include <algorithm>

namespace nceplan {
namespace {

enum class Visit : std::uint8_t { unseen, on_path, done, cyclic };

/// Walks from add-on to base until the root is known, remembering what it has seen.
class RootFinder {
 public:
  /// `link_of` is per row the 1-based link that starts there, 0 for none.
  RootFinder(std::span<const BaseLink> links, const LargeVector<std::uint32_t>& link_of)
      : links_(links), link_of_(link_of), visits_(links.size()), roots_(links.size()), orphaned_(links.size()) {
    for (std::uint32_t link = 0; link < links.size(); ++link) {
      if (visits_[link] == Visit::unseen) resolve(link);
    }
  }

  bool cyclic(std::size_t link) const { return visits_[link] == Visit::cyclic; }
  bool orphaned(std::size_t link) const { return orphaned_[link]; }
  RowIndex root(std::size_t link) const { return roots_[link]; }

 private:
  void resolve(std::uint32_t link) {
    path_.clear();
    for (;;) {
      visits_[link] = Visit::on_path;
      path_.push_back(link);
      const std::uint32_t next = link_of_[links_[link].base];
      if (next == 0) return finish(links_[link].base);
      link = next - 1;
      if (visits_[link] == Visit::done) return finish(roots_[link]);
      if (visits_[link] == Visit::cyclic) return finish_below_cycle();
      if (visits_[link] == Visit::on_path) return close_cycle(link);
    }
  }

  void finish(RowIndex root) {
    for (const std::uint32_t link : path_) {
      visits_[link] = Visit::done;
      roots_[link] = root;
    }
  }

  void close_cycle(std::uint32_t first) {
    std::uint32_t link = 0;
    do {
      link = path_.back();
      visits_[link] = Visit::cyclic;
      path_.pop_back();
    } while (link != first);
    finish_below_cycle();
  }

  void finish_below_cycle() {
    if (path_.empty()) return;
    orphaned_[path_.back()] = true;
    finish(links_[path_.back()].row);
  }

  std::span<const BaseLink> links_;
  const LargeVector<std::uint32_t>& link_of_;
  std::vector<Visit> visits_;
  LargeVector<RowIndex> roots_;
  std::vector<bool> orphaned_;
  std::vector<std::uint32_t> path_;
};

/// The links with the root as base, of rows that have one; the others go to `linked`, whose `of_row` says where a row's
/// link is.
LargeVector<BaseLink> resolve_chains(std::span<const BaseLink> links, LinkedRows& linked) {
  LargeVector<BaseLink> followers;
  followers.reserve(links.size());
  const RootFinder finder(links, linked.bundles.of_row);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const RowIndex row = links[i].row;
    if (finder.cyclic(i)) {
      linked.cyclic.push_back(row);
    } else if (finder.orphaned(i)) {
      linked.orphaned.push_back(row);
    } else {
      followers.push_back({.row = row, .base = finder.root(i)});
    }
  }
  return followers;
}

void fill_members(Bundles& bundles, std::span<const BaseLink> followers) {
  std::uint32_t first = 0;
  for (Bundle& bundle : bundles.all) {
    bundle.first_member = first;
    first += bundle.size;
    bundle.size = 1;
  }
  bundles.members.resize(first);
  for (const Bundle& bundle : bundles.all) bundles.members[bundle.first_member] = bundle.root;
  for (const BaseLink& follower : followers) {
    Bundle& bundle = bundles.all[bundles.of_row[follower.row] - 1];
    bundles.members[bundle.first_member + bundle.size++] = follower.row;
  }
}

/// `followers` name their root as base.
void form_bundles(Bundles& bundles, std::span<const BaseLink> followers) {
  bundles.all.reserve(followers.size());
  for (const BaseLink& follower : followers) {
    std::uint32_t& number = bundles.of_row[follower.base];
    if (number == 0) {
      Bundle bundle;
      bundle.root = follower.base;
      bundle.size = 1;
      bundles.all.push_back(bundle);
      number = static_cast<std::uint32_t>(bundles.all.size());
    }
    ++bundles.all[number - 1].size;
    bundles.of_row[follower.row] = number;
  }
  fill_members(bundles, followers);
}

}  // namespace

LinkedRows link_rows(RowIndex row_count, std::span<const BaseLink> links) {
  LinkedRows linked;
  if (links.empty()) return linked;
  // The same memory says first where a row's link is, then which bundle it is in.
  LargeVector<std::uint32_t>& of_row = linked.bundles.of_row;
  of_row.resize(row_count);
  for (std::size_t i = 0; i < links.size(); ++i) of_row[links[i].row] = static_cast<std::uint32_t>(i + 1);
  const bool has_chains =
      std::any_of(links.begin(), links.end(), [&](const BaseLink& link) { return of_row[link.base] != 0; });
  const LargeVector<BaseLink> resolved = has_chains ? resolve_chains(links, linked) : LargeVector<BaseLink>();
  for (const BaseLink& link : links) of_row[link.row] = 0;
  form_bundles(linked.bundles, has_chains ? std::span<const BaseLink>(resolved) : links);
  return linked;
}

}  // namespace nceplan
