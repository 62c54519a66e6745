#include "core/trace/timeline.h"

#include <algorithm>

#include "core/trace/fold.h"

namespace forkscope::trace {

namespace {

constexpr std::uint64_t kLeastEvents = 4096;
constexpr std::uint64_t kBytesAnEvent =
    32;  // checkpoints may take this much memory for each event, on average

// About how much memory a copy takes.
std::uint64_t weight(const World& world) {
  std::uint64_t bytes = 1024;
  bytes += world.processes.size() * 160 + world.threads.size() * 160 + world.asking.size() * 180;
  bytes += world.semaphores.size() * 176 + world.locks.size() * 96 + world.pipes.size() * 80;
  bytes += (world.names.size() + world.queue_of.size()) * 48;
  for (const auto& [id, pool] : world.pools) bytes += 200 + pool.running.size() * 64;
  for (const auto& [id, queue] : world.queues) {
    const auto items = static_cast<std::uint64_t>(queue.queued() + queue.being_read);
    bytes += 512 + (queue.buffers.size() + 1) * 640 + items * sizeof(ItemState);
  }
  return bytes;
}

}  // namespace

void Timeline::take_checkpoint(const World& now) {
  checkpoints_.push_back(Checkpoint{log_->end(), now});
  next_checkpoint_ = log_->end() + std::max(kLeastEvents, weight(now) / kBytesAnEvent);
}

void Timeline::add_lost(std::uint64_t count) {
  const std::uint64_t before = lost_.empty() ? 0 : lost_.back().count;
  if (before > 0 && lost_.back().index == log_->end()) lost_.pop_back();
  lost_.push_back(Lost{log_->end(), before + count});
}

std::uint64_t Timeline::lost_before(std::uint64_t index) const {
  const auto next =
      std::upper_bound(lost_.begin(), lost_.end(), index,
                       [](std::uint64_t wanted, const Lost& lost) { return wanted < lost.index; });
  return next == lost_.begin() ? 0 : std::prev(next)->count;
}

const World& Timeline::before(std::uint64_t index) {
  const auto next =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), index,
                       [](std::uint64_t wanted, const Checkpoint& c) { return wanted < c.index; });
  const bool start_over = world_index_ > index || world_index_ < log_->first();
  if (next != checkpoints_.begin() && (start_over || std::prev(next)->index > world_index_)) {
    world_ = std::prev(next)->world;
    world_index_ = std::prev(next)->index;
  } else if (start_over) {
    world_ = World{};
    world_index_ = log_->first();
  }
  for (; world_index_ < index; ++world_index_) fold(world_, (*log_)[world_index_]);
  world_.lost = lost_before(index);
  return world_;
}

std::uint64_t Timeline::forget_before(std::uint64_t index) {
  while (checkpoints_.size() > 1 && checkpoints_[1].index <= index) checkpoints_.pop_front();
  return checkpoints_.empty() ? log_->first() : std::min(index, checkpoints_.front().index);
}

}  // namespace forkscope::trace
