// Frames as plain data: taken down from a frame, or made into one again when the objects they refer to are
// whole. Part of capture and restore (state.h).
#pragma once

#include <cstdint>
#include <vector>

#include "core/vm/frame.h"
#include "core/vm/state_visitor.h"

namespace forkscope::vm {

struct FrameImage {
  Value function, module, extra, handled_before, generator;
  std::uint32_t next = 0;     // number of the instruction
  std::vector<Value> locals;  // and cells
  std::vector<Value> stack;
  Continuation continuation = Continuation::push;
  bool traced_call = false;
  bool shows_lines = false;
  bool fills_class = false;  // its names are the attributes of the class in `extra`

  void visit(StateVisitor& state);
};

// `calls`: it has called something, or asks, and goes on behind its instruction; a value that nothing reads
// any more is left out where nobody could notice.
FrameImage image_of(const Frame& frame);
std::size_t frame_bytes(const FrameImage& image);
// Makes the frame at `place`, which has frame_bytes().
Frame* make_frame(const FrameImage& image, void* place);
// The frame of a generator that is not running.
void visit_generator_frame(Generator& generator, StateVisitor& state);

}  // namespace forkscope::vm
