// Frame: one activation of a Code, explicit and plain: locals, cells and the value stack in one array behind
// it. Frames of calls live in their thread's FrameStack, those of generators on the heap. Touched with the
// GIL held.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/vm/code.h"
#include "core/vm/objects.h"
#include "core/vm/value.h"

namespace forkscope::vm {

// What happens with the value a call gives back, and where in the instruction that made the call it goes on.
enum class Continuation : std::uint8_t {
  push,        // it is the result
  discard,     // forgotten
  construct,   // of __init__, must be None: the instance in `extra` is the result
  redo,        // replaces the top operand, and the instruction is done again (repr, list of an iterable ...)
  redo_truth,  // as redo, of __bool__ or __len__
  choose,      // as redo_truth, but the operand stays: the jumps that keep what they test
  truth,       // the result's truth
  not_truth,   // the negation of the result's truth
  reflect,     // __add__, __lt__ ...: NotImplemented tries what is next; `extra` says what (see operators.cc)
  format,      // text, to be formatted with the spec in `extra`
  iterator,    // of __iter__: it must have a __next__
  next_item,   // of __next__ or a generator in a for loop: StopIteration ends the loop
  delegate,    // of the generator or __next__ behind yield from: StopIteration is its end
  resume,      // a generator resumed by next(), send() or throw(): its end is StopIteration
  close,       // a generator resumed by close()
  again,       // forgotten, and the instruction is done again
  module,      // the body of the module in `extra`; the import is then done again
  awaited,     // of the wait for the module in `extra`, which another thread loaded or failed to load
  class_space,  // of __prepare__: what the body of the class in `extra` is to fill
  class_body,   // `extra` is the class in making
  executed,  // as push, of code that exec() or eval() runs: `extra` has its names as that of a class body has
  end,       // the thread's first frame
};

struct Frame {
  Frame* previous = nullptr;  // the caller
  Code* code = nullptr;       // owned by `function` or `keep`
  Module* module = nullptr;   // its globals; owned likewise
  const Instruction* next =
      nullptr;              // the instruction being executed or, between calls, the one after the call
  Value* locals = nullptr;  // locals, then own cells, then free cells, then the value stack
  Value* cells = nullptr;
  Value* stack = nullptr;          // bottom of the value stack
  Value* top = nullptr;            // one past the top value
  Value function;                  // keeps code, module and closure alive
  Value extra;                     // see Continuation
  Value handled_before;            // the exception being handled when a generator was resumed
  Table* names = nullptr;          // class body: its namespace; null where that is no plain dict
  Generator* generator = nullptr;  // it belongs to, not owned
  Continuation continuation = Continuation::push;
  bool traced_call = false;  // call_begins was noted; call_ends is due
  bool shows_lines = false;  // code of the program: the line of its caller is to be set again at its end

  // An activation of a prepared code whose values begin right behind it; its locals and cells are still to be
  // made. One store a field: what gcc makes of the initial values alone is an instruction that clears memory,
  // and slow to start.
  Frame(Frame* caller, Code& its_code, Module* its_module)
      : previous(caller),
        code(&its_code),
        module(its_module),
        next(its_code.instructions.data()),
        locals(reinterpret_cast<Value*>(this + 1)),
        cells(locals + its_code.local_values),
        stack(locals + its_code.fixed_values),
        top(stack),
        shows_lines(its_code.is_program) {}
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  ~Frame() {
    for (Value* value = locals; value != top; ++value) value->~Value();
  }
  // Takes the values from `place` on off the stack; what lies above `top` is free while one is destroyed.
  void drop_to(const Value* place) {
    for (Value* value = top; value != place;) {
      top = --value;
      value->~Value();
    }
  }
  // Its code has names that are no fixed places: the body of a class, or what exec() runs in a dict of its
  // own.
  bool has_own_names() const {
    return continuation == Continuation::class_body || continuation == Continuation::executed;
  }
  // Of a generator: with room for so many values behind it.
  static void* operator new(std::size_t header, std::size_t values) {
    return heap::take(header + values * sizeof(Value));
  }
  static void* operator new(std::size_t, void* place) noexcept { return place; }
  static void operator delete(void* memory, std::size_t values) {
    heap::give_back(memory, sizeof(Frame) + values * sizeof(Value));
  }
  static void operator delete(void*, void*) noexcept {}
  static void operator delete(Frame* frame, std::destroying_delete_t) {
    const std::size_t values = frame->code->frame_values;
    frame->~Frame();
    operator delete(static_cast<void*>(frame), values);
  }
};

// The frames of a thread's calls, last in first out, in chunks that are kept.
class FrameStack {
 public:
  FrameStack() = default;
  ~FrameStack();
  FrameStack(const FrameStack&) = delete;
  FrameStack& operator=(const FrameStack&) = delete;

  void swap(FrameStack& other) {
    std::swap(at_, other.at_);
    std::swap(end_, other.end_);
    std::swap(begin_, other.begin_);
    std::swap(chunk_, other.chunk_);
    std::swap(spare_, other.spare_);
  }

  void* allocate(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(end_ - at_)) return allocate_chunk(bytes);
    void* place = at_;
    at_ += bytes;
    return place;
  }
  // Must be the last one allocated.
  void release(void* place) {
    at_ = static_cast<std::byte*>(place);
    if (at_ == begin_) [[unlikely]]
      release_chunk();
  }

 private:
  struct Chunk {
    Chunk* below;
    std::byte* at;  // of the chunk below when this one was begun
    std::byte* end;
  };
  void* allocate_chunk(std::size_t bytes);
  void release_chunk();

  std::byte* at_ = nullptr;
  std::byte* end_ = nullptr;
  std::byte* begin_ = nullptr;  // first frame of the chunk
  Chunk* chunk_ = nullptr;
  Chunk* spare_ = nullptr;  // one emptied chunk, so that calls around a chunk's end do not allocate
};

// Ends all frames from `frame` down: nothing runs in them any more. Those of generators live on with their
// generators.
void leave_frames(Frame*& frame, FrameStack& frames);

}  // namespace forkscope::vm
