// The text of an uncaught exception, as CPython 3.11 prints it: chain, frames with their source lines and
// carets, message. And what programs see of it: objects of the classes traceback and frame, which are made
// when they are asked for. Needs the GIL; runs no Python code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/vm/objects.h"
#include "core/vm/operations.h"

namespace forkscope::vm {

class Vm;
struct Frame;

// The exceptions that the text of `exception` tells of, the first one first: causes and contexts before what
// they led to.
std::vector<Value> exception_chain(const Value& exception);
// Who writes it: the interpreter itself, or the module traceback, which suggests no names before 3.12 and
// cuts the end of a line with its beginning.
enum class TracebackWriter : bool { interpreter, module };

// `messages` are the str() of each in exception_chain()'s order.
std::string format_exception(const Vm& vm, const Value& exception, const std::vector<std::string>& messages,
                             TracebackWriter writer = TracebackWriter::interpreter);

// The end of that text for one exception: class, message and notes, or what a SyntaxError shows.
std::string exception_lines(const Vm& vm, const Exception& exception, const std::string& message);

// __traceback__; None where the exception was not raised yet.
Value traceback_of(const Vm& vm, Exception& exception);
// False: `traceback` is neither None nor a traceback.
bool set_traceback(const Vm& vm, Exception& exception, const Value& traceback);
bool is_traceback(const Vm& vm, const Value& value);
// Sets an attribute of a traceback, of which only tb_next can be set.
Outcome set_traceback_field(PythonThread& thread, const Value& traceback, const Value& name, Value value);
// A frame with those that called it; None for null.
Value frame_value(const Vm& vm, const Frame* frame);

// What CPython does in C leaves no line in a traceback: neither do the VM's first frame, the prelude, the
// program's start and the library that stands for C code (internal_code.cc).
bool is_internal(const Code& code);
// A function that stands for one of C: found on a class it is no method, and is shown as built-in.
bool is_built_in_function(const Code& code);
// Code of the library that keeps what threads share behind locks, or that is part of what runs programs.
// Other code of the library leaves that to its callers.
bool guards_itself(const Code& code);
// Where a frame is.
Position position_of(const Frame& frame);

// The line of carets under `line` for what stands between the byte columns (end < 0: to the line's end),
// without indentation; "" where CPython shows none.
std::string caret_line(std::string_view line, const Position& at, TracebackWriter writer);

}  // namespace forkscope::vm
