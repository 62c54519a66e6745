// What is beside the heap: a Vm and its threads as plain data, taken down before they are written and put
// back when all objects are whole. Part of capture and restore (state.h).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/vm/state_frames.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

// Values of a thread, by where they lie.
struct SpanImage {
  enum class Place : std::uint8_t { none, frame, storage };
  Place place = Place::none;
  std::uint64_t first = 0, count = 0;
};

// A thread without its kernel side.
struct ThreadImage {
  std::int64_t id = 0;
  std::string name;
  bool is_main = false;
  std::vector<FrameImage> frames;  // the first is the outermost
  std::int64_t recursion_base = 0;
  Value raised, handled, entry, entry_arguments, result;
  bool stop_soon = false;

  // The native call in progress.
  bool waits_for_answer = false;
  std::vector<Value> storage;
  SpanImage positional, keywords;
  bool has_keyword_names = false;
  std::int64_t call_base = -1;  // from the locals of the innermost frame, -1 = not there
  Continuation continuation = Continuation::push;
  Value extra, keyword_names, keep;
  NativeResult (*finish)(NativeCall& call, kernel::Answer& answer) = nullptr;
  kernel::Request request;
  std::string request_text;

  void visit(StateVisitor& state);
};

void visit_personality(Personality& personality, StateVisitor& state);

ThreadImage image_of(const PythonThread& thread);
// `thread` has no frames.
void put_back(const ThreadImage& image, PythonThread& thread);

struct VmImage {
  Value builtins, modules, prelude, search_path, arguments, exit_status;
  Table sources, codes;
  Personality personality;
  std::vector<KnobDeclaration> knobs;
  bool line_notes = false;
  // What modules have added to the classes every Vm begins with: number of the class, name, value.
  struct Addition {
    std::size_t type = 0;
    Value name, value;
  };
  std::vector<Addition> additions;
  std::int64_t uncollected = 0;
  bool collects_by_itself = true;
  // Only of what was read: objects with a __del__ in their order, and garbage that nothing else holds.
  std::vector<Value> with_finalizer, unreachable;
  std::vector<Value> finalizers;     // that wait to be run: callable, argument, callable, ...
  std::vector<ThreadImage> threads;  // by their ids

  // What changes little once the modules are imported, and what a run is about.
  void visit_modules(StateVisitor& state);
  void visit_run(StateVisitor& state);
  void visit(StateVisitor& state) {
    visit_modules(state);
    visit_run(state);
  }
};

}  // namespace forkscope::vm
