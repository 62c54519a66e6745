#include "core/vm/process.h"

#include <cstdio>
#include <memory>

#include "core/base/sanitizers.h"
#include "core/vm/collector.h"
#include "core/vm/exceptions.h"
#include "core/vm/garbage.h"
#include "core/vm/import.h"
#include "core/vm/interpreter.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/modules/main_module.h"
#include "core/vm/modules/standard_modules.h"
#include "core/vm/operations.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// The first code that runs after the prelude. Not a file of the library: it only gets hold of one.
constexpr std::string_view kStart = "import _main\n_main.run(mode, target, argv, start_method)\n";

// An exception that even the library's _main could not handle: a mistake of ours, or an interrupt in the
// wrong moment.
int report(Vm& vm, PythonThread& thread) {
  const Value exception = std::move(thread.raised);
  std::vector<std::string> messages;
  for (const Value& link : exception_chain(exception)) {
    if (str(thread, link, messages.emplace_back()) != Outcome::ok) thread.raised = Value();
  }
  const std::string text = format_exception(vm, exception, messages);
  vm.kernel().ask(thread.kernel_thread,
                  kernel::Request{.kind = trace::EventKind::stream_write, .handle = 2, .a = 2, .text = text});
  return 1;
}

}  // namespace

void register_native_modules() {
  static const bool once = [] {
    modules::register_library_modules();
    modules::register_standard_modules();
    modules::register_main_module();
    return true;
  }();
  static_cast<void>(once);
}

bool begin_process(Vm& vm, const ProgramSpec& program) {
  vm.personality = program.personality;
  PythonThread& thread = vm.main_thread();
  if (!vm.begin_main()) return false;
  const Value module = make_module(vm, "_start", "", false);
  Table& names = module.known<Module>()->globals();
  const std::string target = program.is_text ? "-c" : program.file;
  std::vector<Value> argv{make_string(target)};
  for (const std::string& argument : program.arguments) argv.push_back(make_string(argument));
  names.set("mode", make_string(program.is_text ? "command" : "file"));
  names.set("target", make_string(program.is_text ? program.text : program.file));
  names.set("argv", make_list(std::move(argv)));
  names.set("start_method", make_string(program.start_method));
  const Value body = compile_body(thread, module, kStart, "<forkscope>/_start.py", false);
  if (body.empty()) return false;
  begin(thread, body, make_tuple({}));
  return true;
}

int run_process(kernel::Kernel& kernel, const ProgramSpec& program) {
  register_native_modules();
  // Never destroyed: the other threads of the process may still use it when this one has ended.
  Vm& vm = *std::make_unique<Vm>(kernel).release();
  PythonThread& thread = vm.main_thread();
  if (!begin_process(vm, program) || !vm.run(thread)) return report(vm, thread);
  // Nobody else leads to it, so it would count as lost.
  if constexpr (base::kSanitized) discard(find_garbage(vm));
  return vm.exit_status.is_small_int() ? static_cast<int>(vm.exit_status.small()) : 0;
}

}  // namespace forkscope::vm
