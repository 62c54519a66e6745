// TraceScript: events written by hand, for tests. Each call adds the events that the engine would write for
// one step of CPython's queue (PUT.2, FEED.6, ...) at the script's clock. Keeps what semaphores are worth,
// nothing else: contradictions are allowed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/trace/event.h"
#include "core/trace/store.h"

namespace forkscope::test {

struct ScriptThread {
  base::ProcessId process = 0;
  base::ThreadId thread = 0;
};

struct ScriptQueue {
  base::ObjectId queue = 0, pipe = 0, slots = 0, reader_lock = 0, writer_lock = 0;
};

class TraceScript {
 public:
  using Kind = trace::EventKind;

  std::int64_t now = 0;      // time of the next event
  std::int64_t step = 1000;  // how much later each event is than the one before

  ScriptThread process(const std::string& name, std::int64_t method = 3, ScriptThread parent = {},
                       std::int64_t pid = 0);
  ScriptThread thread(ScriptThread starter, const std::string& name);
  ScriptQueue queue(ScriptThread maker, const std::string& name, std::int64_t maxsize = 0);
  void process_ended(base::ProcessId process, std::int64_t exit_code);

  trace::Event& note(ScriptThread by, Kind kind, base::ObjectId object = 0, std::int64_t a = 0,
                     std::int64_t b = 0, const std::string& text = "", std::int64_t result = 0);
  trace::Event& request(ScriptThread by, Kind kind, base::ObjectId object, std::int64_t a, std::int64_t b,
                        std::int64_t result);
  void waits(ScriptThread by, Kind kind, base::ObjectId object);

  void call(ScriptThread by, base::ObjectId object, const std::string& label);
  void call_ends(ScriptThread by, const std::string& outcome);
  void acquire(ScriptThread by, base::ObjectId semaphore, bool granted = true);
  void release(ScriptThread by, base::ObjectId semaphore);
  void take_gil(ScriptThread by, std::int64_t waited = 0);
  void drop_gil(ScriptThread by);

  // Steps of semantics.md 1.3; `number` counts a producer's items from 1.
  void buffer(ScriptThread producer, const ScriptQueue& queue, std::int64_t number,
              const std::string& label);                                          // PUT.2-5
  void take(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number);  // FEED.2
  void pickle(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number,
              std::int64_t bytes);  // FEED.4
  void write(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number,
             std::int64_t bytes);                                                 // FEED.5-7
  void fail(ScriptThread feeder, const ScriptQueue& queue, std::int64_t number);  // FEED.E
  void read(ScriptThread getter, const ScriptQueue& queue, std::int64_t bytes);   // A2-A3
  void get(ScriptThread getter, const ScriptQueue& queue, std::int64_t bytes);    // A1-A5
  void ask_empty(ScriptThread by, const ScriptQueue& queue, bool readable);
  void get_refused_by_lock(ScriptThread by, const ScriptQueue& queue);  // B2
  void get_finds_nothing(ScriptThread by, const ScriptQueue& queue);    // B3

  const std::vector<trace::Event>& events() const { return events_; }
  base::StringId text(const std::string& text);
  void fill(trace::Store& store) const;

 private:
  trace::Event& add(trace::Event event);

  std::vector<trace::Event> events_;
  std::map<std::string, base::StringId> texts_;
  std::map<base::ObjectId, std::int64_t> values_;
  base::ProcessId last_process_ = 0;
  base::ThreadId last_thread_ = 0;
  base::ObjectId last_object_ = 0;
};

}  // namespace forkscope::test
