// Session: one program under observation: the lab's client, the arena's reader, the store they fill, and what
// the lab said about the run. Owned by App, window thread only; poll() never blocks. When the lab is lost the
// store stays.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/console.h"
#include "app/model/frame.h"
#include "core/base/result.h"
#include "core/lab/client.h"
#include "core/trace/arena.h"
#include "core/trace/reader.h"
#include "core/trace/store.h"

namespace forkscope::app {

enum class RunKind : std::uint8_t {
  free,
  stepped,  // it stands still at its beginning
  again,    // as `stepped`; what is shown stays until show_newest()
};

class Session {
 public:
  explicit Session(std::string lab_program);
  ~Session();

  // Starts the lab; again after it was lost.
  [[nodiscard]] base::Status start_lab();

  // Runs `path`; a program that still runs is stopped first. `start_method` "": the personality's usual one.
  void run(const std::string& path, const std::string& start_method, const Personality& personality,
           RunKind kind = RunKind::free);
  // Of a run of the kind `again`: its store is store() from now on.
  void show_newest();
  // Shows the program without running it. What runs is stopped.
  void show(const std::string& path);
  void pause();
  void go_on();
  void stop();
  void kill_process(int pid);
  void turn_knob(int knob, double value);
  void give_input(const std::string& line);
  // The lines of a file of the library ("multiprocessing/queues.py"), asked of the lab where they are not
  // known yet; null until they are.
  const std::vector<std::string>* library_lines(const std::string& file);
  // How its processes start, by every method; a program that still runs is stopped.
  void measure_starts(const std::string& path, int repeat, const Personality& personality);
  void cancel_starts();
  // session_outcomes.cc. Everything that a program can do, and what python3 does in so many runs; each ends
  // the other, and a program that runs.
  void explore(const lab::ExploreOutcomes& order);
  void run_on_python(const lab::RunOnPython& order);
  void cancel_outcomes();
  void forget_python_outcomes() { python_outcomes_ = {}; }
  // Threads and processes at the same work; a program that still runs is stopped.
  void measure_compare(const lab::CompareSettings& order);
  void cancel_compare();
  // For a program that stands still: step_thread and the like.
  void order(const lab::ToLab& message);

  // Takes in what the lab and the rings have. True if anything that is shown has changed.
  bool poll();
  // Until the lab has said something, at most so long.
  void wait(int milliseconds) const;

  bool active() const {
    return state_ == RunState::starting || state_ == RunState::running || state_ == RunState::paused;
  }
  RunState state() const { return state_; }
  const lab::Moves& moves() const { return moves_; }
  // Of the last measurement that brought anything.
  const lab::StartsProgress& starts() const { return starts_; }
  bool measures_starts() const { return measurements_ > 0; }
  // Of the last search and the last runs that brought anything.
  const lab::OutcomesProgress& outcomes() const { return outcomes_; }
  const lab::PythonOutcomesProgress& python_outcomes() const { return python_outcomes_; }
  // What remains possible after these steps, asked of the lab where it is not known yet; null until it is. Of
  // the last search, which is over.
  const lab::OutcomesRemaining* remaining(const std::string& schedule);
  const lab::OutcomesRemaining* known_remaining(const std::string& schedule) const;
  bool explores() const { return searches_ > 0; }
  bool runs_on_python() const { return python_runs_ > 0; }
  std::uint64_t moves_heard() const { return moves_heard_; }  // how often the lab has said them
  // What the lab could not do since it was asked last; "" if nothing.
  std::string take_trouble();
  // Of the last comparison that brought anything, and the timelines of its traced runs.
  const lab::CompareProgress& compared() const { return compared_; }
  const std::vector<lab::CompareTimeline>& timelines() const { return timelines_; }
  bool compares() const { return comparisons_ > 0; }
  int runs() const { return runs_; }  // begun so far
  int exit_code() const { return exit_code_; }
  const std::string& state_detail() const { return state_detail_; }
  const Refusal& refusal() const { return refusal_; }
  const std::string& program_path() const { return path_; }
  const std::string& source() const { return source_; }
  const std::vector<std::string>& source_lines() const { return source_lines_; }
  const std::vector<KnobView>& knobs() const { return knobs_; }
  // Something has another value than the file says.
  bool knobs_are_turned() const;
  const std::vector<SystemProcess>& system_processes() const { return system_processes_; }
  const trace::Store& store() const { return kept_ ? *kept_->store : *store_; }
  const trace::Store& newest_store() const { return *store_; }
  const ConsoleLines& console() const { return kept_ ? kept_->console : console_; }
  // The line each live thread is on at this very moment, sampled from the arena; empty when nothing runs.
  const std::map<base::ThreadId, std::uint32_t>& current_lines() const { return current_lines_; }
  std::int64_t origin_wall_ns() const { return arena_.valid() ? arena_.header().origin_wall_ns : 0; }

