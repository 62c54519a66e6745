// What can be said of a program without running it: whether it is Python, and whether Forkscope can run it.
// For `forkscope-lab check` and for every start. Any thread that holds a GIL; nothing blocks.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/code.h"
#include "core/vm/source_error.h"

namespace forkscope::vm {

struct CheckProblem {
  bool is_syntax_error = false;  // CPython refuses it too
  int line = 0, column = 0;      // from 1, in code points
  std::string text;              // whole lines, ready to print, each with its newline
};

struct CheckResult {
  std::vector<CheckProblem> problems;  // empty: it can run
  std::vector<KnobDeclaration> knobs;
  bool ok() const { return problems.empty(); }
  std::string text() const;  // of all problems
};

// Whether `import name` (a dotted name) would find something.
using ModuleFinder = std::function<bool(std::string_view name)>;

// Imports count only where they surely happen: at module level, outside a `try` that handles ImportError.
CheckResult check_program(std::string_view source, std::string_view file_name,
                          const ModuleFinder& is_module_available);

}  // namespace forkscope::vm
