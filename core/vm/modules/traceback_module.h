// Module `_traceback`: what the library looks up about the frames of the calling thread.
#pragma once

namespace forkscope::vm::modules {

void register_traceback_module();

}  // namespace forkscope::vm::modules
