#include "core/trace/tracks.h"

#include <algorithm>

#include "core/trace/depth.h"
#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

bool is_open(const std::vector<Span>& spans) {
  return !spans.empty() && spans.back().end_ns < 0;
}

void close(std::vector<Span>& spans, std::int64_t time_ns, base::StringId outcome = 0) {
  if (!is_open(spans)) return;
  spans.back().end_ns = time_ns;
  if (outcome != 0) spans.back().outcome = outcome;
}

void add(std::vector<Span>& spans, Span span) {
  if (!spans.empty()) span.before_ns = spans.back().before_ns + (spans.back().end_ns - spans.back().begin_ns);
  spans.push_back(span);
}

std::int64_t last_end(const std::vector<Span>& spans) {
  return spans.empty() ? 0 : spans.back().end_ns;
}

void follow_calls(ThreadTrack& track, const Event& event) {
  if (event.kind == EventKind::call_ends) return close(track.calls, event.time_ns, event.string);
  if (event.kind != EventKind::call_begins) return;
  close(track.calls, event.time_ns);
  add(track.calls, Span{.begin_ns = event.time_ns,
                        .kind = SpanKind::call,
                        .object = event.object,
                        .label = event.string,
                        .line = event.line});
}

void follow_waits(ThreadTrack& track, const ThreadState& thread, const Event& event) {
  const bool waits = thread.activity == ThreadActivity::waits;
  const bool for_gil = thread.activity == ThreadActivity::waits_for_gil;
  if (is_open(track.waits)) {
    const Span& open = track.waits.back();
    const bool same =
        (waits || for_gil) && open.begin_ns == thread.since_ns && open.request == thread.waits_in;
    if (same) return;
    close(track.waits, event.time_ns);
  } else if (event.kind == EventKind::gil_taken && event.a > 0) {
    // It said how long it waited, but not that it began to.
    const std::int64_t begin =
        std::max(last_end(track.waits), event.time_ns - std::min(event.a, event.time_ns));
    const bool noted =
        !track.waits.empty() && track.waits.back().kind == SpanKind::waits_for_gil && begin >= event.time_ns;
    if (!noted && begin < event.time_ns) {
      add(track.waits, Span{.begin_ns = begin, .end_ns = event.time_ns, .kind = SpanKind::waits_for_gil});
    }
  }
  if (!waits && !for_gil) return;
  add(track.waits, Span{.begin_ns = thread.since_ns,
                        .kind = waits ? SpanKind::waits : SpanKind::waits_for_gil,
                        .request = thread.waits_in,
                        .object = thread.waits_for,
                        .line = thread.line});
}

// The first entry at or after `time_ns`.
template <typename T>
auto first_at(std::vector<T>& entries, std::int64_t time_ns) {
  return std::lower_bound(entries.begin(), entries.end(), time_ns,
                          [](const T& entry, std::int64_t wanted) { return entry.time_ns < wanted; });
}

template <typename T, typename EndOf>
void drop_old(std::vector<T>& entries, std::int64_t time_ns, EndOf end_of) {
  const auto keep =
      std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return end_of(entry) >= time_ns; });
  entries.erase(entries.begin(), keep);
}

void drop_old_spans(std::vector<Span>& spans, std::int64_t time_ns) {
  drop_old(spans, time_ns, [](const Span& span) { return span.end_ns < 0 ? INT64_MAX : span.end_ns; });
}

}  // namespace

ThreadTrack& Tracks::track_of(const ThreadState& thread) {
  const auto [place, made] = thread_places_.try_emplace(thread.id, threads_.size());
  if (made) {
    threads_.push_back(
        ThreadTrack{.thread = thread.id, .process = thread.process, .began_ns = thread.began_ns});
  }
  return threads_[place->second];
}

void Tracks::follow_thread(const ThreadState& thread, const Event& event) {
  ThreadTrack& track = track_of(thread);
  if (track.ended_ns >= 0) return;
  follow_waits(track, thread, event);
  if (event.thread == thread.id) follow_calls(track, event);
  if (thread.activity != ThreadActivity::ended) return;
  track.ended_ns = thread.ended_ns;
  close(track.calls, thread.ended_ns);
}

void Tracks::follow_gil(const ProcessState& process, const Event& event) {
  base::ThreadId& owner = gil_owners_[process.id];
  if (owner == process.gil_owner) return;
  const auto before = thread_places_.find(owner);
  if (before != thread_places_.end()) close(threads_[before->second].gil, event.time_ns);
  owner = process.gil_owner;
  const auto thread = now_->threads.find(owner);
  if (thread == now_->threads.end()) return;
  add(track_of(thread->second).gil,
      Span{.begin_ns = event.time_ns, .kind = SpanKind::holds_gil, .line = event.line});
}

