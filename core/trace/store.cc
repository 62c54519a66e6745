#include "core/trace/store.h"

#include <algorithm>
#include <unordered_map>

#include "core/trace/event_log.h"
#include "core/trace/timeline.h"
#include "core/trace/tracks.h"

namespace forkscope::trace {

struct Store::Impl {
  bool follows = true;
  EventLog log;
  mutable Timeline timeline{&log};
  World now;
  Tracks tracks{&now};
  FoldListener listener;
  std::uint64_t lost = 0;
  std::size_t limit = 16'000'000;
  std::int64_t end_ns = 0;
  std::unordered_map<base::StringId, std::string> strings;
  mutable std::unordered_map<base::StringId, std::string> number_labels;  // made when asked for

  void append(Event event);
  void forget_oldest();
};

void Store::Impl::append(Event event) {
  if (event.kind >= EventKind::count) event.kind = EventKind::none;
  event.time_ns = std::max(event.time_ns, end_ns);
  event.began_ns = std::clamp<std::int64_t>(event.began_ns, 0, event.time_ns);
  end_ns = event.time_ns;
  if (!follows) return log.push(event);
  timeline.follow(now);
  fold(now, event, &listener);
  log.push(event);
  tracks.follow(event);
}

// A good part at a time, because what stays has to be moved up.
void Store::Impl::forget_oldest() {
  const std::uint64_t kept = log.end() - log.first();
  if (kept <= limit + limit / 8) return;
  log.drop_before(follows ? timeline.forget_before(log.end() - limit) : log.end() - limit);
  if (!follows) return;
  tracks.forget_before(log[log.first()].time_ns);
}

Store::Store(Content content) : impl_(std::make_unique<Impl>()) {
  impl_->follows = content == Content::everything;
  Tracks& tracks = impl_->tracks;
  impl_->listener.on_answer = [&tracks](const Answer& answer) { tracks.answer(answer); };
  impl_->listener.on_output = [&tracks](const OutputPiece& piece) { tracks.output(piece); };
  impl_->listener.on_item_got = [&tracks](const ItemState& item, base::ObjectId queue, base::ThreadId getter,
                                          std::int64_t read_ns) {
    tracks.item_got(item, queue, getter, read_ns);
  };
  impl_->listener.on_truth_again = [&tracks](base::ObjectId queue, std::int64_t time_ns) {
    tracks.truth_again(queue, time_ns);
  };
}

Store::~Store() = default;

void Store::append(const Event* events, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) impl_->append(events[i]);
  impl_->forget_oldest();
}

void Store::add_lost(std::uint64_t count) {
  if (count == 0) return;
  impl_->lost += count;
  impl_->now.lost += count;
  impl_->timeline.add_lost(count);
}

void Store::set_string(base::StringId id, std::string text) {
  impl_->strings[id] = std::move(text);
}

const std::string& Store::string(base::StringId id) const {
  static const std::string kNone;
  if (is_number_label(id)) {
    const auto [label, made] = impl_->number_labels.try_emplace(id);
    if (made) label->second = std::to_string(number_of_label(id));
    return label->second;
  }
  const auto text = impl_->strings.find(id);
  return text != impl_->strings.end() ? text->second : kNone;
}

std::size_t Store::size() const {
  return impl_->log.end() - impl_->log.first();
}
std::uint64_t Store::first_index() const {
  return impl_->log.first();
}
std::uint64_t Store::forgotten() const {
  return impl_->log.first();
}
const Event& Store::event(std::uint64_t index) const {
  return impl_->log[index];
}
std::uint64_t Store::lost() const {
  return impl_->lost;
}
std::uint64_t Store::lost_before(std::uint64_t index) const {
  return impl_->timeline.lost_before(index);
}
std::int64_t Store::begin_ns() const {
  return size() > 0 ? impl_->log[impl_->log.first()].time_ns : 0;
}
std::int64_t Store::end_ns() const {
  return impl_->end_ns;
}

void Store::set_limit(std::size_t events) {
  impl_->limit = std::max<std::size_t>(events, 1);
  impl_->forget_oldest();
}

const World& Store::now() const {
  return impl_->now;
}
const World& Store::world_at(std::int64_t time_ns) const {
  return impl_->timeline.before(index_at(time_ns));
}
std::uint64_t Store::index_at(std::int64_t time_ns) const {
  return impl_->log.after(time_ns);
}

const std::vector<ThreadTrack>& Store::threads() const {
  return impl_->tracks.threads();
}
const ThreadTrack* Store::thread(base::ThreadId id) const {
  return impl_->tracks.thread(id);
}
const std::vector<QueueTrack>& Store::queues() const {
  return impl_->tracks.queues();
}
const QueueTrack* Store::queue(base::ObjectId id) const {
  return impl_->tracks.queue(id);
}
const std::vector<OutputPiece>& Store::output() const {
  return impl_->tracks.output();
}

WrongSummary Store::wrong_summary(base::ObjectId queue, Question question, std::int64_t until_ns) const {
  return impl_->tracks.wrong_summary(queue, question, until_ns);
}

}  // namespace forkscope::trace
