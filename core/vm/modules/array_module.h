// Module `array`, and `_numbers`: how numbers lie in memory, for the module struct.
#pragma once

namespace forkscope::vm::modules {

void register_array_module();

}  // namespace forkscope::vm::modules
