#include "core/lab/start_marks.h"

#include <algorithm>

namespace forkscope::lab {

namespace {

using trace::Event;
using trace::EventKind;
using Moment = StartMarks::Moment;

// The number of a note's stage: children of the fork server say spawn's beside their own.
std::int64_t stage_number(const Event& event) {
  return event.result != 0 ? event.result : event.a;
}

bool is_stage(const Event& event, int number) {
  return event.kind == EventKind::start_stage && stage_number(event) == number;
}

bool is_answered(const Event& event, EventKind kind) {
  return event.kind == kind && event.phase == trace::Phase::done;
}

template <typename Matches>
const Event* first_of(const std::vector<Event>& events, Matches matches) {
  const auto found = std::find_if(events.begin(), events.end(), matches);
  return found == events.end() ? nullptr : &*found;
}

Moment time_of(const Event* event) {
  return event == nullptr ? Moment() : event->time_ns;
}

Span span_of(const Event* event) {
  return event == nullptr ? Span() : Span{event->began_ns, event->time_ns};
}

}  // namespace

StartMarks::StartMarks(const trace::Store& store, const TracedStart& start) : store_(store), start_(start) {
  bool starting = true;
  for (std::uint64_t i = store.index_at(start.begin_ns); i < store.first_index() + store.size(); ++i) {
    const Event& event = store.event(i);
    if (event.thread == start.starter && starting) {
      starting = !is_stage(event, 0);
      if (starting) parent_.push_back(event);
    } else if (start.child != 0 && event.process == start.child) {
      child_.push_back(event);
    } else {
      others_.push_back(event);
    }
  }
}

Moment StartMarks::parent_note(int number) const {
  return time_of(first_of(parent_, [=](const Event& event) { return is_stage(event, number); }));
}

Moment StartMarks::last_parent_note(int number) const {
  Moment last;
  for (const Event& event : parent_) {
    if (is_stage(event, number)) last = event.time_ns;
  }
  return last;
}

Moment StartMarks::child_note(int number) const {
  return time_of(first_of(child_, [=](const Event& event) { return is_stage(event, number); }));
}

Span StartMarks::parent_request(EventKind kind) const {
  return span_of(first_of(parent_, [=](const Event& event) { return is_answered(event, kind); }));
}

Span StartMarks::spawn_of_child() const {
  return span_of(first_of(parent_, [this](const Event& event) {
    return is_answered(event, EventKind::process_spawn) && event.a == start_.child;
  }));
}

Span StartMarks::fork_of_child() const {
  return span_of(first_of(others_, [this](const Event& event) {
    return is_answered(event, EventKind::process_fork) && event.a == start_.child;
  }));
}

Moment StartMarks::child_began() const {
  return time_of(
      first_of(child_, [](const Event& event) { return event.kind == EventKind::process_begins; }));
}

Moment StartMarks::last_close_after(Moment moment) const {
  if (!moment) return moment;
  Moment last = moment;
  for (const Event& event : child_) {
    if (event.time_ns <= *moment) continue;
    if (event.kind == EventKind::fd_close) last = event.time_ns;
    if (event.kind == EventKind::process_named) break;
  }
  return last;
}

// A message is read in two pieces, its length and itself.
Moment StartMarks::second_message_began() const {
  const Moment rebuilt = child_note(12), told = child_note(10);
  if (!rebuilt || !told) return {};
  std::vector<std::int64_t> reads;
  for (const Event& event : child_) {
    if (event.time_ns >= *rebuilt) break;
    if (event.time_ns > *told && is_answered(event, EventKind::fd_read)) reads.push_back(event.began_ns);
  }
  return reads.size() < 2 ? Moment() : reads[reads.size() - 2];
}

Moment StartMarks::exit_began() const {
  return span_of(first_of(child_, [](const Event& event) { return event.kind == EventKind::process_exit; }))
      .began;
}

// By the parent or by the fork server.
const Event* StartMarks::end_of_child() const {
  const auto tells_it = [this](const Event& event) {
    return event.kind == EventKind::process_ended && start_.child != 0 && event.b == start_.child;
  };
  const Event* by_parent = first_of(parent_, tells_it);
  return by_parent != nullptr ? by_parent : first_of(others_, tells_it);
}

Moment StartMarks::reaped() const {
  return time_of(end_of_child());
}

Moment StartMarks::named(trace::StartMethod method) const {
  return time_of(first_of(others_, [method](const Event& event) {
    return event.kind == EventKind::process_named && event.a == static_cast<std::int64_t>(method);
  }));
}

Moment StartMarks::tracker_spawned() const {
  if (!named(trace::StartMethod::resource_tracker)) return {};
  return parent_request(EventKind::process_spawn).began;
}

Moment StartMarks::tracker_up() const {
  return named(trace::StartMethod::resource_tracker);
}

Moment StartMarks::server_began() const {
  return time_of(first_of(others_, [this](const Event& event) {
    return event.kind == EventKind::process_begins && event.process == start_.forked_by;
  }));
}

Moment StartMarks::server_up() const {
  return named(trace::StartMethod::fork_server);
}

std::string StartMarks::pid_detail() const {
  const Event* begins =
      first_of(child_, [](const Event& event) { return event.kind == EventKind::process_begins; });
  return begins == nullptr ? "" : "pid " + std::to_string(begins->a);
}

std::string StartMarks::pickled_detail() const {
  const Event* pickled = first_of(parent_, [this](const Event& event) {
    return event.kind == EventKind::start_stage && store_.string(event.string).starts_with("pickled: ");
  });
  return pickled == nullptr ? "" : store_.string(pickled->string).substr(9);
}

std::string StartMarks::exit_detail() const {
  const Event* ended = end_of_child();
  return ended == nullptr ? "" : "code " + std::to_string(ended->a);
}

}  // namespace forkscope::lab
