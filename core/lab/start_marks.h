// The moments of one start in a trace, by which its stages begin and end. Refers to the Store; any thread
// that owns that. Times are session nanoseconds; nullopt: it did not happen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lab/start_stages.h"
#include "core/trace/store.h"

namespace forkscope::lab {

struct Span {
  std::optional<std::int64_t> began, ended;
};

class StartMarks {
 public:
  using Moment = std::optional<std::int64_t>;
  StartMarks(const trace::Store& store, const TracedStart& start);

  // Of the library's own notes, by the number of the stage in the table of its method (13: the first line of
  // a child that was told by a pickle).
  Moment parent_note(int number) const;
  Moment last_parent_note(int number) const;
  Moment child_note(int number) const;
  int first_line_stage() const { return start_.method == 0 ? 7 : 13; }

  Span parent_request(trace::EventKind kind) const;  // the first
  Span spawn_of_child() const;
  Span fork_of_child() const;
  Moment child_began() const;
  Moment last_close_after(Moment moment) const;  // by the child, of those that follow without anything else
  Moment second_message_began() const;           // the child begins to read the pickle of the Process object
  Moment exit_began() const;
  Moment reaped() const;

  // First time only.
  Moment tracker_spawned() const;
  Moment tracker_up() const;
  Moment server_began() const;
  Moment server_up() const;

  std::string pid_detail() const;
  std::string pickled_detail() const;
  std::string exit_detail() const;

 private:
  using Event = trace::Event;
  const Event* end_of_child() const;
  Moment named(trace::StartMethod method) const;  // when such a process that the parent started was up

  const trace::Store& store_;
  TracedStart start_;
  std::vector<Event> parent_;  // of the starting thread, from start() to its return
  std::vector<Event> child_;   // of the child
  std::vector<Event> others_;  // notes of and about other processes, from start() on
};

}  // namespace forkscope::lab
