// Module `_random`: the class Random (seed, random, getrandbits) under library/random.py.
#pragma once

namespace forkscope::vm::modules {

void register_random_module();

}  // namespace forkscope::vm::modules