void Tracks::follow_process_end(base::ProcessId id, const Event& event) {
  const auto process = now_->processes.find(id);
  if (process == now_->processes.end()) return;
  for (const auto& [thread_id, thread] : now_->threads) {
    if (thread.process == id) follow_thread(thread, event);
  }
  follow_gil(process->second, event);
  for (const auto& [queue_id, queue] : now_->queues) follow_depth(queue_id, event.time_ns);
}

std::size_t Tracks::queue_place(base::ObjectId id) {
  const auto [place, made] = queue_places_.try_emplace(id, queues_.size());
  if (made) {
    queues_.push_back(QueueTrack{.queue = id});
    counts_.emplace_back();
  }
  return place->second;
}

void Tracks::follow_depth(base::ObjectId id, std::int64_t time_ns) {
  const auto queue = now_->queues.find(id);
  if (queue == now_->queues.end()) return;
  const QueueState& state = queue->second;
  const auto in_pipe = static_cast<std::int32_t>(state.in_pipe.size());
  const DepthPoint point{time_ns, static_cast<std::int32_t>(state.slots_taken), state.queued() - in_pipe,
                         in_pipe};
  add_depth(queues_[queue_place(id)], point);
}

void Tracks::follow_queues(const Event& event) {
  const Family family = info(event.kind).family;
  if (family == Family::semaphore || family == Family::pipe) {
    const auto queue = now_->queue_of.find(event.object);
    if (queue != now_->queue_of.end()) follow_depth(queue->second, event.time_ns);
  } else if (event.kind >= EventKind::queue_created && event.kind <= EventKind::item_received) {
    follow_depth(event.object, event.time_ns);
  }
}

void Tracks::follow(const Event& event) {
  if (event.thread != 0) {
    const auto thread = now_->threads.find(event.thread);
    if (thread != now_->threads.end()) follow_thread(thread->second, event);
    const auto process = now_->processes.find(event.process);
    if (process != now_->processes.end()) follow_gil(process->second, event);
    follow_queues(event);
  }
  if (event.kind == EventKind::process_exit) follow_process_end(event.process, event);
  if (event.kind == EventKind::process_ended)
    follow_process_end(static_cast<base::ProcessId>(event.b), event);
  if (event.kind != EventKind::thread_start || event.a <= 0) return;
  const auto started = now_->threads.find(static_cast<base::ThreadId>(event.a));
  if (started != now_->threads.end()) follow_thread(started->second, event);
}

void Tracks::answer(const Answer& answer) {
  const std::size_t place = queue_place(answer.queue);
  std::vector<Answer>& answers = queues_[place].answers;
  const auto by_time = [](std::int64_t time_ns, const Answer& other) { return time_ns < other.time_ns; };
  answers.insert(std::upper_bound(answers.begin(), answers.end(), answer.time_ns, by_time), answer);
  std::vector<Answer>& wrong_ones = queues_[place].wrong;
  if (answer.wrong)
    wrong_ones.insert(std::upper_bound(wrong_ones.begin(), wrong_ones.end(), answer.time_ns, by_time),
                      answer);
  Counts& counts = counts_[place];
  const auto question = static_cast<std::size_t>(answer.question);
  std::vector<std::int64_t>& asked = counts.asked[question];
  asked.insert(std::upper_bound(asked.begin(), asked.end(), answer.time_ns), answer.time_ns);
  if (!answer.wrong) return;
  std::vector<Wrong>& wrong = counts.wrong[question];
  const auto after =
      std::upper_bound(wrong.begin(), wrong.end(), answer.time_ns,
                       [](std::int64_t time_ns, const Wrong& other) { return time_ns < other.time_ns; });
  wrong.insert(after, Wrong{answer.time_ns, answer.stayed_wrong_ns});
  if (answer.stayed_wrong_ns < 0) counts.unresolved.push_back(answer.time_ns);
}

void Tracks::item_got(const ItemState& item, base::ObjectId queue, base::ThreadId getter,
                      std::int64_t read_ns) {
  queues_[queue_place(queue)].flows.push_back(Flow{item, queue, getter, read_ns});
}

void Tracks::set_stayed(std::size_t place, std::int64_t answer_ns, std::int64_t time_ns) {
  for (std::vector<Answer>* answers : {&queues_[place].answers, &queues_[place].wrong}) {
    for (auto answer = first_at(*answers, answer_ns);
         answer != answers->end() && answer->time_ns == answer_ns; ++answer) {
      if (answer->wrong && answer->stayed_wrong_ns < 0) answer->stayed_wrong_ns = time_ns - answer_ns;
    }
  }
  for (std::vector<Wrong>& wrong : counts_[place].wrong) {
    for (auto entry = first_at(wrong, answer_ns); entry != wrong.end() && entry->time_ns == answer_ns;
         ++entry) {
      if (entry->stayed_ns < 0) entry->stayed_ns = time_ns - answer_ns;
    }
  }
}

