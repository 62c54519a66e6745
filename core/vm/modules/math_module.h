// Module `math`: C's functions with CPython's exceptions, and the integer ones without limit.
#pragma once

namespace forkscope::vm::modules {

void register_math_module();

}  // namespace forkscope::vm::modules
