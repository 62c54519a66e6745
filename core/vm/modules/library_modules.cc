#include "core/vm/modules/library_modules.h"

namespace forkscope::vm::modules {

void register_library_modules() {
  register_semaphore_module();
  register_forkscope_module();
  register_thread_module();
  register_pickle_module();
  register_memory_module();
  register_ctypes_module();
}

}  // namespace forkscope::vm::modules
