// Module `_time` under library/time.py: clocks and sleep through the kernel, calendar through the C library.
#pragma once

namespace forkscope::vm::modules {

void register_time_module();

}  // namespace forkscope::vm::modules
