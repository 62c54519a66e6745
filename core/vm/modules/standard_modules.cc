#include "core/vm/modules/standard_modules.h"

#include "core/vm/modules/array_module.h"
#include "core/vm/modules/collections_module.h"
#include "core/vm/modules/files_module.h"
#include "core/vm/modules/gc_module.h"
#include "core/vm/modules/hashes_module.h"
#include "core/vm/modules/math_module.h"
#include "core/vm/modules/os_module.h"
#include "core/vm/modules/random_module.h"
#include "core/vm/modules/re_module.h"
#include "core/vm/modules/signal_module.h"
#include "core/vm/modules/sys_module.h"
#include "core/vm/modules/time_module.h"
#include "core/vm/modules/traceback_module.h"
#include "core/vm/modules/weakref_module.h"

namespace forkscope::vm::modules {

void register_standard_modules() {
  register_collections_module();
  register_files_module();
  register_gc_module();
  register_hashes_module();
  register_array_module();
  register_re_module();
  register_weakref_module();
  register_math_module();
  register_os_module();
  register_random_module();
  register_signal_module();
  register_sys_module();
  register_time_module();
  register_traceback_module();
}

}  // namespace forkscope::vm::modules
