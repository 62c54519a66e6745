#include "tests/support/trace_script.h"

namespace forkscope::test {

using trace::Event;
using trace::EventKind;

namespace {
constexpr std::int64_t kSemaphoreMost = 0x7fff'ffff;
constexpr std::int64_t kHeader = 4;
}  // namespace

base::StringId TraceScript::text(const std::string& text) {
  if (text.empty()) return 0;
  const auto [entry, made] = texts_.try_emplace(text, static_cast<base::StringId>(texts_.size() + 1));
  return entry->second;
}

Event& TraceScript::add(Event event) {
  event.time_ns = now;
  if (event.began_ns == 0) event.began_ns = now;
  now += step;
  events_.push_back(event);
  return events_.back();
}

Event& TraceScript::note(ScriptThread by, Kind kind, base::ObjectId object, std::int64_t a, std::int64_t b,
                         const std::string& label, std::int64_t result) {
  Event event;
  event.a = a;
  event.b = b;
  event.result = result;
  event.process = by.process;
  event.thread = by.thread;
  event.object = object;
  event.string = text(label);
  event.kind = kind;
  return add(event);
}

Event& TraceScript::request(ScriptThread by, Kind kind, base::ObjectId object, std::int64_t a, std::int64_t b,
                            std::int64_t result) {
  return note(by, kind, object, a, b, "", result);
}

void TraceScript::waits(ScriptThread by, Kind kind, base::ObjectId object) {
  note(by, kind, object).phase = trace::Phase::waits;
}

ScriptThread TraceScript::process(const std::string& name, std::int64_t method, ScriptThread parent,
                                  std::int64_t pid) {
  const ScriptThread main{++last_process_, ++last_thread_};
  const std::int64_t number = pid != 0 ? pid : 4710 + main.process;
  if (parent.process != 0)
    request(parent, method == 1 ? Kind::process_spawn : Kind::process_fork, 0, main.process, number, number);
  note(main, Kind::process_begins, 0, number, parent.process, "python program.py");
  note(main, Kind::process_named, 0, method, 0, name);
  note(main, Kind::thread_begins, 0, 0, number);
  note(main, Kind::thread_named, 0, 0, 0, "MainThread");
  return main;
}

ScriptThread TraceScript::thread(ScriptThread starter, const std::string& name) {
  const ScriptThread started{starter.process, ++last_thread_};
  request(starter, Kind::thread_start, 0, started.thread, 0, 0);
  note(started, Kind::thread_begins, 0, starter.thread, 0);
  note(started, Kind::thread_named, 0, 1, 0, name);
  return started;
}

ScriptQueue TraceScript::queue(ScriptThread maker, const std::string& name, std::int64_t maxsize) {
  const std::int64_t slots = maxsize > 0 ? maxsize : kSemaphoreMost;
  ScriptQueue made;
  for (base::ObjectId* part : {&made.pipe, &made.reader_lock, &made.writer_lock, &made.slots, &made.queue}) {
    *part = ++last_object_;
  }
  request(maker, Kind::pipe_create, made.pipe, 3, 4, 0);
  request(maker, Kind::sem_create, made.reader_lock, values_[made.reader_lock] = 1, 1, 0);
  request(maker, Kind::sem_create, made.writer_lock, values_[made.writer_lock] = 1, 1, 0);
  request(maker, Kind::sem_create, made.slots, values_[made.slots] = slots, slots, 0);
  note(maker, Kind::queue_created, made.queue, std::int64_t{made.pipe} << 32 | made.slots,
       std::int64_t{made.reader_lock} << 32 | made.writer_lock, "", maxsize);
  if (!name.empty()) note(maker, Kind::object_named, made.queue, 0, 0, name);
  return made;
}

void TraceScript::process_ended(base::ProcessId process, std::int64_t exit_code) {
  note({}, Kind::process_ended, 0, exit_code, process);
}

void TraceScript::call(ScriptThread by, base::ObjectId object, const std::string& label) {
  note(by, Kind::call_begins, object, 0, 0, label);
}

void TraceScript::call_ends(ScriptThread by, const std::string& outcome) {
  note(by, Kind::call_ends, 0, 0, 0, outcome);
}

void TraceScript::acquire(ScriptThread by, base::ObjectId semaphore, bool granted) {
  request(by, Kind::sem_acquire, semaphore, 0, granted ? --values_[semaphore] : values_[semaphore],
          granted ? 1 : 0);
}

void TraceScript::release(ScriptThread by, base::ObjectId semaphore) {
  request(by, Kind::sem_release, semaphore, 0, ++values_[semaphore], 0);
}

void TraceScript::take_gil(ScriptThread by, std::int64_t waited) {
  note(by, Kind::gil_taken, 0, waited);
}
void TraceScript::drop_gil(ScriptThread by) {
  note(by, Kind::gil_dropped);
}

void TraceScript::buffer(ScriptThread producer, const ScriptQueue& queue, std::int64_t number,
                         const std::string& label) {
  acquire(producer, queue.slots);
  note(producer, Kind::item_buffered, queue.queue, number, 1, label);
}

void TraceScript::take(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number) {
  note(feeder, Kind::item_taken, queue.queue, number);
}

void TraceScript::pickle(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number,
                         std::int64_t bytes) {
  note(feeder, Kind::item_pickled, queue.queue, number, bytes);
}

void TraceScript::write(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number,
                        std::int64_t bytes) {
  acquire(feeder, queue.writer_lock);
  request(feeder, Kind::fd_write, queue.pipe, 4, bytes + kHeader, bytes + kHeader);
  note(feeder, Kind::item_written, queue.queue, number, bytes + kHeader);
  release(feeder, queue.writer_lock);
}

void TraceScript::fail(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number) {
  release(feeder, queue.slots);
  note(feeder, Kind::item_failed, queue.queue, number);
}

void TraceScript::read(ScriptThread getter, const ScriptQueue& queue, std::int64_t bytes) {
  request(getter, Kind::fd_read, queue.pipe, 3, kHeader, kHeader);
  request(getter, Kind::fd_read, queue.pipe, 3, bytes, bytes);
  note(getter, Kind::item_received, queue.queue, bytes + kHeader);
}

void TraceScript::get(ScriptThread getter, const ScriptQueue& queue, std::int64_t bytes) {
  acquire(getter, queue.reader_lock);
  read(getter, queue, bytes);
  release(getter, queue.reader_lock);
  release(getter, queue.slots);
}

void TraceScript::ask_empty(ScriptThread by, const ScriptQueue& queue, bool readable) {
  note(by, Kind::queue_asks, queue.queue, 0);
  request(by, Kind::fd_poll, queue.pipe, 3, 0, readable ? 1 : 0);
  note(by, Kind::queue_answers, queue.queue, 0, readable ? 0 : 1);
}

void TraceScript::get_refused_by_lock(ScriptThread by, const ScriptQueue& queue) {
  note(by, Kind::queue_asks, queue.queue, 3);
  acquire(by, queue.reader_lock, false);
  note(by, Kind::queue_answers, queue.queue, 3, 0, "", 1);
}

void TraceScript::get_finds_nothing(ScriptThread by, const ScriptQueue& queue) {
  note(by, Kind::queue_asks, queue.queue, 3);
  acquire(by, queue.reader_lock);
  request(by, Kind::fd_poll, queue.pipe, 3, 0, 0);
  release(by, queue.reader_lock);
  note(by, Kind::queue_answers, queue.queue, 3, 0, "", 2);
}

void TraceScript::fill(trace::Store& store) const {
  for (const auto& [label, id] : texts_) store.set_string(id, label);
  store.append(events_.data(), events_.size());
}

}  // namespace forkscope::test
