// Server: `forkscope-lab serve`: does what the window orders, one program at a time, until the window is
// gone. Owns the session; the lab's main thread only.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

#include "core/lab/compare.h"
#include "core/lab/guard.h"
#include "core/lab/outcomes_run.h"
#include "core/lab/protocol.h"
#include "core/lab/python_outcomes.h"
#include "core/lab/session.h"
#include "core/lab/signals.h"
#include "core/lab/starts.h"
#include "core/lab/step_memory.h"
#include "core/vm/code.h"
#include "core/vm/personality.h"

namespace forkscope::lab {

class Server {
 public:
  Server(Channel channel, Guarded guarded);

  // Until the window is gone or says so; returns the exit code. No process of the program is left then.
  int serve();

 private:
  using Clock = std::chrono::steady_clock;

  void wait();
  void take_messages();
  void send(const FromLab& message, int descriptor = -1);
  void send_processes();
  void finish_session();
  void turn_starts();
  void turn_compare();

  void handle(const RunProgram& order);
  void handle(const PauseProgram&);
  void handle(const ResumeProgram&);
  void handle(const StopProgram&);
  void handle(const TurnKnobTo& order);
  void handle(const GiveInput& order);
  void handle(const KillProcess& order);
  void handle(const MeasureStarts& order);
  void handle(const MeasureCompare& order);
  // server_outcomes.cc
  void handle(const ExploreOutcomes& order);
  void handle(const FindRemaining& order);
  void handle(const RunOnPython& order);
  void turn_outcomes();
  void stop_outcomes();
  void drop_search();
  void drop_unfinished_search();
  void handle(const ReadLibrary& order);
  // server_steps.cc
  struct Steps;
  void handle(const ListMoves&);
  void handle(const StepThread& order);
  void handle(const PassTime& order);
  void handle(const FollowSchedule& order);
  Steps* steps();
  void answer_step(const base::Status& done);
  void begin_steps(const std::string& program);
  void end_steps();
  bool kill_as_step(int pid);
  void handle(const Shutdown&);

  SignalQueue signals_;
  Channel channel_;
  Guarded guarded_;
  bool window_gone_ = false;
  std::unique_ptr<Session> session_;  // or
  std::unique_ptr<Starts> starts_;    // or
  std::unique_ptr<Compare> compare_;  // or
  std::unique_ptr<PythonOutcomeRuns> python_runs_;
  Clock::time_point next_python_outcomes_{};
  std::unique_ptr<OutcomesRun> search_;  // beside whatever else there is, when it is over
  bool search_is_beside_ = false;        // or before
  std::shared_ptr<Steps> steps_;         // while it is stepped; goes before session_
  bool from_beginning_ = false;          // it has been stepped since it began
  StepMemory step_memory_;               // of such runs of one program
  std::string remembered_program_;       // its text and how it was run
  std::vector<ProcessLine> processes_;   // as last sent
  Clock::time_point next_processes_{};
};

// `forkscope-lab serve --socket FD`. Returns the exit code; the guard below it never returns.
int serve_command(int socket);

}  // namespace forkscope::lab
