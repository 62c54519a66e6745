// TracedRun: a program run by forkscope-lab with a trace, and the questions that conformance tests ask of the
// trace.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/trace/event.h"
#include "core/trace/store.h"

namespace forkscope::conformance {

using trace::Event;
using trace::EventKind;

class TracedRun {
 public:
  // Runs `program`; fails the test if it does not end within a minute or leaves no trace.
  explicit TracedRun(const std::string& program, const std::string& start_method = "fork");
  ~TracedRun();
  TracedRun(const TracedRun&) = delete;
  TracedRun& operator=(const TracedRun&) = delete;

  int exit_code() const { return exit_code_; }
  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }

  // Requests that were answered, and notes; in order of time.
  const std::vector<Event>& events() const { return events_; }
  std::vector<Event> where(const std::function<bool(const Event&)>& wanted) const;
  std::vector<Event> of_kind(EventKind kind) const;
  // Names of the kinds, in order: what the tests compare.
  static std::vector<std::string> names(const std::vector<Event>& events);

  std::string thread_name(base::ThreadId thread) const;
  // The first queue of the program and what belongs to it.
  struct QueueObjects {
    base::ObjectId queue = 0, pipe = 0, slots = 0, reader_lock = 0, writer_lock = 0;
    std::int64_t maxsize = 0;
  };
  QueueObjects queue(std::size_t number = 0) const;
  // Events between the first event that `begins` accepts and the next one of the same thread that `ends`
  // does, of that thread only, without both.
  std::vector<Event> between(const std::function<bool(const Event&)>& begins,
                             const std::function<bool(const Event&)>& ends) const;
  const trace::Store& store() const { return store_; }

 private:
  int exit_code_ = -1;
  std::string folder_;
  std::string output_, errors_;
  std::vector<Event> events_;
  trace::Store store_;
};

}  // namespace forkscope::conformance
