// Tracks: what lanes and charts need to draw a million events quickly, kept up event by event: spans per
// thread, depth, answers and flows per queue, the output. Owned by the Store and used by its thread.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/trace/fold.h"
#include "core/trace/store.h"

namespace forkscope::trace {

class Tracks {
 public:
  explicit Tracks(const World* now) : now_(now) {}

  // After `event` was folded into the world.
  void follow(const Event& event);
  // What the fold tells beside the world.
  void answer(const Answer& answer);
  void output(const OutputPiece& piece) { output_.push_back(piece); }
  void item_got(const ItemState& item, base::ObjectId queue, base::ThreadId getter, std::int64_t read_ns);
  void truth_again(base::ObjectId queue, std::int64_t time_ns);
  // Lets go of what was over before `time_ns`.
  void forget_before(std::int64_t time_ns);

  const std::vector<ThreadTrack>& threads() const { return threads_; }
  const ThreadTrack* thread(base::ThreadId id) const;
  const std::vector<QueueTrack>& queues() const { return queues_; }
  const QueueTrack* queue(base::ObjectId id) const;
  const std::vector<OutputPiece>& output() const { return output_; }
  WrongSummary wrong_summary(base::ObjectId queue, Question question, std::int64_t until_ns) const;

 private:
  struct Wrong {
    std::int64_t time_ns = 0;
    std::int64_t stayed_ns = -1;
  };
  // Beside a queue's track, at the same place: the answers by question, for counting.
  struct Counts {
    std::array<std::vector<std::int64_t>, 5> asked;
    std::array<std::vector<Wrong>, 5> wrong;
    std::vector<std::int64_t> unresolved;  // times of wrong answers that are still wrong
    std::uint64_t forgotten_asked[5] = {}, forgotten_wrong[5] = {};
  };

  ThreadTrack& track_of(const ThreadState& thread);
  std::size_t queue_place(base::ObjectId id);
  void follow_thread(const ThreadState& thread, const Event& event);
  void follow_gil(const ProcessState& process, const Event& event);
  void follow_depth(base::ObjectId queue, std::int64_t time_ns);
  void follow_queues(const Event& event);
  void follow_process_end(base::ProcessId process, const Event& event);
  void set_stayed(std::size_t place, std::int64_t answer_ns, std::int64_t time_ns);

  const World* now_;
  std::vector<ThreadTrack> threads_;
  std::unordered_map<base::ThreadId, std::size_t> thread_places_;
  std::unordered_map<base::ProcessId, base::ThreadId> gil_owners_;  // whose span is open
  std::vector<QueueTrack> queues_;
  std::vector<Counts> counts_;
  std::unordered_map<base::ObjectId, std::size_t> queue_places_;
  std::vector<OutputPiece> output_;
};

}  // namespace forkscope::trace
