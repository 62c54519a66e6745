#include "core/trace/slots.h"

#include <algorithm>

namespace forkscope::trace {

namespace {

bool in_use(const ProcessSlot& slot) {
  const SlotState state = slot.state.load(std::memory_order_acquire);
  return state == SlotState::claimed || state == SlotState::live;
}

void publish_count(const Arena& arena) {
  const auto& slots = arena.header().processes;
  const auto alive = std::count_if(std::begin(slots), std::end(slots), in_use);
  arena.header().processes_alive.store(static_cast<std::uint32_t>(alive), std::memory_order_relaxed);
}

}  // namespace

ProcessSlot* claim_process(const Arena& arena, base::ProcessId process, base::ProcessId parent,
                           std::int32_t starter_pid) {
  const std::uint32_t budget = arena.header().process_budget.load(std::memory_order_relaxed);
  const std::uint32_t usable = std::min(budget, kMaxProcessSlots);
  for (std::uint32_t index = 0; index < usable; ++index) {
    ProcessSlot& slot = arena.header().processes[index];
    SlotState seen = slot.state.load(std::memory_order_acquire);
    if (seen != SlotState::free && seen != SlotState::ended) continue;
    if (!slot.state.compare_exchange_strong(seen, SlotState::claimed, std::memory_order_acq_rel)) continue;
    slot.pid.store(-starter_pid, std::memory_order_relaxed);
    slot.parent.store(parent, std::memory_order_relaxed);
    slot.process.store(process, std::memory_order_release);
    publish_count(arena);
    return &slot;
  }
  return nullptr;
}

void process_runs(ProcessSlot& slot, std::int32_t pid) {
  slot.pid.store(pid, std::memory_order_relaxed);
  SlotState seen = SlotState::claimed;
  slot.state.compare_exchange_strong(seen, SlotState::live, std::memory_order_acq_rel);
}

ProcessSlot* find_process(const Arena& arena, base::ProcessId process) {
  for (ProcessSlot& slot : arena.header().processes) {
    if (slot.process.load(std::memory_order_acquire) == process && in_use(slot)) return &slot;
  }
  return nullptr;
}

void end_process(const Arena& arena, base::ProcessId process) {
  for (ThreadSlot& slot : arena.header().threads) {
    if (slot.process.load(std::memory_order_acquire) != process) continue;
    SlotState seen = SlotState::live;
    slot.state.compare_exchange_strong(seen, SlotState::ended, std::memory_order_acq_rel);
  }
  if (ProcessSlot* slot = find_process(arena, process))
    slot->state.store(SlotState::ended, std::memory_order_release);
  publish_count(arena);
}

}  // namespace forkscope::trace
