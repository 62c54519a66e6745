// _gc: what gc and the collections of the interpreter are made of.
#pragma once

namespace forkscope::vm::modules {

void register_gc_module();

}  // namespace forkscope::vm::modules
