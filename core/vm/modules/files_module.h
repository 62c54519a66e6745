// Module `_files_support` under library/os.py and library/_files.py: the state of files, places in them, and the CPUs of a
// process (kernel/files.h).
#pragma once

namespace forkscope::vm::modules {

void register_files_module();

}  // namespace forkscope::vm::modules
