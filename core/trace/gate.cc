#include "core/trace/gate.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>

namespace forkscope::trace {

namespace {

// Not the private form: the sleepers are in other processes.
void futex(std::atomic<std::uint32_t>& word, int operation, std::uint32_t value) {
  ::syscall(SYS_futex, &word, operation, value, nullptr, nullptr, 0);
}

bool stands_still(const ThreadSlot& slot) {
  if (slot.state.load(std::memory_order_acquire) != SlotState::live) return true;
  if (slot.process.load(std::memory_order_relaxed) == 0) return true;  // the lab's own
  return slot.parked.load(std::memory_order_acquire) != 0 ||
         slot.waits_for.load(std::memory_order_acquire) != 0;
}

}  // namespace

void close_gate(const Arena& arena) {
  arena.header().gate_closed.store(1, std::memory_order_seq_cst);
}

void open_gate(const Arena& arena) {
  arena.header().gate_closed.store(0, std::memory_order_seq_cst);
  futex(arena.header().gate_closed, FUTEX_WAKE, INT_MAX);
}

bool all_parked(const Arena& arena) {
  for (const ThreadSlot& slot : arena.header().threads) {
    if (!stands_still(slot)) return false;
  }
  return true;
}

void wait_at_gate(const Arena& arena, ThreadSlot* slot) {
  if (slot != nullptr) slot->parked.store(1, std::memory_order_release);
  std::atomic<std::uint32_t>& gate = arena.header().gate_closed;
  while (gate.load(std::memory_order_acquire) != 0) futex(gate, FUTEX_WAIT, 1);
  if (slot != nullptr) slot->parked.store(0, std::memory_order_release);
}

}  // namespace forkscope::trace
