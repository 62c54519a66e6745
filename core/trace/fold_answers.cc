#include <algorithm>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

// An item seen in the pipe so long before a poll that found nothing has been read by somebody whose events
// were lost.
constexpr std::int64_t kStale = 100'000'000;

bool is_question(std::int64_t number) {
  return number >= 0 && number <= 4;
}

void snapshot(Answer& answer, const QueueState& queue) {
  answer.in_buffer = queue.in_buffer();
  answer.in_hand = static_cast<std::int32_t>(queue.in_hand.size());
  answer.in_pipe = static_cast<std::int32_t>(queue.in_pipe.size());
  answer.being_read = queue.being_read;
  answer.queued = queue.queued();
}

// The poll found nothing, so whatever seems to be in the pipe is an effect of two processes' time stamps
// crossing. What was written while the poll ran came after it: it still was in the feeder's hand. What was
// written before had been read.
void correct_by_poll(Answer& answer, QueueState& queue, const Event& poll) {
  std::erase_if(queue.in_pipe,
                [&](const ItemState& item) { return item.written_ns < poll.began_ns - kStale; });
  const auto late = std::find_if(queue.in_pipe.begin(), queue.in_pipe.end(),
                                 [&](const ItemState& item) { return item.written_ns >= poll.began_ns; });
  const auto read_already = static_cast<std::int32_t>(late - queue.in_pipe.begin());
  const auto not_yet_written = static_cast<std::int32_t>(queue.in_pipe.end() - late);
  snapshot(answer, queue);
  answer.in_pipe = 0;
  answer.in_hand += not_yet_written;
  answer.being_read += read_already;
  answer.queued = answer.in_buffer + answer.in_hand;
  if (not_yet_written == 0) return;
  const bool only_looked = poll.b == 0;
  answer.time_ns = only_looked ? poll.began_ns + (late->written_ns - poll.began_ns) / 2
                               : std::max(poll.began_ns, late->written_ns - 1);
  answer.stayed_wrong_ns = late->written_ns - answer.time_ns;
}

Answer* asking_of(Folding& f, const QueueState& queue) {
  const auto asking = f.world.asking.find(f.event.thread);
  if (asking == f.world.asking.end() || asking->second.queue != queue.id) return nullptr;
  return &asking->second;
}

void restart(Folding& f, Answer& answer) {
  answer.time_ns = f.event.time_ns;
  answer.stayed_wrong_ns = -1;
  answer.lock_refused = false;
  answer.lock_owner = 0;
  answer.formed = true;
}

bool is_wrong(const Answer& answer) {
  switch (answer.question) {
    case Question::empty:
      return answer.formed && answer.value != 0 && answer.queued > 0;
    case Question::get:
      return answer.formed && answer.value == 0 && answer.queued > 0;
    case Question::put:
      return answer.wrong && answer.value == 0;  // found when it was formed
    case Question::qsize:
    case Question::full:
      return false;
  }
  return false;
}

void asked(Folding& f) {
  const Event& event = f.event;
  const auto queue = f.world.queues.find(event.object);
  const auto thread = f.world.threads.find(event.thread);
  if (queue == f.world.queues.end() || thread == f.world.threads.end()) return;
  if (!is_question(event.a) || thread->second.activity == ThreadActivity::ended) return;
  Answer answer{.time_ns = event.time_ns,
                .thread = event.thread,
                .process = event.process,
                .queue = event.object,
                .line = event.line != 0 ? event.line : thread->second.line,
                .question = static_cast<Question>(event.a)};
  snapshot(answer, queue->second);
  f.world.asking[event.thread] = answer;
}

void answered(Folding& f) {
  const Event& event = f.event;
  const auto asking = f.world.asking.find(event.thread);
  const auto queue = f.world.queues.find(event.object);
  if (asking == f.world.asking.end() || queue == f.world.queues.end()) return;
  Answer answer = asking->second;
  f.world.asking.erase(asking);
  if (answer.queue != event.object || static_cast<std::int64_t>(answer.question) != event.a) return;
  answer.value = event.b;
  if (!answer.formed) {
    answer.time_ns = event.time_ns;
    snapshot(answer, queue->second);
  }
  answer.wrong = is_wrong(answer);
  if (!answer.wrong) answer.stayed_wrong_ns = -1;
  const auto index = static_cast<std::size_t>(answer.question);
  ++queue->second.asked[index];
  if (answer.wrong) ++queue->second.wrong[index];
  if (f.listener != nullptr && f.listener->on_answer) f.listener->on_answer(answer);
}

bool lock_is_free(const World& world, base::ObjectId semaphore) {
  const auto lock = world.semaphores.find(semaphore);
  return lock == world.semaphores.end() || lock->second.value >= 1;
}

}  // namespace

void fold_question(Folding& f) {
  if (f.event.kind == EventKind::queue_asks) return asked(f);
  answered(f);
}

void form_answer_at_poll(Folding& f, QueueState& queue) {
  Answer* answer = asking_of(f, queue);
  if (answer == nullptr || f.event.result < 0) return;
  if (answer->question != Question::empty && answer->question != Question::get) return;
  restart(f, *answer);
  if (f.event.result == 0) return correct_by_poll(*answer, queue, f.event);
  snapshot(*answer, queue);
}

void form_answer_at_semaphore(Folding& f, QueueState& queue) {
  Answer* answer = asking_of(f, queue);
  if (answer == nullptr) return;
  const bool reader_lock = answer->question == Question::get && f.event.object == queue.reader_lock;
  const bool slots = answer->question == Question::put && f.event.object == queue.slots;
  if (!reader_lock && !slots) return;
  restart(f, *answer);
  snapshot(*answer, queue);
  const auto semaphore = f.world.semaphores.find(f.event.object);
  if (semaphore == f.world.semaphores.end()) return;
  if (reader_lock) {
    answer->lock_refused = true;
    answer->lock_owner =
        semaphore->second.owner != 0 ? semaphore->second.owner : semaphore->second.last_owner;
  } else {
    answer->wrong = queue.slots_taken < semaphore->second.largest && queue.full_until_ns < f.event.began_ns;
  }
}

bool is_true_by_now(const World& world, const QueueState& queue, const Answer& answer) {
  if (queue.queued() == 0) return true;
  return queue.readable() && (!answer.lock_refused || lock_is_free(world, queue.reader_lock));
}

void truth_again(Folding& f, const QueueState& queue) {
  if (queue.queued() > 0 && !queue.readable()) return;
  for (auto& [thread, answer] : f.world.asking) {
    if (answer.queue != queue.id || !answer.formed || answer.stayed_wrong_ns >= 0) continue;
    if (is_true_by_now(f.world, queue, answer)) answer.stayed_wrong_ns = f.event.time_ns - answer.time_ns;
  }
  if (f.listener != nullptr && f.listener->on_truth_again)
    f.listener->on_truth_again(queue.id, f.event.time_ns);
}

}  // namespace forkscope::trace
