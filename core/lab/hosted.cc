#include "core/lab/hosted.h"

#include <cstdio>

#include "core/kernel/real/real_kernel.h"
#include "core/vm/process.h"

namespace forkscope::lab {

int run_hosted(const RunOptions& options) {
  auto kernel = kernel::RealKernel::create();
  if (!kernel.ok()) {
    std::fprintf(stderr, "forkscope-lab: %s\n", kernel.error().message.c_str());
    return 1;
  }
  vm::ProgramSpec program;
  program.file = options.file;
  program.text = options.text;
  program.is_text = options.is_text;
  program.arguments = options.arguments;
  program.start_method = options.start_method;
  program.personality = options.personality;
  return vm::run_process(*kernel.value(), program);
}

}  // namespace forkscope::lab
