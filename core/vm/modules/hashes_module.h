// Module `_hashes`: digests of bytes. register_hashes_module() is called once, before the first Vm of a
// process.
#pragma once

namespace forkscope::vm::modules {

void register_hashes_module();

}  // namespace forkscope::vm::modules
