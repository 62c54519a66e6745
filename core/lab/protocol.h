// What the window and the lab say to each other over a Unix socket pair: one JSON object a message, 4-byte
// big-endian length in front; the session's arena descriptor travels beside the `started` message
// (SCM_RIGHTS). Both ends use this file.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
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
};
struct Shutdown {};
using ToLab = std::variant<RunProgram, PauseProgram, ResumeProgram, StopProgram, TurnKnobTo, GiveInput,
                           KillProcess, MeasureStarts, Shutdown>;

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
struct Trouble {  // something the user should read
  std::string message;
};
struct StartsProgress {  // what is known so far; the last of a measurement has done == runs
  int done = 0, runs = 0;
  StartsReport report;
};
using FromLab = std::variant<Hello, Started, Refused, Ended, Processes, Paused, Trouble, StartsProgress>;

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