void Tracks::truth_again(base::ObjectId id, std::int64_t time_ns) {
  const auto place = queue_places_.find(id);
  const auto queue = now_->queues.find(id);
  if (place == queue_places_.end() || queue == now_->queues.end()) return;
  std::vector<std::int64_t>& unresolved = counts_[place->second].unresolved;
  const std::vector<Answer>& answers = queues_[place->second].answers;
  std::erase_if(unresolved, [&](std::int64_t answer_ns) {
    const auto answer =
        std::lower_bound(answers.begin(), answers.end(), answer_ns,
                         [](const Answer& a, std::int64_t wanted) { return a.time_ns < wanted; });
    const bool known = answer != answers.end() && answer->time_ns == answer_ns;
    if (known && !is_true_by_now(*now_, queue->second, *answer)) return false;
    set_stayed(place->second, answer_ns, time_ns);
    return true;
  });
}

void Tracks::forget_before(std::int64_t time_ns) {
  for (ThreadTrack& track : threads_) {
    drop_old_spans(track.calls, time_ns);
    drop_old_spans(track.waits, time_ns);
    drop_old_spans(track.gil, time_ns);
  }
  for (std::size_t place = 0; place < queues_.size(); ++place) {
    QueueTrack& track = queues_[place];
    drop_depth_before(track, time_ns);
    drop_old(track.answers, time_ns, [](const Answer& answer) { return answer.time_ns; });
    drop_old(track.wrong, time_ns, [](const Answer& answer) { return answer.time_ns; });
    drop_old(track.flows, time_ns, [](const Flow& flow) { return flow.read_ns; });
    Counts& counts = counts_[place];
    for (std::size_t question = 0; question < counts.asked.size(); ++question) {
      counts.forgotten_asked[question] += counts.asked[question].size();
      counts.forgotten_wrong[question] += counts.wrong[question].size();
      drop_old(counts.asked[question], time_ns, [](std::int64_t asked_ns) { return asked_ns; });
      drop_old(counts.wrong[question], time_ns, [](const Wrong& wrong) { return wrong.time_ns; });
      counts.forgotten_asked[question] -= counts.asked[question].size();
      counts.forgotten_wrong[question] -= counts.wrong[question].size();
    }
    drop_old(counts.unresolved, time_ns, [](std::int64_t wrong_ns) { return wrong_ns; });
  }
}

const ThreadTrack* Tracks::thread(base::ThreadId id) const {
  const auto place = thread_places_.find(id);
  return place != thread_places_.end() ? &threads_[place->second] : nullptr;
}

const QueueTrack* Tracks::queue(base::ObjectId id) const {
  const auto place = queue_places_.find(id);
  return place != queue_places_.end() ? &queues_[place->second] : nullptr;
}

namespace {

// Of more wrong answers than this, every second, third ... one tells how long they stayed wrong.
constexpr std::size_t kMostSummed = 50'000;

// min, median and 99th percentile of `stayed`, which is reordered.
void summarise(std::vector<std::int64_t>& stayed, WrongSummary& summary) {
  const auto rank = [&stayed](std::size_t per_cent) {
    const auto nth = stayed.begin() + static_cast<std::ptrdiff_t>((stayed.size() - 1) * per_cent / 100);
    std::nth_element(stayed.begin(), nth, stayed.end());
    return *nth;
  };
  summary.min_ns = rank(0);
  summary.median_ns = rank(50);
  summary.p99_ns = rank(99);
}

}  // namespace

WrongSummary Tracks::wrong_summary(base::ObjectId id, Question question, std::int64_t until_ns) const {
  const auto place = queue_places_.find(id);
  if (place == queue_places_.end()) return {};
  const Counts& counts = counts_[place->second];
  const auto index = static_cast<std::size_t>(question);
  const std::vector<std::int64_t>& asked = counts.asked[index];
  const std::vector<Wrong>& wrong = counts.wrong[index];
  const auto asked_count = std::upper_bound(asked.begin(), asked.end(), until_ns) - asked.begin();
  const auto wrong_end =
      std::upper_bound(wrong.begin(), wrong.end(), until_ns,
                       [](std::int64_t wanted, const Wrong& entry) { return wanted < entry.time_ns; });
  const auto wrong_count = static_cast<std::size_t>(wrong_end - wrong.begin());
  WrongSummary summary;
  summary.asked = counts.forgotten_asked[index] + static_cast<std::uint64_t>(asked_count);
  summary.wrong = counts.forgotten_wrong[index] + wrong_count;
  const std::size_t stride = 1 + wrong_count / kMostSummed;
  std::vector<std::int64_t> stayed;
  for (std::size_t at = 0; at < wrong_count; at += stride) {
    const Wrong& entry = wrong[at];
    if (entry.stayed_ns >= 0 && entry.time_ns + entry.stayed_ns <= until_ns)
      stayed.push_back(entry.stayed_ns);
  }
  summary.resolved = stayed.size() * stride;
  if (!stayed.empty()) summarise(stayed, summary);
  return summary;
}

}  // namespace forkscope::trace
