// StepRecord: all that was done in a stepped run, step by step: which events each step made, and what every
// thread was about to do before it. Filled from the store's notes and from what the lab says. A plain value;
// window thread only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/step_view.h"
#include "core/lab/protocol.h"
#include "core/trace/store.h"

namespace forkscope::app {

class StepRecord {
 public:
  // Takes in the steps that `store` has since the last call, and what the lab said after them.
  void take(const trace::Store& store, const lab::Moves& moves);
  // Of a run that has ended: what was written after the lab spoke last.
  void finish(const trace::Store& store);
  // The same up to there, for a run that repeats it: the steps come from its own store.
  StepRecord beginning(std::size_t count) const;

  const std::vector<DoneStep>& steps() const { return steps_; }
  std::size_t count() const { return steps_.size(); }
  // What each thread was about to do after so many steps, in the order in which they began.
  std::vector<NextMove> moves_at(std::size_t position) const;
  double clock_at(std::size_t position) const;
  // The moment after so many steps.
  std::int64_t time_at(std::size_t position, const trace::Store& store) const;
  // The last position whose moment is not later.
  std::size_t position_at(std::int64_t time_ns) const;
  // Entries, as forkscope-lab reads them.
  std::vector<std::string> schedule(std::size_t count) const;

 private:
  struct Version {
    std::size_t position = 0;
    bool is_gone = false;
    NextMove move;
  };
  using History = std::vector<Version>;

  void read(const trace::Store& store);
  void name_steps(const std::string& schedule);
  void remember(std::size_t position, const lab::Moves& moves);
  static void add(History& history, const Version& version);

  std::vector<DoneStep> steps_;
  std::vector<History> histories_;  // a thread each, in the order in which they were seen
  std::vector<double> clocks_;      // at each position
  std::uint64_t events_ = 0;        // of the store that were looked at
  std::size_t named_ = 0;
};

// Words of a schedule, each as often as it says: "main*2 time" is main, main, time. Where the last one stops
// early, it says so alone: "main*2+5" is main, main+5.
std::vector<std::string> schedule_entries(const std::string& schedule);
// The other way round; equal neighbours are counted.
std::string schedule_text(const std::vector<std::string>& entries, std::size_t begin, std::size_t end);
// Of an entry: its name without where it stops, "main" of "main+5".
std::string_view mover_of(std::string_view entry);
// By its name in requests.inc or notes.inc; `none` if it is none.
trace::EventKind kind_named(std::string_view name);
// What the lab says of one thread.
NextMove next_move(const lab::MoveInfo& info);

}  // namespace forkscope::app
