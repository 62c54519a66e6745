// The gate that stops a running program: one word of the arena on which every thread of every process sleeps
// while it is closed. Closed and opened by the lab; passed by the kernel of each process.
#pragma once

#include "core/trace/arena.h"

namespace forkscope::trace {

// From now on every thread stops at its next Request or backward jump. Does not wait until they have. The
// stepped clock goes on from the real one.
void close_gate(const Arena& arena);
// Lets everybody go on.
void open_gate(const Arena& arena);
// True when every live thread of the program stands at the gate or waits inside a Request.
bool all_parked(const Arena& arena);
// What the processes of the program do: somebody runs or is being started; everybody waits inside a Request;
// or the gate is closed and somebody lives.
enum class Activity : std::uint8_t { runs, waits, held };
Activity activity_of(const Arena& arena);

// Sleeps while the gate is closed; `slot` (may be null) says so meanwhile. The calling thread must not hold a
// GIL.
void wait_at_gate(const Arena& arena, ThreadSlot* slot);

// For words of the arena: sleeps while `word` is `value`, at most `limit_ns` (-1: no limit), and wakes all
// who do.
void wait_while(const std::atomic<std::uint32_t>& word, std::uint32_t value, std::int64_t limit_ns = -1);
void wake_all(const std::atomic<std::uint32_t>& word);

// Steps (steps.h). Of the thread in its seat: sleeps until there is an order or the gate is open (then `go`).
// Never with a GIL held.
SeatOrder wait_in_seat(const Arena& arena, Seat& seat);
// Of the controller: gives an order to a thread that sits; it counts as away from then on.
void give_order(Seat& seat, SeatOrder order);

// The seat of a thread slot of this arena.
Seat& seat_of(const Arena& arena, const ThreadSlot& slot);

}  // namespace forkscope::trace
