#include "core/explore/sharing.h"

#include <algorithm>

#include "core/base/byte_text.h"
#include "core/vm/objects.h"
#include "core/vm/touches.h"

namespace forkscope::explore {

namespace {

using vm::Kind;

const vm::Class* class_of(const vm::Object& object) {
  switch (object.kind) {
    case Kind::instance:
      return static_cast<const vm::Instance&>(object).type();
    case Kind::exception:
      return static_cast<const vm::Exception&>(object).type();
    case Kind::native_object:
      return static_cast<const vm::NativeObject&>(object).class_value.known<vm::Class>();
    case Kind::class_object:
      return static_cast<const vm::Class*>(&object);
    default:
      return nullptr;
  }
}

// What all objects of one class or kind have in common: objects themselves have no name that stays.
void put_owner(std::string& place, const vm::Object& object) {
  place += static_cast<char>('a' + static_cast<int>(object.kind));
  if (object.kind == Kind::module) place += static_cast<const vm::Module&>(object).name;
  if (const vm::Class* type = class_of(object)) place += type->module + '.' + type->qualified_name;
}

}  // namespace

bool Sharing::Users::knows(const Toucher& toucher, bool writes, bool aside_only) const {
  return (aside_only ? aside : threads).has(toucher.thread) && (changed || !writes || aside_only) && locks &&
         std::ranges::includes(toucher.locks, *locks);
}

Sharing::Users& Sharing::users_of_place(base::ProcessId process) {
  const auto [at, is_new] = users_.try_emplace(place_);
  if (is_new) {
    at->second.id = static_cast<PlaceId>(users_.size());
    at->second.process = process;
  }
  return at->second;
}

bool Sharing::note(const Toucher& toucher, bool writes, bool aside, Reach reach,
                   const std::function<bool()>& others_reach, std::vector<PlaceId>& asked) {
  Users& users = users_of_place(toucher.process);
  asked.push_back(users.id);
  const bool before = users.is_shared();
  const bool is_known = users.knows(toucher, writes, aside);
  if (is_known && (!before || reach == Reach::of_any)) return before;
  if (!others_reach()) return false;
  if (is_known) return true;
  (aside ? users.aside : users.threads).add(toucher.thread);
  users.changed = users.changed || (writes && !aside);
  if (!users.locks) users.locks = toucher.locks;
  std::erase_if(*users.locks,
                [&](base::ObjectId lock) { return !std::ranges::binary_search(toucher.locks, lock); });
  const auto copiers = copiers_.find(toucher.process);
  if (copiers != copiers_.end()) {
    for (const base::ThreadId copier : copiers->second.all()) copy(users, copier);
  }
  if (!before && users.is_shared()) grown_.push_back(users.id);
  return users.is_shared();
}

// What somebody else changes shows in the copy. No lock keeps it from being made.
void Sharing::copy(Users& users, base::ThreadId copier) {
  if (!users.changed || !users.threads.has_other_than(copier)) return;
  users.threads.add(copier);
  users.locks = Locks();
}

void Sharing::note_copy(base::ProcessId process, base::ThreadId thread) {
  ThreadSet& copiers = copiers_[process];
  if (copiers.has(thread)) return;
  copiers.add(thread);
  for (auto& [place, users] : users_) {
    if (users.process != process || users.is_shared()) continue;
    copy(users, thread);
    if (users.is_shared()) grown_.push_back(users.id);
  }
}

// What was known is not enough; all begins again also where nothing has been touched yet.
void Sharing::begin_again(base::ProcessId process) {
  constexpr PlaceId kNoPlace = 0;
  grown_.push_back(kNoPlace);
  for (const auto& [place, users] : users_) {
    if (users.process == process) grown_.push_back(users.id);
  }
}

bool Sharing::note(const Toucher& toucher, const vm::Touch& touch, const std::function<bool()>& others_reach,
                   std::vector<PlaceId>& asked, std::string_view file) {
  // The library's own locks are no reason to stop.
  if (touch.asks && !file.empty()) return false;
  const bool looks = !touch.asks && file.empty() && vm::is_lock(*touch.object);
  if (looks && look_at_locks_.insert(toucher.process).second) begin_again(toucher.process);
  const Reach reach = file.empty() ? Reach::of_each : Reach::of_any;
  place_.clear();
  base::put_number(place_, toucher.process);
  if (touch.name == nullptr && touch.object->kind != Kind::module) place_ += file;
  put_owner(place_, *touch.object);
  place_ += '.';
  if (touch.asks) {
    note({toucher.process, toucher.thread, {}}, true, true, reach, others_reach, asked);
    // What a lock is changes before its Request.
    return looks_at_locks(toucher.process);
  }
  const std::size_t owner = place_.size();
  if (touch.object->kind == Kind::module) {
    const bool is_dict = touch.name == nullptr && touch.writes;
    if (is_dict && changed_as_dicts_.insert(place_).second) begin_again(toucher.process);
    if (changed_as_dicts_.contains(place_))
      return note(toucher, touch.writes, false, reach, others_reach, asked);
  }
  if (touch.name != nullptr) place_ += touch.name->known<vm::String>()->text;
  const bool is_shared = note(toucher, touch.writes, false, reach, others_reach, asked);
  if (touch.name == nullptr || !touch.writes) return is_shared;
  // Who reads all attributes at once reads this one.
  place_.resize(owner);
  return note(toucher, true, true, reach, others_reach, asked) || is_shared;
}

}  // namespace forkscope::explore
