// What a move leads to, found out once for all states that are alike in what it looks at.
#include <algorithm>
#include <utility>

#include "core/explore/search.h"

namespace forkscope::explore {

using kernel::SimKernel;
using trace::MoveState;

// What changed between two states. Processes are never taken out of the world, and who is new is in its
// order.
void Search::describe(const Parts& before, const Parts& after, Known& known) const {
  known.shared = shared_.change(before.shared, after.shared);
  std::uint32_t was = 0;
  for (std::uint32_t at = 0; at < after.places.size(); ++at) {
    const Place& place = after.places[at];
    const bool was_there = was < before.places.size() &&
                           processes_[before.places[was].process].id == processes_[place.process].id;
    const Place old = was_there ? before.places[was] : Place();
    known.from.push_back(was_there ? was++ : kMade);
    if (was_there && old.process == place.process && old.inside == place.inside) continue;
    known.others.push_back({at, {place.process, old.inside == place.inside ? kKeep : place.inside}});
  }
  if (after.places.size() == before.places.size()) known.from.clear();
}

bool Search::changes_others(const Parts& before, std::size_t index, const Known& known) const {
  return std::ranges::any_of(known.others, [&](const auto& other) {
    const std::uint32_t was = known.from.empty() ? other.first : known.from[other.first];
    return was != kMade && was != index && before.places[was].process != other.second.process;
  });
}

// Does the move once. Where the program is refused, nothing is known.
Search::Known Search::find_out(const Parts& before, std::size_t index, base::ThreadId thread, Reach& reach) {
  State& state = scratch_;
  load(before, state);
  const Mine mine{processes_[before.places[index].process].id, thread};
  const kernel::SimMove now = move_of(state, mine);
  note(now);
  // Time that has been seen may begin anew for all processes.
  const bool has_time = state.world.now_ns != 0;
  Known known;
  if (SimKernel::look(now) == MoveState::blocked) {
    const bool ends_by_time = now.thread.deadline_ns > state.world.now_ns;
    known.kind = ends_by_time ? Known::Kind::time : Known::Kind::blocked;
  } else {
    known.kind = Known::Kind::moves;
    const Mover mover{Mover::Kind::thread, now.thread.name};
    Step step;
    if (!move(state, mine, step)) {
      scratch_ = {};
      return {};
    }
    describe(before, parts_of(state), known);
    known.edge = edge_of(mover, step);
  }
  known.touched = shared_.touched(state.world, before.shared);
  reach = has_time || changes_others(before, index, known) ? Reach::all
          : state.world.looked_around                      ? Reach::shown
                                                           : Reach::own;
  return known;
}

std::vector<Search::Known>& Search::known_at(const NumberRows::Row& row) {
  const Interner::Found found = moves_.add(row);
  if (found.is_new) known_.emplace_back();
  return known_[found.id];
}

// At most one: what is done depends on nothing but what was looked for before.
const Search::Known* Search::known(const std::vector<Known>& all, SharedParts::Number shared) const {
  const auto found =
      std::ranges::find_if(all, [&](const Known& each) { return shared_.has(shared, each.touched); });
  return found == all.end() ? nullptr : &*found;
}

// Whether its process is alone is seen in any case.
const Search::Known& Search::known(const Parts& before, std::size_t index, base::ThreadId thread) {
  Reach reach = Reach::own;
  if (options_.moves_anew) return anew_ = find_out(before, index, thread, reach);
  const Place& own = before.places[index];
  const auto runs = [this](const Place& place) { return processes_[place.process].runs(); };
  const bool alone = std::ranges::count_if(before.places, runs) <= 1;
  const std::size_t count = before.places.size();
  key_.assign({shared_.rest_of(before.shared), own.process, own.inside, thread,
               static_cast<std::uint32_t>(2 * count + (alone ? 1 : 0))});
  const std::size_t sizes[] = {key_.size(), key_.size() + count, key_.size() + 2 * count};
  const auto known_so_far = [&](std::size_t level) -> std::vector<Known>& {
    for (std::size_t at = key_.size() - sizes[0]; at < level * count; ++at) {
      const KnownProcesses::Number process = before.places[at % count].process;
      key_.push_back(at < count ? processes_.shown(process) : process);
    }
    return known_at(NumberRows::Row(key_).first(sizes[level]));
  };
  std::size_t level = 0;
  for (;; ++level) {
    const Known* const there = known(known_so_far(level), before.shared);
    if (there == nullptr) break;
    if (there->kind != Known::Kind::looks_further) return *there;
  }
  Known found = find_out(before, index, thread, reach);
  known_bytes_ += sizeof(Known) + found.others.size() * sizeof(found.others.front()) +
                  (found.touched.size() + found.shared.others.size()) * sizeof(SharedParts::Object) +
                  (found.from.size() + found.shared.from.size()) * sizeof(std::uint32_t);
  for (; level < static_cast<std::size_t>(reach); ++level) {
    Known& further = known_so_far(level).emplace_back();
    further.kind = Known::Kind::looks_further;
    further.touched = found.touched;
  }
  return known_so_far(level).emplace_back(std::move(found));
}

}  // namespace forkscope::explore
