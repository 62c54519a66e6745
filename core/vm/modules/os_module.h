// Module `_os` under library/os.py: what may be looked up without a Request (environment, folders), and the
// Requests that only os needs.
#pragma once

namespace forkscope::vm::modules {

void register_os_module();

}  // namespace forkscope::vm::modules
