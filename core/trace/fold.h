// fold: the only place that changes a World. One event in, the next World out; a pure function of (world,
// event), so any moment can be had again from a checkpoint. Total: an event that contradicts the world (after
// losses, after a kill) leaves a world that is consistent in itself, never a crash.
#pragma once

#include <functional>

#include "core/trace/event.h"
#include "core/trace/world.h"

namespace forkscope::trace {

// What the fold learns beside the world; the store indexes it. May be left empty.
struct FoldListener {
  std::function<void(const Answer&)> on_answer;
  std::function<void(const OutputPiece&)> on_output;
  // An item arrived: put -> feeder -> pipe -> get, with the getter and the time it was read.
  std::function<void(const ItemState&, base::ObjectId queue, base::ThreadId getter, std::int64_t read_ns)>
      on_item_got;
  // The pipe of `queue` has something readable, or the queue became empty, or its reader lock was given back:
  // may end "stayed wrong".
  std::function<void(base::ObjectId queue, std::int64_t time_ns)> on_truth_again;
};

void fold(World& world, const Event& event, const FoldListener* listener = nullptr);

}  // namespace forkscope::trace
