// The built-in exception classes, and how exceptions are made, raised and chained. All need the GIL.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/objects.h"
#include "core/vm/operations.h"
#include "core/vm/source_error.h"

namespace forkscope::vm {

class Vm;
struct NativeCall;
struct PythonThread;

// Adds BaseException and everything below it to the builtins.
void install_exceptions(Vm& vm);

Value make_exception(Class* type, std::vector<Value> arguments);
Value make_exception(const Vm& vm, std::string_view built_in_class, std::string message);
// With errno, strerror and filename, of the subclass that belongs to the errno.
Value make_os_error(const Vm& vm, int error, std::string_view path);
// Sets thread.raised, and __context__ from the exception being handled.
void raise_value(PythonThread& thread, Value exception);
bool is_exception_class(const Value& value);
bool raised_is(const PythonThread& thread, std::string_view built_in_class);

// Its class is the built-in one, or derives from it.
bool is_of_built_in(const Exception& exception, std::string_view base);
// What the constructor of a built-in class is called with; false: an exception is set.
bool takes_no_keywords(NativeCall& call);

// SyntaxError or one of its subclasses, with the attributes that CPython gives it.
void raise_source_error(PythonThread& thread, const SourceError& error, std::string_view file);

// str(exception) without Python code: the message part. needs_python if an argument's __str__ or __repr__
// must run.
Outcome exception_text(PythonThread& thread, const Exception& exception, std::string& text);

}  // namespace forkscope::vm
