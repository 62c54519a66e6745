// A readable listing of Code, for tests and for people: instructions with their arguments, protected ranges,
// parameters, and the codes inside. Any thread that holds the GIL of the code's values.
#pragma once

#include <string>

#include "core/vm/code.h"

namespace forkscope::vm {

std::string disassemble(const Code& code);

}  // namespace forkscope::vm
