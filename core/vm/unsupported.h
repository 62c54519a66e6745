// What of Python Forkscope does not run: the one table from which the refusals before a run are worded and
// the list in docs/UNSUPPORTED.md is printed. Constant data; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace forkscope::vm {

enum class Feature : std::uint8_t {
#define FORKSCOPE_UNSUPPORTED(id, what, example) id,
#include "core/vm/unsupported.inc"
#undef FORKSCOPE_UNSUPPORTED
  count
};

// The sentence of the refusal.
std::string refusal_of(Feature feature);
// Of a module that is missing, and of a name that a module lacks.
std::string refusal_of_module(std::string_view module);
std::string refusal_of_name(std::string_view module, std::string_view name);

// Everything, as Markdown: what `forkscope-lab check --list-unsupported` prints.
std::string list_unsupported();

}  // namespace forkscope::vm
