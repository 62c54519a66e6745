#include "core/explore/sharing.h"

#include "core/base/byte_text.h"
#include "core/vm/objects.h"

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

bool Sharing::note(const Toucher& toucher, bool writes, bool aside, Reach reach,
                   const std::function<bool()>& others_reach) {
  Users& users = users_[place_];
  if (writes && !aside) add_copiers(toucher, users);
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
  if (!before && users.is_shared()) has_grown_ = true;
  return users.is_shared();
}

// No lock keeps a copy from being made.
void Sharing::add_copiers(const Toucher& toucher, Users& users) const {
  const auto copiers = copiers_.find(toucher.process);
  if (copiers == copiers_.end()) return;
  for (const base::ThreadId copier : copiers->second.all()) {
    if (copier == toucher.thread) continue;
    users.threads.add(copier);
    users.locks = Locks();
  }
}

void Sharing::note_copy(base::ProcessId process, base::ThreadId thread) {
  Threads& copiers = copiers_[process];
  if (!copiers.has(thread)) has_grown_ = true;
  copiers.add(thread);
}

bool Sharing::note(const Toucher& toucher, const vm::Touch& touch, const std::function<bool()>& others_reach,
                   std::string_view file) {
  // The library's own locks are no reason to stop.
  if (touch.asks && !file.empty()) return false;
  const Reach reach = file.empty() ? Reach::of_each : Reach::of_any;
  place_.clear();
  base::put_number(place_, toucher.process);
  if (touch.name == nullptr) place_ += file;
  put_owner(place_, *touch.object);
  place_ += '.';
  if (touch.asks) {
    note({toucher.process, toucher.thread, {}}, true, true, reach, others_reach);
    return false;
  }
  const std::size_t owner = place_.size();
  if (touch.name != nullptr) place_ += touch.name->known<vm::String>()->text;
  const bool is_shared = note(toucher, touch.writes, false, reach, others_reach);
  if (touch.name == nullptr || !touch.writes) return is_shared;
  // Who reads all attributes at once reads this one.
  place_.resize(owner);
  return note(toucher, true, true, reach, others_reach) || is_shared;
}

}  // namespace forkscope::explore
