// Event: one thing that happened, in 64 bytes: a Request's answer, a Request that begins to wait, or a note. The only
// currency between the engine and everything that shows or stores it. Plain data; copied freely.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/ids.h"

namespace forkscope::trace {

// Requests first, then notes; numbers are stable within a trace format version (see trace_file.h).
enum class EventKind : std::uint16_t {
  none = 0,
#define FORKSCOPE_REQUEST(name, family, may_block, a, b, sentence) name,
#include "core/trace/requests.inc"
#undef FORKSCOPE_REQUEST
  first_note,
#define FORKSCOPE_NOTE(name, keep, a, b, sentence) name,
#include "core/trace/notes.inc"
#undef FORKSCOPE_NOTE
  count
};

enum class Family : std::uint8_t { none, semaphore, pipe, file, stream, memory, lock, thread, process, time, note };

enum class Phase : std::uint8_t {
  done,   // a Request was answered, or a note
  waits,  // a Request could not be answered at once: the thread begins to wait; a `done` follows unless it is killed
};

struct Event {
  std::int64_t time_ns = 0;   // when it happened, since the session began (inside a ring: clock ticks)
  std::int64_t began_ns = 0;  // Request: when it was asked; ..._pickled: when that began; otherwise equal to time_ns
  std::int64_t a = 0;         // see requests.inc and notes.inc
  std::int64_t b = 0;
  std::int64_t result = 0;       // a Request's answer; -errno where it was refused
  base::ProcessId process = 0;
  base::ThreadId thread = 0;
  base::ObjectId object = 0;     // what it is about: semaphore, pipe, lock, queue, ...
  base::StringId string = 0;     // text in the arena (see string_ref below)
  std::uint32_t line = 0;        // line of the program the thread is on, 0 = none
  EventKind kind = EventKind::none;
  Phase phase = Phase::done;
  std::uint8_t reserved = 0;
};
static_assert(sizeof(Event) == 64);

// A StringId with this bit set is a small whole number in itself (30 bits, two's complement), so that labels of int
// items cost no memory: small_number_label(5) reads "5".
inline constexpr base::StringId kNumberLabel = 0x8000'0000u;
constexpr bool fits_number_label(std::int64_t value) { return value >= -(1 << 29) && value < (1 << 29); }
constexpr base::StringId number_label(std::int64_t value) {
  return kNumberLabel | (static_cast<std::uint32_t>(value) & 0x3fff'ffffu);
}
constexpr bool is_number_label(base::StringId id) { return (id & kNumberLabel) != 0; }
constexpr std::int64_t number_of_label(base::StringId id) {
  return static_cast<std::int32_t>(id << 2) >> 2;
}

// What the .inc files say about a kind.
struct KindInfo {
  std::string_view name;      // "sem_acquire"
  Family family;
  bool is_request;
  bool may_block;             // Requests only
  bool keep;                  // notes: waits for room in a full ring instead of being dropped
  std::string_view a, b;      // meaning of the two numbers
  std::string_view sentence;  // for the learner, English; translatable
};
const KindInfo& info(EventKind kind);

}  // namespace forkscope::trace
