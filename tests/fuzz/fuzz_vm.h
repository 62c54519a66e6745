// One Vm for all inputs of a fuzz target, on a RefusingKernel; what an input did to modules and builtins is
// taken back before the next one. Values that refer to each other in a circle are never freed by the VM (it
// counts references), so that leaks are not looked for while Python code runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/trace/arena.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"
#include "tests/fuzz/refusing_kernel.h"

namespace forkscope::fuzz {

class FuzzVm {
 public:
  FuzzVm();

  // Runs a program as __main__. If it is none, or ends with an exception, its statements are run one by one
  // as well: so what follows a mistake is reached too.
  void run_program(std::string_view text);
  // Calls a function of a module that remember() knows; empty if it raised or was stopped.
  vm::Value call(std::string_view module, std::string_view function, std::vector<vm::Value> arguments);

  // What a program can name: builtins, what the loaded modules have, attributes of the VM's own classes.
  std::vector<std::string> names() const;

 private:
  struct Kept {
    vm::Value module;
    vm::Table globals;
  };
  bool run(vm::PythonThread& thread, const vm::Value& callable, std::vector<vm::Value> arguments,
           std::int64_t steps);
  bool run_part(const vm::Value& module, std::string_view text, std::int64_t steps);
  void remember();
  void restore();

  trace::Arena arena_;
  RefusingKernel kernel_;
  vm::Vm* vm_;
  vm::Table modules_;
  std::vector<Kept> kept_;
};

}  // namespace forkscope::fuzz
