// PythonThread: what the VM knows of one Python thread: its frames, the exception being raised and the one
// being handled, and the native call in progress. Owned by the Vm. Everything but kernel_thread is touched
// with the GIL held; the operating system's thread that runs it drops the GIL only while `state` is plain
// data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/kernel/kernel.h"
#include "core/vm/frame.h"
#include "core/vm/native.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class Vm;

inline constexpr int kRecursionLimit = 1000;

struct PythonThread final : kernel::BlockingRegion {
  explicit PythonThread(Vm& owner);
  ~PythonThread() override;
  PythonThread(const PythonThread&) = delete;
  PythonThread& operator=(const PythonThread&) = delete;

  void before_wait() override;  // drops the GIL
  void after_wait() override;   // takes it back
  kernel::LibraryPlace library_place() const override;

  Vm& vm;
  kernel::Thread kernel_thread;
  FrameStack frames;
  Frame* frame = nullptr;  // innermost
  int depth = 0;           // frames, for RecursionError
  Value raised;            // the exception on its way up; empty = none
  Value handled;           // sys.exc_info(): the exception being handled; empty = none
  NativeCall call;         // the native being called or waiting for its answer; natives do not nest
  Value entry;             // the callable this thread was started with, until it runs
  Value entry_arguments;   // Tuple
  Value result;            // what the first frame returned
  std::string name;
  std::vector<Value> storage;  // callable and arguments of a call that are not on a frame's stack
  Value* call_base = nullptr;  // where the values of the native call begin, if they are on the frame's stack
  Continuation continuation = Continuation::push;  // what happens with the native's result
  Value extra;                                     // see Continuation
  Value keyword_names;                             // Tuple: of the call in progress
  int recursion_base = 0;                          // depth at which the program's module runs
  bool is_main = false;
  bool stop_soon = false;                       // the eval breaker was seen at a call
  std::string request_text;                     // what a restored request's text leads to
  NativeResult answered = NativeResult::value;  // what the native said to its answer
  bool waits_for_answer = false;                // call.request was asked and not answered yet
};

}  // namespace forkscope::vm
