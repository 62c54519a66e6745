// The text of an uncaught exception, as CPython 3.11 prints it: chain, frames with their source lines and
// carets, message. Needs the GIL; runs no Python code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;

// The exceptions that the text of `exception` tells of, the first one first: causes and contexts before what
// they led to.
std::vector<Value> exception_chain(const Value& exception);
// `messages` are the str() of each in exception_chain()'s order.
std::string format_exception(const Vm& vm, const Value& exception, const std::vector<std::string>& messages);

// The line of carets under `line` for what stands between the byte columns (end < 0: to the line's end),
// without indentation; "" where CPython shows none.
std::string caret_line(std::string_view line, const Position& at);

}  // namespace forkscope::vm
