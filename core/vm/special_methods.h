// The special methods of built-in kinds as attributes: `super().__setitem__(...)`, `list.__len__`,
// `hasattr(x, "__iter__")`. The operators themselves never look here, so the classes' tables do not hold
// them. Needs the GIL.
#pragma once

#include <string_view>
#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;

// The method `name` that the native class `place` itself has; empty: none.
Value built_in_special(const Vm& vm, const Class& place, std::string_view name);
// The same along the resolution order.
Value find_built_in_special(const Vm& vm, const Class& type, std::string_view name);

// The names of those that `place` itself has.
std::vector<std::string_view> built_in_special_names(const Vm& vm, const Class& place);

// __init__ of the kinds whose objects it fills.
void install_initializers(Vm& vm);

}  // namespace forkscope::vm
