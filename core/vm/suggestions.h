// "Did you mean: 'print'?": the nearest known name, found as CPython finds it. Needs the GIL; runs no Python
// code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;
struct Frame;

// The candidate nearest to `name`, "" if none is near enough.
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates);
// For a name that is not defined in `frame`: its locals, its globals, the builtins.
std::string suggest_variable(const Vm& vm, const Frame& frame, std::string_view name);
// What a traceback appends to the message of `exception`: ". Did you mean: 'x'?", or nothing.
std::string suggestion_text(const Vm& vm, const Exception& exception);

}  // namespace forkscope::vm
