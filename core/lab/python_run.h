// One run of a program by python3 with one start method, timed by a module that it imports before the
// program. Main thread of the lab, which polls; nothing blocks but the end of its processes.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/lab/guard.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

class PythonRun {
 public:
  static base::Result<std::unique_ptr<PythonRun>> start(const MeasureStarts& order, const std::string& method,
                                                        const Guarded& guarded);
  ~PythonRun();
  PythonRun(const PythonRun&) = delete;
  PythonRun& operator=(const PythonRun&) = delete;

  void turn();
  void stop();
  bool over() const { return over_; }

  // Once over.
  struct Times {
    std::string version;  // "" where python3 did not start
    std::string end;      // "" or why it was stopped
    std::vector<double> first_us, later_us;
    std::string chosen;  // the method of the starts that were timed
  };
  Times times() const { return times_; }

 private:
  using Clock = std::chrono::steady_clock;
  PythonRun(std::string folder, std::string method, double seconds)
      : folder_(std::move(folder)), method_(std::move(method)), seconds_(seconds) {}

  void read_times();
  void finish();

  std::string folder_;  // for the probe, its notes, and what the program leaves; removed at the end
  std::string method_;
  double seconds_;
  pid_t pid_ = -1;
  Clock::time_point begin_ = Clock::now();
  std::optional<Clock::time_point> first_line_;
  Times times_;
  bool ended_ = false, over_ = false;
};

// The path of a program named as in a shell; "" where there is none that can be run.
std::string find_program(const std::string& name);

}  // namespace forkscope::lab
