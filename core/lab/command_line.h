// The command line of forkscope-lab. Main thread.
#pragma once

namespace forkscope::lab {

int run_command_line(int argument_count, char** arguments);

}  // namespace forkscope::lab
