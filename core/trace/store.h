// Store: all events of a session in time order, with what the panels need to draw a million of them quickly.
// Filled by a Reader (live) or from a file; used by one thread (the window's, or the lab's). Never blocks.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/trace/event.h"
#include "core/trace/fold.h"
#include "core/trace/world.h"

namespace forkscope::trace {

// What a lane shows between two of its events.
enum class SpanKind : std::uint8_t { running, call, waits, waits_for_gil, holds_gil };

struct Span {
  std::int64_t begin_ns = 0;
  std::int64_t end_ns = -1;  // -1 = still going on
  SpanKind kind = SpanKind::running;
  EventKind request = EventKind::none;  // waits: in which Request
  base::ObjectId object = 0;
  base::StringId label = 0;    // call: "put('red')"
  base::StringId outcome = 0;  // call: "True"
  std::uint32_t line = 0;
  std::int64_t before_ns = 0;  // how long the spans before it in its vector lasted, all in all
};

// Everything of one thread over time, each vector sorted by begin and without overlap.
struct ThreadTrack {
  base::ThreadId thread = 0;
  base::ProcessId process = 0;
  std::int64_t began_ns = 0;
  std::int64_t ended_ns = -1;
  std::vector<Span> calls{};  // library calls
  std::vector<Span> waits{};  // blocked in a Request, or waiting for the GIL
  std::vector<Span> gil{};    // holds the GIL
};

// A queue's depth as steps: one entry a change, sorted by time.
struct DepthPoint {
  std::int64_t time_ns = 0;
  std::int32_t slots = 0, buffer_and_hand = 0, pipe = 0;
};

// The least and the most of a run of depth points.
struct DepthExtent {
  DepthPoint low, high;
};

// Makes `extent` that of both.
void include(DepthExtent& extent, const DepthExtent& other);

struct Flow {  // one item's way
  ItemState item;
  base::ObjectId queue = 0;
  base::ThreadId getter = 0;
  std::int64_t read_ns = -1;
};

struct QueueTrack {
  base::ObjectId queue = 0;
  static constexpr std::size_t kDepthBlock = 64;
  std::vector<DepthPoint> depth{};
  std::vector<DepthExtent> depth_blocks{};  // of each kDepthBlock points of `depth`
  std::vector<Answer> answers{};
  std::vector<Answer> wrong{};  // the wrong ones again, so that a few among a million are found at once
  std::vector<Flow> flows{};    // sorted by read_ns

  // Of the points [first, last), last > first; costs little however many those are.
  DepthExtent extent(std::size_t first, std::size_t last) const;
};

// min, median and 99th percentile of how long wrong answers stayed wrong; of very many, of an even part of
// them.
struct WrongSummary {
  std::uint64_t asked = 0, wrong = 0, resolved = 0;
  std::int64_t min_ns = 0, median_ns = 0, p99_ns = 0;
};

class Store {
 public:
  // What it makes of the events besides keeping them: `only_events` is for those that are written to a file
  // and not looked at; now(), threads(), queues() and output() stay empty then.
  enum class Content : std::uint8_t { everything, only_events };
  explicit Store(Content content = Content::everything);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Adds events that are sorted by time and not older than the newest one here (a straggler is moved up to
  // it).
  void append(const Event* events, std::size_t count);
  void add_lost(std::uint64_t count);
  // Strings used by events, by id; number labels need none.
  void set_string(base::StringId id, std::string text);
  const std::string& string(base::StringId id) const;  // "" if unknown

  std::size_t size() const;  // events kept
  std::uint64_t first_index()
      const;  // index of the oldest event kept; larger than 0 once old ones were let go
  const Event& event(std::uint64_t index) const;
  std::uint64_t lost() const;
  std::uint64_t lost_before(std::uint64_t index) const;  // lost before the event of this index
  std::int64_t begin_ns() const;
  std::int64_t end_ns() const;
  // Most events to keep; older ones are let go (their count is forgotten() ). Default 16 million.
  void set_limit(std::size_t events);
  std::uint64_t forgotten() const;

  const World& now() const;                            // the world after the last event
  const World& world_at(std::int64_t time_ns) const;   // by checkpoints; valid until the next call
  std::uint64_t index_at(std::int64_t time_ns) const;  // first event later than time_ns

  const std::vector<ThreadTrack>& threads() const;  // in order of beginning
  const ThreadTrack* thread(base::ThreadId id) const;
  const std::vector<QueueTrack>& queues() const;
  const QueueTrack* queue(base::ObjectId id) const;
  const std::vector<OutputPiece>& output() const;
  WrongSummary wrong_summary(base::ObjectId queue, Question question, std::int64_t until_ns) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace forkscope::trace
