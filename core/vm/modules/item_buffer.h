// ItemBuffer: what a multiprocessing queue keeps in the process that puts: the items its feeder thread has
// not taken yet. A deque that says in the trace what enters and leaves it. Used with the GIL held; its
// condition in Python guards it.
#pragma once

#include <cstdint>
#include <deque>

#include "core/base/ids.h"
#include "core/vm/objects.h"

namespace forkscope::vm {
struct PythonThread;
}

namespace forkscope::vm::modules {

struct ItemBuffer final : Native<ItemBuffer> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.values(items);
    state.number(queue);
    state.number(appended);
    state.number(taken);
  }
  std::deque<Value> items;
  base::ObjectId queue = 0;
  std::int64_t appended = 0;  // numbers the items of this producer, from 1
  std::int64_t taken = 0;     // number of the item the feeder took last
};

// A label for the trace: small ints as numbers, other values by the beginning of their repr().
base::StringId item_label(PythonThread& thread, const Value& item);
// The same as a text; runs no Python code.
std::string label_text(PythonThread& thread, const Value& item);

// The time now in the trace; 0 where tracing is off.
std::int64_t trace_time(const PythonThread& thread);
// Notes about the item the feeder has in its hand; nothing where tracing is off. Where `buffer` is no
// ItemBuffer note_pickled is about any object, and of a long pickle only: telling of others would take longer
// than making them. `began`: when pickling began, or 0.
void note_pickled(PythonThread& thread, const Value& buffer, std::size_t bytes, std::int64_t began);
void note_unpickled(PythonThread& thread, std::size_t bytes, std::int64_t began);
void note_written(PythonThread& thread, const Value& buffer, std::size_t bytes);

// Adds ItemBuffer's functions to the module `_forkscope`.
void add_item_buffer(Vm& vm, Module& module);
// Adds pipes, reading, writing and polling to it.
void add_descriptors(Vm& vm, Module& module);
// Adds sockets.
void add_sockets(Vm& vm, Module& module);
// Adds starting, waiting for and ending processes.
void add_processes(Vm& vm, Module& module);
// Adds what a started process tells of itself.
void add_evidence(Vm& vm, Module& module);

}  // namespace forkscope::vm::modules
