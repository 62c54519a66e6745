// A program's process from the inside: makes the Vm and runs the library's `_main` module, which runs the
// program. Called by the lab's child processes on their main thread; returns when Python has ended without
// process_exit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/kernel/kernel.h"
#include "core/vm/personality.h"

namespace forkscope::vm {

struct ProgramSpec {
  std::string file;  // path of the program, as given
  std::string text;  // is_text: what to run instead, as python -c does
  bool is_text = false;
  std::vector<std::string> arguments;  // sys.argv without its first entry
  std::string start_method;            // "fork", "spawn" or "": the default of multiprocessing
  Personality personality;
};

class Vm;

// Makes a new `vm` ready: its main thread is at the first instruction of the program's process. False: it could
// not, and main_thread().raised says why.
[[nodiscard]] bool begin_process(Vm& vm, const ProgramSpec& program);

// The exit code.
int run_process(kernel::Kernel& kernel, const ProgramSpec& program);

// Makes the native modules known, the first time it is called.
void register_native_modules();

// Whether `import name` would find something, for a program in `folder`. For vm::check_program().
bool is_module_available(std::string_view name, const std::string& folder);

}  // namespace forkscope::vm
