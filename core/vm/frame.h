// Frame: one activation of a Code, explicit and plain: locals, cells and the value stack in one array behind
// it. Frames of calls live in their thread's FrameStack, those of generators on the heap. Touched with the
// GIL held.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/vm/code.h"
#include "core/vm/objects.h"
#include "core/vm/value.h"

namespace forkscope::vm {

// What happens with the value a frame returns (or yields) to the frame below it.
enum class Continuation : std::uint8_t {
  push,          // it is the call's result
  discard,       // forgotten
  construct,     // __init__: must be None; the instance, kept in `extra`, is the result
  truth,         // __bool__ or __len__: becomes a bool; the caller's instruction is then done again with it
  truth_or_pop,  // as truth, for the jumps that keep the value tested
  truth_not,     // not x
  negate_truth,  // __eq__ for !=: the result's truth, negated
  contains,      // __contains__: the result's truth; extra is True for `not in`
  reflect,       // __add__ ...: NotImplemented tries the other operand; extra = (left, right)
  compare,       // __lt__ ...: as reflect, for comparisons
  next_item,     // __next__ or a generator in a for loop: pushed; StopIteration ends the loop
  delegate,      // the generator or __next__ behind yield from
  resume,        // a generator resumed by next(), send(), throw(): its end is StopIteration
  close,         // a generator resumed by close(): must end
  module,        // a module's body: the module in `extra` is the result of the import
  class_body,    // the class in making is in `extra`
  attribute,     // __getattribute__ by property or __getattr__
  exit_thread,   // the thread's first frame
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
  Table* names = nullptr;          // class body: its namespace
  Generator* generator = nullptr;  // it belongs to, not owned
  Continuation continuation = Continuation::push;
  bool traced_call = false;  // call_begins was noted; call_ends is due
  std::uint32_t size = 0;    // of the whole frame in bytes, with the array

  Frame() = default;
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  ~Frame();  // releases every value of the array
  static void* operator new(std::size_t header, std::size_t values);
  static void* operator new(std::size_t, void* place) noexcept { return place; }
  static void operator delete(void* memory);
  static void operator delete(void* memory, std::size_t values);
  static void operator delete(void*, void*) noexcept {}
};

// The frames of a thread's calls, last in first out, in chunks that are kept.
class FrameStack {
 public:
  FrameStack() = default;
  ~FrameStack();
  FrameStack(const FrameStack&) = delete;
  FrameStack& operator=(const FrameStack&) = delete;

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

}  // namespace forkscope::vm
