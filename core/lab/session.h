// Session: one run of one program: its arena, its first process, and everything that process starts. Owned by
// the lab's main thread, which polls; nothing here blocks, except that ending a tree of processes takes some
// milliseconds.
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/lab/containment.h"
#include "core/lab/protocol.h"
#include "core/lab/streams.h"
#include "core/trace/arena.h"
#include "core/trace/recorder.h"

namespace forkscope::lab {

inline constexpr std::uint32_t kProcessBudget = 64;

struct SessionPlan {
  std::string executable;              // empty: this program
  std::vector<std::string> arguments;  // argv, argv[0] included
  SessionNames names;
  pid_t group = 0;            // process group of the program, 0 = the lab's
  bool piped = false;         // standard streams are pipes of the session; otherwise they are the lab's own
  bool closed_input = false;  // ... the standard input is at its end
  bool stepped = false;       // the gate is closed from the beginning
  std::uint64_t entropy = 0;  // what a stepped program's random numbers begin with; 0 = the system's
  bool tracing = false;
  bool lossless = false;  // a full ring waits for the reader
  bool terminal_output = false;
  bool shows_children = false;    // children tell what they know and stop until they are told to go on
  std::vector<bool> float_knobs;  // the program's knobs, in order: true where the value is a float
  std::uint32_t process_budget = kProcessBudget;
  std::vector<std::string> environment;  // "NAME=value", instead of what the lab itself has under that name
  std::vector<TurnKnobTo> turned_knobs;  // values they have from the beginning
};

class Session {
 public:
  static base::Result<std::unique_ptr<Session>> start(const SessionPlan& plan);
  // Ends the whole tree.
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  const trace::Arena& arena() const { return arena_; }
  pid_t pid() const { return pid_; }

  void give_input(const std::string& text) { streams_.give_input(text); }
  void pause();
  void resume();
  void turn_knob(int knob, double value);
  // A step that no thread of the program takes, see step_begins in notes.inc.
  void note_step(int what);
  void send_signal(int signal);
  // SIGKILL, if `pid` is a process of the program that lives.
  void kill_process(pid_t pid);
  // Ends every process now. `reason` is told at the end; empty: the user wanted it.
  void stop(const std::string& reason);

  // One turn of the lab's loop: what to poll for, then what has happened.
  void add_descriptors(std::vector<pollfd>& descriptors) const { streams_.add_descriptors(descriptors); }
  void turn();

  // The program's first process has ended and nothing of the session is left.
  bool over() const { return over_; }
  int wait_status() const { return status_.value_or(0); }
  bool stopped_by_user() const { return by_user_; }
  std::string reason() const;  // see Ended
  const std::string& errors() const { return streams_.errors(); }

 private:
  using Clock = std::chrono::steady_clock;

  Session(trace::Arena arena, Streams streams, const SessionPlan& plan);
  void reaped(pid_t pid, int status);
  OnReaped on_reaped();
  void finish();
  void watch_budget();
  bool has_lingered();

  trace::Arena arena_;
  trace::Recorder recorder_;  // of the lab's own notes
  Streams streams_;
  SessionNames names_;
  pid_t pid_ = -1;
  std::optional<int> status_;                         // of the first process, as waitpid gives it
  std::optional<Clock::time_point> lingers_, waits_;  // since when only others are left, and only wait
  bool over_ = false;
  bool stopped_ = false, by_user_ = false;
  std::string reason_;
};

// What stop() is told where a run has taken too long.
std::string not_ended_after(double seconds);

}  // namespace forkscope::lab
