#include "app/widgets/move_text.h"

#include <algorithm>

#include "app/model/names.h"
#include "app/widgets/format.h"
#include "app/widgets/move_words.h"
#include "app/widgets/object_text.h"

namespace forkscope::app {

namespace {

using trace::Event;
using trace::EventKind;

std::string first_line(std::string text) {
  constexpr std::size_t kLongest = 40;
  text.resize(std::min(text.find('\n'), text.size()));
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

bool moves_bytes(EventKind kind) {
  return kind == EventKind::fd_write || kind == EventKind::fd_read;
}

// The label of the item that a note is about: the newest with this number in this process.
std::string item_label(const trace::Store& store, const Event& event) {
  const trace::QueueTrack* track = store.queue(event.object);
  const auto matches = [&](const trace::ItemState& item) {
    return item.producer == event.process && item.number == event.a;
  };
  const auto queue = store.now().queues.find(event.object);
  if (queue != store.now().queues.end()) {
    const trace::QueueState& state = queue->second;
    for (const trace::ItemState& item : state.in_hand)
      if (matches(item)) return store.string(item.label);
    for (const trace::ItemState& item : state.in_pipe)
      if (matches(item)) return store.string(item.label);
    for (const trace::ReadingState& reading : state.reading)
      if (matches(reading.item)) return store.string(reading.item.label);
  }
  if (track == nullptr) return tr("the item");
  for (auto flow = track->flows.rbegin(); flow != track->flows.rend(); ++flow)
    if (matches(flow->item)) return store.string(flow->item.label);
  return tr("the item");
}

std::string answered_text(const Event& event) {
  const std::string yes_no = event.b != 0 ? "True" : "False";
  switch (static_cast<trace::Question>(event.a)) {
    case trace::Question::empty:
      return tr_format("empty() answers {0}.", yes_no);
    case trace::Question::full:
      return tr_format("full() answers {0}.", yes_no);
    case trace::Question::qsize:
      return tr_format("qsize() answers {0}.", event.b);
    case trace::Question::get:
      return event.b != 0 ? std::string() : tr("get() gives up: Empty.");
    case trace::Question::put:
      return event.b != 0 ? std::string() : tr("put() gives up: Full.");
  }
  return {};
}

std::string pool_text(const Event& event) {
  switch (event.kind) {
    case EventKind::task_submitted:
      return tr_format("Task {0} is on its way to the workers.", event.b + 1);
    case EventKind::task_started:
      return tr_format("A worker begins task {0}.", event.b + 1);
    case EventKind::task_done:
      return tr_format("A worker has finished task {0}.", event.b + 1);
    case EventKind::result_received:
      return tr_format("The pool has the result of task {0}.", event.b + 1);
    default:
      return {};
  }
}

}  // namespace

MoveFacts facts_of(const NextMove& move) {
  return {move.kind, move.object,
          move.kind == EventKind::fd_write ? std::max<std::int64_t>(move.b, move.size) : 0,
          move.kind == EventKind::stream_write ? move.text : std::string()};
}

MoveFacts facts_of(const trace::Store& store, const Event& event) {
  return {event.kind, event.object, moves_bytes(event.kind) ? std::max<std::int64_t>(event.result, 0) : 0,
          event.kind == EventKind::stream_write ? store.string(event.string) : std::string()};
}

MoveText move_text(const trace::Store& store, const trace::World& world, const MoveFacts& facts) {
  const MoveWords* words = find_words(facts.kind, meaning_of(store, world, facts.object).role);
  if (words == nullptr) return {tr(std::string(trace::info(facts.kind).sentence).c_str()), {}};
  MoveText text{tr_format(words->what, object_text(store, world, facts.object)), tr(words->why)};
  if (facts.bytes > 0) text.what = tr_format("{0} ({1} bytes)", text.what, facts.bytes);
  if (const std::string line = first_line(facts.text); !line.empty())
    text.what = tr_format("prints \"{0}\"", line);
  return text;
}

std::string result_text(const Event& event) {
  const bool takes = event.kind == EventKind::sem_acquire || event.kind == EventKind::lock_acquire;
  if (takes && event.result == 0) return tr("It did not get it: somebody else has it, or nothing is left.");
  if (event.kind == EventKind::fd_poll && event.result == 0) return tr("The answer: nothing is there.");
  if (event.kind == EventKind::fd_poll && event.result > 0) return tr("The answer: something is there.");
  if (event.result < 0) return tr_format("The system refused it (error {0}).", -event.result);
  return {};
}

std::string note_text(const trace::Store& store, const Event& event) {
  switch (event.kind) {
    case EventKind::item_buffered:
      return tr_format("{0} is in the buffer now. Only this process can see it.", store.string(event.string));
    case EventKind::item_taken:
      return tr_format("The feeder has {0} in its hand: it is neither in the buffer nor in the pipe.",
                       item_label(store, event));
    case EventKind::item_pickled:
      return tr_format("{0} was pickled: written as {1} bytes. Only bytes go through a pipe.",
                       item_label(store, event), event.b);
    case EventKind::item_written:
      return tr_format("{0} is in the pipe now. Every process can see it.", item_label(store, event));
    case EventKind::item_failed:
      return tr("The item could not be pickled. It is lost, and put() has long returned.");
    case EventKind::item_received:
      return tr("The item is out of the pipe.");
    case EventKind::queue_answers:
      return answered_text(event);
    case EventKind::feeder_ends:
      return tr("The feeder has written everything.");
    case EventKind::process_ended:
      return tr_format("{0} has ended.", process_name(store, static_cast<base::ProcessId>(event.b)));
    case EventKind::uncaught:
      return tr_format("An exception that nobody caught: {0}", store.string(event.string));
    default:
      return pool_text(event);
  }
}

}  // namespace forkscope::app
