// Finds uses of names that our modules lack, as `multiprocessing.get_logger_x`, and of built-in ones, where
// the text shows them and the program is not prepared for them: not behind a condition, not in a `try` that
// handles AttributeError. Any thread.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "core/vm/ast.h"

namespace forkscope::vm {

using LackingReport =
    std::function<void(const std::string& module, const std::string& name, const Position& at)>;

// `modules`: what modules are called in the program, to their dotted names. `built_ins`: the built-in names
// that there are not, and that the program does not give a meaning of its own.
void find_lacking_attributes(const ast::Block& body, const std::map<std::string, std::string>& modules,
                             const std::set<std::string>& built_ins, const LackingReport& report);

}  // namespace forkscope::vm
