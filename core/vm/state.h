// State: everything the Python side of a process is (heap, modules, frames of all threads, what each has
// asked) as canonical bytes, and back. Two states that differ only in values nobody can read any more, in the
// order in which objects were made, or in where they lie in memory give the same bytes. What the kernel keeps
// (descriptors, semaphores, locks) is in them as handles. Bytes are for the system's process that wrote them.
// Needs the GIL; blocks nowhere.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class Vm;
class ImportedPart;

std::string capture(const Vm& vm);

// Replaces the whole state of `vm`. Threads are matched by their ids: those that are blocked in the kernel go
// on with the answer they get; others are made and wait to be run. An error: bytes of another kind, or cut
// short; `vm` is then as it was.
[[nodiscard]] base::Status restore(Vm& vm, std::string_view bytes);

// A state in its two parts: capture() gives one behind the other. The first one hardly ever changes.
struct StateParts {
  std::shared_ptr<const std::string> imported;
  std::string run;
};
// The same with less work. `known` is this Vm's, and the same one each time. What is restored was captured by
// this binary; no thread is blocked in the kernel.
StateParts capture_parts(Vm& vm, ImportedPart& known);
void restore_parts(Vm& vm, const StateParts& parts, ImportedPart& known);

// A code of the library with those inside it, prepared, in the same form: no Vm is needed. The state of a
// process only names such codes.
std::string capture_code(const Value& code);
// Empty: bytes of another binary.
Value restore_code(std::string_view bytes);

}  // namespace forkscope::vm
