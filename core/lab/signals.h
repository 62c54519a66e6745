// The signals that the lab and its guard take from a descriptor instead of being interrupted by them. Main
// thread.
#pragma once

#include <sys/signalfd.h>
#include <sys/types.h>

#include <functional>

namespace forkscope::lab {

class SignalQueue {
 public:
  // Blocks them for this process; ignores SIGPIPE.
  SignalQueue();
  ~SignalQueue();
  SignalQueue(const SignalQueue&) = delete;
  SignalQueue& operator=(const SignalQueue&) = delete;

  int descriptor() const { return descriptor_; }  // readable when one waits
  // Calls `handle` for each that waits; those the terminal sent to the whole process group are left out,
  // because the program got them itself.
  void take(const std::function<void(int signal)>& handle);

  // In a forked child before exec: nothing blocked, nothing ignored, as a shell would start it.
  static void restore_for_program();

 private:
  int descriptor_;
};

}  // namespace forkscope::lab
