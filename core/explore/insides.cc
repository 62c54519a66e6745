#include "core/explore/insides.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/base/byte_text.h"
#include "core/base/check.h"

namespace forkscope::explore {

namespace {

// Vms that stay where they are, in case the search goes on from there: a few megabytes each, and some
// milliseconds to make.
constexpr std::size_t kMostPlaces = 32;
// One that was not used in so many turns is hardly waited for.
constexpr std::uint64_t kLongAgo = 12;
// To make one more takes as long as some forty times putting another state in the place of one with the same
// imports, and saves about one of thirty of those: so many have to be wanted before it pays.
constexpr std::uint64_t kLoadsOfMachine = 1024;
// To put one with other imports in its place takes nearly as long as to make one, and that all are saved.
constexpr std::uint64_t kLoadsOfImports = 128;

void put_signed(std::string& bytes, std::int64_t number) {
  base::put_number(bytes,
                   (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63));
}

std::string key_of(base::ThreadId thread, const kernel::Answer& answer, const kernel::SimSignals& signals) {
  std::string key;
  base::put_number(key, thread);
  put_signed(key, answer.error);
  put_signed(key, answer.value);
  put_signed(key, answer.second);
  base::put_number(key, answer.object);
  base::put_text(key, answer.bytes);
  base::put_number(key, answer.ready.size());
  for (const int descriptor : answer.ready) put_signed(key, descriptor);
  for (const std::uint64_t bits : {signals.arrived, signals.ignored, signals.caught, signals.blocked})
    base::put_number(key, bits);
  return key;
}

}  // namespace

const Pending& Insides::thread(InsideId inside, base::ThreadId id) const {
  const std::vector<Pending>& all = insides_[inside].threads;
  const auto found = std::ranges::find(all, id, &Pending::thread);
  FORKSCOPE_CHECK(found != all.end(), "a thread of the process");
  return *found;
}

InsideId Insides::add(Origin origin, const Machine& machine) {
  Inside& made = insides_.emplace_back();
  made.origin = std::move(origin);
  made.threads = machine.threads();
  bytes_ += sizeof(Inside) + made.threads.size() * sizeof(Pending) + 256;
  return static_cast<InsideId>(insides_.size() - 1);
}

InsideId Insides::newest(InsideId inside) const {
  const InsideId same = insides_[inside].same_as;
  return same == kNoInside ? inside : same;
}

// What is imported in it, or was in the last one that is saved of those that led there.
std::size_t Insides::imported_in(InsideId inside) const {
  const Inside* at = &insides_[newest(inside)];
  while (!at->state) at = &insides_[newest(at->origin.before)];
  return states_.imported(*at->state);
}

// One with the same imports, which stay where they are, if there is one that was not used for a while.
Insides::Place& Insides::free_place(InsideId inside) {
  const auto older = [](const Place* one, const Place* other) { return one->used < other->used; };
  std::vector<Place*> by_age;
  for (Place& place : places_) by_age.push_back(&place);
  std::ranges::sort(by_age, older);
  if (places_.size() == kMostPlaces) by_age.resize(kMostPlaces / 2);
  const auto is_fit = [imported = imported_in(inside)](const Place* place) {
    return place->imported == imported;
  };
  const auto fit = std::ranges::find_if(by_age, is_fit);
  Place* chosen = fit != by_age.end() ? *fit : by_age.empty() ? nullptr : by_age.front();
  const bool may_grow = places_.size() < kMostPlaces;
  if (fit == by_age.end())
    wanted_ += kLoadsOfImports;
  else if (chosen->used + kLongAgo > turns_)
    ++wanted_;
  if (may_grow && (chosen == nullptr || wanted_ >= kLoadsOfMachine)) {
    wanted_ = 0;
    places_.push_back({std::make_unique<Machine>(arena_, names_)});
    chosen = &places_.back();
  }
  chosen->inside = kNoInside;
  return *chosen;
}

RunResult Insides::repeat(Machine& machine, const Origin& origin) {
  ++work_.runs;
  kernel::SimSignals signals = origin.signals;
  Stops stops = stops_;
  stops.sharing = nullptr;
  stops.before = origin.stopped_before;
  return machine.run(origin.thread, origin.answer, signals, stops);
}

// Puts a machine there: from its saved bytes, or by doing once more what led there.
void Insides::bring(Place& place, InsideId inside) {
  const Inside& wanted = insides_[inside];
  if (wanted.same_as != kNoInside && wanted.same_as != inside) return bring(place, wanted.same_as);
  if (wanted.state) {
    ++work_.loads;
    place.machine->load(states_[*wanted.state]);
    place.imported = imported_in(inside);
  } else {
    const Origin& origin = wanted.origin;
    bring(place, origin.before);
    if (origin.kind == Origin::Kind::ran) {
      repeat(*place.machine, origin);
    } else if (origin.kind == Origin::Kind::forked) {
      place.machine->become_child(origin.thread, origin.child);
    } else {
      place.machine->forget(origin.thread);
    }
  }
  place.inside = inside;
}

Insides::Place& Insides::place_of(InsideId inside) {
  const auto there = std::ranges::find(places_, inside, &Place::inside);
  const bool is_there = there != places_.end();
  Place& place = is_there ? *there : free_place(inside);
  if (!is_there) bring(place, inside);
  place.used = ++turns_;
  return place;
}

void Insides::save(Place& place, InsideId inside) {
  if (insides_[inside].state) return;
  ++work_.saves;
  insides_[inside].state = states_.add(place.machine->save()).id;
  place.imported = imported_in(inside);
}

base::Result<InsideId> Insides::fresh(const vm::ProgramSpec& program, base::ThreadId main_thread) {
  std::string key;
  base::put_number(key, main_thread);
  base::put_text(key, program.is_text ? program.text : program.file);
  for (const std::string& argument : program.arguments) base::put_text(key, argument);
  const auto known = fresh_.find(key);
  if (known != fresh_.end()) return known->second;
  // Started once, a machine can be loaded with anything else later.
  Place made{std::make_unique<Machine>(arena_, names_)};
  if (const base::Status begun = made.machine->start(program, main_thread); !begun.ok()) return begun.error();
  const InsideId inside = add({.kind = Origin::Kind::fresh}, *made.machine);
  save(made, inside);
  made.inside = inside;
  made.used = ++turns_;
  places_.push_back(std::move(made));
  fresh_.emplace(std::move(key), inside);
  return identify(inside);
}

InsideId Insides::forked(InsideId inside, base::ThreadId parent, base::ThreadId child) {
  const std::uint64_t key = std::uint64_t{parent} << 32 | child;
  const auto known = insides_[inside].others.find(key);
  if (known != insides_[inside].others.end()) return newest(known->second);
  Place& place = place_of(inside);
  save(place, inside);
  place.machine->become_child(parent, child);
  place.inside =
      add({.kind = Origin::Kind::forked, .before = inside, .thread = parent, .child = child}, *place.machine);
  return insides_[inside].others[key] = place.inside;
}

InsideId Insides::without(InsideId inside, base::ThreadId thread) {
  const auto known = insides_[inside].others.find(thread);
  if (known != insides_[inside].others.end()) return newest(known->second);
  Place& place = place_of(inside);
  place.machine->forget(thread);
  place.inside = add({.kind = Origin::Kind::without, .before = inside, .thread = thread}, *place.machine);
  return insides_[inside].others[thread] = place.inside;
}

const Insides::Next& Insides::run(InsideId inside, base::ThreadId thread, const kernel::Answer& answer,
                                  const kernel::SimSignals& signals) {
  std::string key = key_of(thread, answer, signals);
  const auto known = insides_[inside].next.find(key);
  if (known != insides_[inside].next.end()) {
    Next& next = known->second;
    next.inside = newest(next.inside);
    return next;
  }
  Place& place = place_of(inside);
  Origin origin{
      .kind = Origin::Kind::ran, .before = inside, .thread = thread, .answer = answer, .signals = signals};
  Next next{.signals = signals, .started = {}, .refusal = {}, .asked = {}};
  ++work_.runs;
  RunResult result = place.machine->run(thread, answer, next.signals, stops_);
  origin.stopped_before = result.stopped_before;
  next.places = result.places;
  next.crosses = result.crosses;
  next.asked = std::move(result.asked);
  for (const kernel::SimStartedThread& each : result.started) next.started.push_back({each.id, each.name});
  next.refusal = result.refusal.empty() ? result.failure : result.refusal;
  next.inside = place.inside = add(std::move(origin), *place.machine);
  bytes_ +=
      key.size() + sizeof(Next) + answer.bytes.size() + next.asked.size() * sizeof(Sharing::PlaceId) + 64;
  return insides_[inside].next[std::move(key)] = std::move(next);
}

void Insides::forget(const std::vector<Sharing::PlaceId>& shared) {
  const std::unordered_set<Sharing::PlaceId> places(shared.begin(), shared.end());
  const auto is_shared = [&](Sharing::PlaceId place) { return places.contains(place); };
  for (Inside& inside : insides_)
    std::erase_if(inside.next,
                  [&](const auto& entry) { return std::ranges::any_of(entry.second.asked, is_shared); });
}

InsideId Insides::identify(InsideId inside) {
  if (insides_[inside].same_as != kNoInside) return insides_[inside].same_as;
  Place& place = place_of(inside);
  save(place, inside);
  by_state_.resize(states_.size(), kNoInside);
  InsideId& first = by_state_[*insides_[inside].state];
  if (first == kNoInside) {
    first = inside;
  } else {
    // From now on it is only a name.
    insides_[inside].threads = {};
    place.inside = first;
  }
  return insides_[inside].same_as = first;
}

}  // namespace forkscope::explore
