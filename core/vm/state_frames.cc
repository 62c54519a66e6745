#include "core/vm/state_frames.h"

#include <memory>

#include "core/vm/class_building.h"
#include "core/vm/liveness.h"

namespace forkscope::vm {

namespace {

// Nobody can tell when it goes: neither has it an end of its own nor holds it anything that has.
bool is_plain(const Value& value, int depth = 0) {
  constexpr int kDeepest = 4;
  if (!value.is_object()) return true;
  const auto all_plain = [depth](const auto& items) {
    if (depth == kDeepest) return false;
    for (const Value& item : items) {
      if (!is_plain(item, depth + 1)) return false;
    }
    return true;
  };
  switch (value.object()->kind) {
    case Kind::big_int:
    case Kind::float_number:
    case Kind::complex_number:
    case Kind::string:
    case Kind::bytes:
    case Kind::range:
    case Kind::slice:
      return true;
    case Kind::list:
      return all_plain(value.known<List>()->items);
    case Kind::tuple:
      return all_plain(value.known<Tuple>()->items);
    default:
      return false;
  }
}

// The locals without those that are dead. A frame that has called or asks goes on behind its instruction;
// that one's handlers count too.
void copy_locals(const Frame& frame, std::vector<Value>& locals) {
  const Code& code = *frame.code;
  const Liveness& liveness = liveness_of(*frame.code);
  const auto next = static_cast<std::uint32_t>(frame.next - code.instructions.data());
  const std::uint32_t now = next == 0 ? 0 : next - 1;
  std::uint32_t number = 0;
  for (const Value* value = frame.locals; value != frame.stack; ++value, ++number) {
    const bool is_variable = number < code.local_names.size();
    const bool first_of_noted = number == 0 && frame.traced_call;
    const bool live = !is_variable || first_of_noted || next >= code.instructions.size() ||
                      liveness.is_live(now, number) || liveness.is_live(next, number);
    locals.push_back(live || !is_plain(*value) ? *value : Value());
  }
}

}  // namespace

void FrameImage::visit(StateVisitor& state) {
  for (Value* field : {&function, &module, &extra, &handled_before, &generator}) state.value(*field);
  state.number(next);
  state.values(locals);
  state.values(stack);
  state.number(continuation);
  state.number(traced_call);
  state.number(shows_lines);
  state.number(fills_class);
}

FrameImage image_of(const Frame& frame) {
  FrameImage image;
  image.function = frame.function;
  image.module = Value::share(frame.module);
  image.extra = frame.extra;
  image.handled_before = frame.handled_before;
  if (frame.generator != nullptr) image.generator = Value::share(frame.generator);
  image.next = static_cast<std::uint32_t>(frame.next - frame.code->instructions.data());
  copy_locals(frame, image.locals);
  image.stack.assign(frame.stack, frame.top);
  image.continuation = frame.continuation;
  image.traced_call = frame.traced_call;
  image.shows_lines = frame.shows_lines;
  image.fills_class = frame.names != nullptr;
  return image;
}

std::size_t frame_bytes(const FrameImage& image) {
  return sizeof(Frame) + image.function.known<Function>()->code.known<Code>()->frame_values * sizeof(Value);
}

Frame* make_frame(const FrameImage& image, void* place) {
  Code& code = *image.function.known<Function>()->code.known<Code>();
  auto* made = new (place) Frame(nullptr, code, image.module.known<Module>());
  made->function = image.function;
  made->next += image.next;
  made->stack = made->locals + image.locals.size();
  made->top = std::uninitialized_copy(image.locals.begin(), image.locals.end(), made->locals);
  made->top = std::uninitialized_copy(image.stack.begin(), image.stack.end(), made->stack);
  made->extra = image.extra;
  made->handled_before = image.handled_before;
  made->continuation = image.continuation;
  made->traced_call = image.traced_call;
  made->shows_lines = image.shows_lines;
  if (image.fills_class) made->names = class_table(image.extra);
  if (!image.generator.empty()) made->generator = image.generator.known<Generator>();
  return made;
}

void visit_generator_frame(Generator& generator, StateVisitor& state) {
  if (state.counts()) {
    Frame& frame = *generator.frame;
    for (Value* value = frame.locals; value != frame.top; ++value) state.value(*value);
    for (Value* field : {&frame.function, &frame.extra, &frame.handled_before}) state.value(*field);
    return;
  }
  if (!state.fills()) {
    FrameImage image = image_of(*generator.frame);
    image.generator = Value();
    image.visit(state);
    return;
  }
  auto image = std::make_shared<FrameImage>();
  image->visit(state);
  state.afterwards([&generator, image] {
    const auto values = image->function.known<Function>()->code.known<Code>()->frame_values;
    generator.frame.reset(make_frame(*image, Frame::operator new(sizeof(Frame), values)));
    generator.frame->generator = &generator;
  });
}

}  // namespace forkscope::vm
