// The text of compare_program.py, built into the lab.
#pragma once

#include <string_view>

namespace forkscope::lab {

extern const std::string_view kCompareProgram;

}  // namespace forkscope::lab
