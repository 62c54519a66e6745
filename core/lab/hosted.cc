#include "core/lab/hosted.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdlib>
#include <string>

#include "core/base/sanitizers.h"
#include "core/kernel/stepped/stepped_kernel.h"
#include "core/lab/fail.h"
#include "core/library/library_images.h"
#include "core/vm/library_texts.h"
#include "core/vm/memory_limit.h"
#include "core/vm/process.h"

namespace forkscope::lab {

namespace {

constexpr const char* kMemoryVariable = "FORKSCOPE_MEMORY_LIMIT_MB";
// What is no value of the program's (stacks of threads, code, the trace) comes on top.
constexpr std::uint64_t kBesides = std::uint64_t{4} << 30;

// Children inherit both bounds: those that are forked as they are, others through the environment.
void limit_memory(std::uint64_t wanted_mb) {
  if (wanted_mb > 0) {
    setenv(kMemoryVariable, std::to_string(wanted_mb).c_str(), 1);
  } else if (const char* inherited = std::getenv(kMemoryVariable)) {
    wanted_mb = std::strtoull(inherited, nullptr, 10);
  }
  if (wanted_mb > 0) vm::set_memory_limit(wanted_mb << 20);
  if (base::kSanitized) return;
  rlimit bound{};
  if (getrlimit(RLIMIT_DATA, &bound) != 0) return;
  const rlim_t most = 2 * vm::memory_limit() + kBesides;
  if (bound.rlim_cur != RLIM_INFINITY && bound.rlim_cur <= most) return;
  bound.rlim_cur = most;
  setrlimit(RLIMIT_DATA, &bound);
}

}  // namespace

int run_hosted(const RunOptions& options) {
  // The system names a process by the file of its exec, and that was /proc/self/exe.
  ::prctl(PR_SET_NAME, "forkscope-lab");
  auto kernel = kernel::SteppedKernel::create();
  if (!kernel.ok()) return fail(kernel.error().message);
  limit_memory(options.memory_limit_mb);
  vm::use_library_images(library::images());
  return vm::run_process(*kernel.value(), program_of(options));
}

}  // namespace forkscope::lab
