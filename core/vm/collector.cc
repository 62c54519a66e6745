#include "core/vm/collector.h"

#include <algorithm>
#include <utility>

#include "core/vm/finalizers.h"
#include "core/vm/garbage.h"
#include "core/vm/memory_limit.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

constexpr std::uint64_t kLeastGrowth = std::uint64_t{16} << 20;
// So close to the bound it is looked through again for less.
constexpr std::uint64_t kLeastGrowthAtBound = std::uint64_t{4} << 20;

bool garbage_is_watched = false;
std::int64_t ended_classes = 0;  // how many objects they were, until they are counted with the rest
std::uint64_t after_last = 0;

std::uint64_t next_due() {
  return after_last + std::max(after_last, kLeastGrowth);
}

bool is_due(std::uint64_t used) {
  if (used >= next_due()) return true;
  return memory_is_short() && used >= after_last + kLeastGrowthAtBound;
}

}  // namespace

void memory_was_collected() {
  after_last = memory_in_use();
  set_memory_care_at(next_due());
}

MemoryCare care_for_memory_now(Vm& vm) {
  const bool always = vm.collects_always && !vm.is_one_of_several;
  bool collects = always;
  if (always || is_due(memory_in_use())) {
    collects = collects || !vm.is_one_of_several;
    if (vm.is_one_of_several) note_gone(vm, free_silent_garbage(vm));
    memory_was_collected();
  }
  set_memory_care_at(always ? 0 : next_due());
  if (finalizers_are_many()) {
    collects = true;
    finalizers_were_looked_through();
  }
  if (collects && vm.collects_by_itself) return MemoryCare::collect;
  return memory_is_short() ? MemoryCare::is_short : MemoryCare::none;
}

bool make_room(Vm& vm, std::uint64_t bytes) {
  if (fits_memory(bytes)) return true;
  if (!vm.collects_by_itself) return false;
  note_gone(vm, free_silent_garbage(vm));
  return fits_memory(bytes);
}

void watch_garbage(Vm& vm) {
  // What there was before may be in some states and not in others.
  if (vm.is_one_of_several) free_silent_garbage(vm);
  garbage_is_watched = true;
}

// Of a program that does not ask, the number would be no more than what keeps equal states apart.
void note_gone(Vm& vm, std::int64_t count) {
  if (garbage_is_watched) vm.uncollected += count;
}

void note_end_of(Class& type) {
  if (garbage_is_watched && !type.is_native && !is_discarding()) ended_classes += count_going(type);
}

std::int64_t take_uncollected(Vm& vm) {
  return std::exchange(vm.uncollected, 0) + std::exchange(ended_classes, 0);
}

void put_garbage_away(Vm& vm) {
  if (garbage_is_watched) vm.uncollected = take_uncollected(vm) + free_silent_garbage(vm);
}

// Of a program that does not ask, what there is beside a state stays beside the next one.
std::vector<Value> garbage_of_state(const Vm& vm) {
  return garbage_is_watched ? find_garbage(vm) : std::vector<Value>();
}

void discard(std::vector<Value> garbage) {
  const bool before = is_discarding();
  set_discarding(true);
  free_garbage(std::move(garbage));
  set_discarding(before);
}

}  // namespace forkscope::vm
