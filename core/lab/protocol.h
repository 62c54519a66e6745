// What the window and the lab say to each other over a Unix socket pair: one JSON object a message, 4-byte
// big-endian length in front; the session's arena descriptor travels beside the `started` message
// (SCM_RIGHTS). Both ends use this file.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/lab/compare_report.h"
#include "core/lab/outcomes_report.h"
#include "core/lab/starts_report.h"

namespace forkscope::lab {

inline constexpr int kProtocolVersion = 1;

// Window -> lab.
struct TurnKnobTo {
  int knob = 0;
  double value = 0;
};
struct RunProgram {
  std::string path;
  std::string start_method;             // "fork", "spawn", "forkserver"; "" = the program's own choice
  std::vector<std::string> arguments;   // sys.argv[1:]
  std::vector<TurnKnobTo> knobs = {};   // what the user has turned before; the program begins with it
  std::string python_version = "3.11";  // "3.11" ... "3.14"
  std::string personality = "linux";    // "linux", "macos", "windows"
  bool empty_by_semaphore = false;      // Queue.empty() asks the semaphore
  bool stepped = false;                 // it stands still from the beginning; Moves are sent
};
struct PauseProgram {};
struct ResumeProgram {};
struct StopProgram {};
struct GiveInput {
  std::string text;
};
struct KillProcess {  // SIGKILL to one process of the program
  int pid = 0;
};
struct MeasureStarts {  // StopProgram ends it early
  std::string path;
  std::vector<std::string> arguments;  // sys.argv[1:]
  int repeat = 5;                      // runs of each method whose times count
  double seconds = 5;                  // most that one run may take
  std::string python = "python3";      // path or name; "" = without
  // As in RunProgram. python3 is what it is: its times do not depend on these.
  std::string python_version = "3.11";
  std::string personality = "linux";
  bool empty_by_semaphore = false;
};
struct MeasureCompare {  // StopProgram ends it early and keeps what was measured
  CompareSettings settings;
};
struct ExploreOutcomes {  // StopProgram ends it early and keeps what was found
  std::string path;
  std::vector<std::string> arguments = {};  // sys.argv[1:]
  std::string start_method = {};            // as in RunProgram
  int max_states = 1'000'000;
  bool with_kills = false;      // every process may be killed at any moment
  bool every_bytecode = false;  // threads of one process may change places before each
  bool beside = false;  // a program that is stepped goes on meanwhile, and StopProgram is about that one
  std::string python_version = "3.11";
  std::string personality = "linux";
  bool empty_by_semaphore = false;
};
// Of the last search, when it is over: what remains possible after these steps. Answered with
// OutcomesRemaining; of questions that come faster than answers only the newest is answered.
struct FindRemaining {
  std::string schedule;  // from the program's beginning, as FollowSchedule's
};
struct RunOnPython {  // StopProgram ends it early and keeps what was counted
  std::string path;
  std::vector<std::string> arguments = {};
  int runs = 1000;
  double seconds = 2;              // a run whose processes all sleep for so long is stuck
  std::string python = "python3";  // path or name
};
// Of a program that is paused. Each is answered with Moves, and with Trouble where it cannot be done.
struct ListMoves {};
struct StepThread {
  std::string thread;
  int count = 1;
  std::string size = "request";  // "request", "line", "call"
};
struct PassTime {
  std::string thread;  // "" = until the first wait is over
};
struct FollowSchedule {
  std::string schedule;  // as print_schedule() writes it
};
// Answered with LibrarySource.
struct ReadLibrary {
  std::string file;  // "multiprocessing/queues.py"
};
struct Shutdown {};
using ToLab =
    std::variant<RunProgram, PauseProgram, ResumeProgram, StopProgram, TurnKnobTo, GiveInput, KillProcess,
                 ListMoves, StepThread, PassTime, FollowSchedule, MeasureStarts, MeasureCompare,
                 ExploreOutcomes, FindRemaining, RunOnPython, ReadLibrary, Shutdown>;

// Lab -> window.
struct Hello {
  int version = kProtocolVersion;
  int pid = 0;
};
struct KnobInfo {
  std::string name;
  double low = 0, high = 0, value = 0;
  bool is_float = false;
  int line = 0;
};
struct Started {  // the arena's descriptor comes with it
  std::string path;
  std::string source;  // the text that runs
  std::vector<KnobInfo> knobs;
  int pid = 0;
  int arena = -1;  // filled in by the receiver; owned by whoever takes the message
};
struct Refused {  // the program does not start
  std::string message = {};
  int line = 0, column = 0;
  std::string report = {};  // as `forkscope-lab check` prints it
  std::string source = {};  // "" if the file could not be read
};
struct Ended {
  int exit_code = 0;  // -N: signal N
  bool by_user = false;
  std::string reason;  // "" or a sentence: the process budget, a crash of the engine
};
struct Processes {  // when it changed, at most ten times a second
  std::vector<ProcessLine> lines;
};
struct Paused {
  bool paused = false;
};
// What a thread is about to do, in the order in which the threads began. Who holds what it waits for is in
// the World.
struct MoveInfo {
  std::string thread;  // its name, the same in every run
  int thread_id = 0, process_id = 0;
  std::string request;  // as requests.inc calls it; "" = it computes, "thread_begins" = it begins
  std::string state;    // "ready", "blocked", "time_ran_out", "interrupted"
  int object = 0, line = 0, size = 0;
  int calls = 0, depth = 0;  // library calls that have begun or ended so far; how many it is in
  std::string handle, a, b;  // numbers of 64 bits
  std::string text;
  double deadline_s = -1;  // on the stepped clock
  // The innermost call of our library that it is in: "multiprocessing/queues.py", "Queue._feed"; line 0 =
  // none.
  std::string library_file = {}, library_function = {};
  int library_line = 0;
};
struct Moves {
  std::vector<MoveInfo> moves;
  std::string suggested;  // a thread, "time", or "": nobody can move
  bool is_stuck = false;
  bool time_can_pass = false;
  double clock_s = 0;
  std::string schedule;  // what was done since the Moves before
  // Where a repeated run goes another way than the last one after the same choices: the step, from 1 on,
  // which was not done, and what was done there; the thread's move is what it is about to do instead. 0:
  // nowhere. The next order goes on regardless.
  int differs_at = 0;
  std::string before_request = {};  // as MoveInfo's
  int before_line = 0;
};
struct LibrarySource {
  std::string file;
  std::string text;  // "" = the library has no such file
};
struct Trouble {  // something the user should read
  std::string message;
};
struct StartsProgress {  // what is known so far; the last of a measurement has done == runs
  int done = 0, runs = 0;
  StartsReport report;
};
// The report grows with every run; the last of a measurement has done == runs. A CompareTimeline comes beside
// it when the traced run of a way is over.
struct CompareProgress {
  int done = 0, runs = 0;
  double remaining_s = -1;  // about
  std::string way;          // that runs now, "" = none
  int workers = 0;
  bool by_python = false;
  CompareReport report;
};
// The last of a search has `over`, and the report; those before only say how far it is.
struct OutcomesProgress {
  bool over = false;
  double states = 0, transitions = 0, seconds = 0;
  OutcomesReport report = {};
};
struct OutcomesRemaining {
  std::string schedule;  // that was asked about
  std::string trouble;   // "" or why nothing can be said, a sentence
  OutcomeSet now;
  std::vector<OutcomesAfter> after;  // each move that can be made there
};
// The last one has done == runs.
struct PythonOutcomesProgress {
  int done = 0, runs = 0;
  PythonOutcomes outcomes = {};
};
using FromLab = std::variant<Hello, Started, Refused, Ended, Processes, Paused, Moves, LibrarySource, Trouble,
                             StartsProgress, CompareProgress, CompareTimeline, OutcomesProgress,
                             OutcomesRemaining, PythonOutcomesProgress>;

std::string encode(const ToLab& message);
std::string encode(const FromLab& message);
base::Result<ToLab> decode_to_lab(const std::string& json);
base::Result<FromLab> decode_from_lab(const std::string& json);

// One end of the socket pair. Non-blocking reads; writes block until the other end reads (messages are
// small).
class Channel {
 public:
  explicit Channel(int fd = -1) : fd_(fd) {}
  ~Channel();
  Channel(Channel&& other) noexcept;
  Channel& operator=(Channel&& other) noexcept;
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  int fd() const { return fd_; }
  [[nodiscard]] base::Status send(const std::string& json, int passed_descriptor = -1);
  // Every whole message that has arrived; `passed` gets the descriptors that came along, in order. An error
  // means the other end is gone.
  base::Result<std::vector<std::string>> receive(std::vector<int>& passed);

 private:
  int fd_;
  std::string incoming_;
};

}  // namespace forkscope::lab