 private:
  struct PendingRun {
    std::string path, start_method;
    Personality personality;
    RunKind kind;
  };
  // What is shown while the same program is run again.
  struct Kept {
    std::unique_ptr<trace::Store> store;
    ConsoleLines console;
  };

  void begin(const PendingRun& run);
  void forget_run(RunKind kind);
  void receive();
  void take(lab::Hello& message);
  void take(lab::Started& message);
  void take(lab::Refused& message);
  void take(lab::Ended& message);
  void take(lab::Processes& message);
  void take(lab::Paused& message);
  void take(lab::Moves& message);
  void take(lab::LibrarySource& message);
  void take(lab::Trouble& message);
  void take(lab::StartsProgress& message);
  void take(lab::OutcomesProgress& message);
  void take(lab::PythonOutcomesProgress& message);
  void take(lab::OutcomesRemaining& message);
  void forget_outcome_orders() { searches_ = python_runs_ = 0; }
  void forget_remaining();
  void take(lab::CompareProgress& message);
  void take(lab::CompareTimeline& message);
  void lose_lab();
  void set_source(const std::string& text);
  void sample_lines();

  std::string lab_program_;
  std::unique_ptr<lab::Client> client_;
  trace::Arena arena_;
  std::unique_ptr<trace::Store> store_;
  std::unique_ptr<trace::Reader> reader_;  // after what it points to: it goes first
  ConsoleLines console_;

  lab::StartsProgress starts_;
  lab::CompareProgress compared_;
  std::vector<lab::CompareTimeline> timelines_;
  int comparisons_ = 0;   // ordered and not yet over
  int measurements_ = 0;  // ordered and not yet over
  lab::OutcomesProgress outcomes_;
  lab::PythonOutcomesProgress python_outcomes_;
  int searches_ = 0, python_runs_ = 0;                       // ordered and not yet over
  std::map<std::string, lab::OutcomesRemaining> remaining_;  // by schedule
  std::optional<std::string> asked_remaining_;               // the newest question
  lab::Moves moves_;                                         // of a program that is stepped, as last said
  std::uint64_t moves_heard_ = 0;
  std::string trouble_;
  bool stepped_ = false;
  std::optional<Kept> kept_;
  RunState state_ = RunState::nothing;
  int runs_ = 0;
  int exit_code_ = 0;
  std::string state_detail_;
  Refusal refusal_;
  std::string path_, source_;
  std::vector<std::string> source_lines_;
  std::vector<KnobView> knobs_;
  std::vector<double> initial_knobs_;  // as the file says
  std::map<int, double> turned_;       // by the user, kept over restarts of the same file
  std::vector<SystemProcess> system_processes_;
  std::map<base::ThreadId, std::uint32_t> current_lines_;
  std::map<std::string, std::optional<std::vector<std::string>>> library_;  // by file; empty: it is asked for
  std::optional<PendingRun> pending_;
  bool changed_ = false;
};

}  // namespace forkscope::app
