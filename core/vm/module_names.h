// What the modules of the library have, seen from their texts, and what CPython's modules of the same names
// have besides: for refusals before a run. Native modules (math, sys) are not looked into. Any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace forkscope::vm {

// Modules that programs may import, by their dotted names.
std::set<std::string> public_modules();
// CPython has a module of this name of its own.
bool is_in_python(std::string_view module);
// The public names of CPython's module that ours lacks; empty where that is not known.
std::set<std::string> names_lacking(std::string_view module);
bool lacks_name(std::string_view module, std::string_view name);

}  // namespace forkscope::vm
