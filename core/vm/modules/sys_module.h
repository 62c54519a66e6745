// Module `sys`.
#pragma once

namespace forkscope::vm::modules {

void register_sys_module();

}  // namespace forkscope::vm::modules
