// Timeline: the world at any moment, from copies of it taken now and then (checkpoints) and the events since.
// Owned by the Store and used by its thread.
#pragma once

#include <cstdint>
#include <deque>

#include "core/trace/event_log.h"
#include "core/trace/world.h"

namespace forkscope::trace {

class Timeline {
 public:
  explicit Timeline(const EventLog* log) : log_(log) {}

  // Told after every event; takes a checkpoint when one is due.
  void follow(const World& now) {
    if (log_->end() >= next_checkpoint_) take_checkpoint(now);
  }
  void add_lost(std::uint64_t count);
  // The world after the events before `index`. Valid until the next call.
  const World& before(std::uint64_t index);
  // Lets checkpoints go so that about the events before `index` are no longer needed; returns the first one
  // needed.
  std::uint64_t forget_before(std::uint64_t index);

  // How many were lost before the event of this index.
  std::uint64_t lost_before(std::uint64_t index) const;

 private:
  struct Lost {
    std::uint64_t index = 0;  // events before it
    std::uint64_t count = 0;  // events lost, all in all
  };
  struct Checkpoint {
    std::uint64_t index = 0;
    World world;
  };
  void take_checkpoint(const World& now);

  const EventLog* log_;
  std::deque<Checkpoint> checkpoints_;
  std::uint64_t next_checkpoint_ = 0;
  std::deque<Lost> lost_;
  World world_;                    // the last one asked for ...
  std::uint64_t world_index_ = 0;  // ... and its index: dragging a cursor forwards folds only what is new
};

}  // namespace forkscope::trace
