// Finding and running modules: native ones, those of our library in the binary, and .py files on the search
// path. Needs the GIL; a file of the program is read while it is held.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;
struct LibraryText;
struct PythonThread;

// A new module with __name__ and its kin, entered in sys.modules under its name.
Value make_module(Vm& vm, const std::string& name, std::string_view file, bool is_package);
// After a module's body: it is whole, and its package has it. Whether other threads wait for that.
bool finish_import(Vm& vm, const Value& module);
// The body has raised: the module is not there.
void abandon_import(Vm& vm, const Value& module);
// Whether the module's body is in a frame of some thread.
bool is_being_loaded(const Vm& vm, const Module& module);
// Compiles `text` as the body of `module`: a function of no arguments that runs it. Empty: SyntaxError is
// raised.
Value compile_body(PythonThread& thread, const Value& module, std::string_view text, std::string_view file,
                   bool is_program);
// A module of the library, compiled and prepared with all codes inside it. Empty: it is not Python (a mistake
// of ours).
Value compile_library_module(const LibraryText& text);
// The codes of a file of the library ("<forkscope>/queue.py"), by Code::library_number: those of the module
// that is loaded, or compiled anew. Null: there is no such file.
const std::vector<Value>* library_codes(Vm& vm, const std::string& file);
// Adds __import__ to the builtins.
void install_import(Vm& vm);
// The prelude's module, run to its end on `thread`, which has no frames yet. Empty: thread.raised says why.
Value load_prelude(PythonThread& thread);

}  // namespace forkscope::vm
