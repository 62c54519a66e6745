// Module `_signal`: what a program does with signals, and the timers that send one. The handlers are kept in
// `handlers`, a dict by number; core/vm/signals.h calls them.
#pragma once

namespace forkscope::vm::modules {

void register_signal_module();

}  // namespace forkscope::vm::modules
