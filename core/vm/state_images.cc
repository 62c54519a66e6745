#include "core/vm/state_images.h"

#include <algorithm>

#include "core/vm/state_natives.h"

namespace forkscope::vm {

namespace {

void visit_span(SpanImage& span, StateVisitor& state) {
  state.number(span.place);
  state.number(span.first);
  state.number(span.count);
}

void visit_knob(KnobDeclaration& knob, StateVisitor& state) {
  state.text(knob.name);
  state.real(knob.low);
  state.real(knob.high);
  state.number(knob.is_float);
  state.number(knob.line);
  state.real(knob.initial);
}

SpanImage span_image(const PythonThread& thread, std::span<Value> values) {
  SpanImage image;
  image.count = values.size();
  if (values.empty()) return image;
  const Value* first = values.data();
  if (const Value* begin = thread.storage.data(); first >= begin && first < begin + thread.storage.size()) {
    image.place = SpanImage::Place::storage;
    image.first = static_cast<std::uint64_t>(first - begin);
  } else {
    image.place = SpanImage::Place::frame;
    image.first = static_cast<std::uint64_t>(first - thread.frame->locals);
  }
  return image;
}

std::span<Value> span_of(const SpanImage& image, PythonThread& thread) {
  switch (image.place) {
    case SpanImage::Place::none:
      return {};
    case SpanImage::Place::frame:
      return {thread.frame->locals + image.first, image.count};
    case SpanImage::Place::storage:
      return {thread.storage.data() + image.first, image.count};
  }
  return {};
}

// What is left of an earlier call, in the storage for arguments above all, is nobody's: of a native that
// waits for an answer only its arguments are, and what it keeps.
void take_call(const PythonThread& thread, ThreadImage& image) {
  const NativeCall& call = thread.call;
  image.positional = span_image(thread, call.positional);
  image.keywords = span_image(thread, call.keywords);
  if (image.positional.place == SpanImage::Place::storage ||
      image.keywords.place == SpanImage::Place::storage)
    image.storage = thread.storage;
  image.has_keyword_names = call.keyword_names != nullptr;
  if (thread.call_base != nullptr) image.call_base = thread.call_base - thread.frame->locals;
  image.continuation = thread.continuation;
  image.extra = thread.extra;
  if (image.has_keyword_names) image.keyword_names = thread.keyword_names;
  image.keep = call.keep;
  image.finish = call.finish;
  image.request = call.request;
  image.request_text = call.request.text;
}

}  // namespace

void ThreadImage::visit(StateVisitor& state) {
  state.number(id);
  state.text(name);
  state.number(is_main);
  state.all(frames, [&state](FrameImage& frame) { frame.visit(state); });
  state.number(recursion_base);
  for (Value* field : {&raised, &handled, &entry, &entry_arguments, &result}) state.value(*field);
  state.number(stop_soon);
  state.number(waits_for_answer);
  if (!waits_for_answer) return;
  state.values(storage);
  visit_span(positional, state);
  visit_span(keywords, state);
  state.number(has_keyword_names);
  state.number(call_base);
  state.number(continuation);
  for (Value* field : {&extra, &keyword_names, &keep}) state.value(*field);
  visit_native_pointer(finish, state);
  visit_request(request, state);
  state.text(request_text);
}

ThreadImage image_of(const PythonThread& thread) {
  ThreadImage image;
  image.id = thread.kernel_thread.id;
  image.name = thread.name;
  image.is_main = thread.is_main;
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->previous) {
    image.frames.push_back(image_of(*frame));
  }
  std::ranges::reverse(image.frames);
  image.recursion_base = thread.recursion_base;
  image.raised = thread.raised;
  image.handled = thread.handled;
  image.entry = thread.entry;
  image.entry_arguments = thread.entry_arguments;
  image.result = thread.result;
  image.stop_soon = thread.stop_soon && !thread.waits_for_answer;
  image.waits_for_answer = thread.waits_for_answer;
  if (image.waits_for_answer) take_call(thread, image);
  return image;
}

void put_back(const ThreadImage& image, PythonThread& thread) {
  thread.name = image.name;
  thread.is_main = image.is_main;
  for (const FrameImage& frame : image.frames) {
    const bool of_generator = !frame.generator.empty();
    const std::size_t values = frame.function.known<Function>()->code.known<Code>()->frame_values;
    void* place = of_generator ? Frame::operator new(sizeof(Frame), values)
                               : thread.frames.allocate(frame_bytes(frame));
    Frame* made = make_frame(frame, place);
    if (of_generator) frame.generator.known<Generator>()->frame.reset(made);
    made->previous = thread.frame;
    thread.frame = made;
    ++thread.depth;
  }
  thread.recursion_base = static_cast<int>(image.recursion_base);
  thread.raised = image.raised;
  thread.handled = image.handled;
  thread.entry = image.entry;
  thread.entry_arguments = image.entry_arguments;
  thread.result = image.result;
  thread.stop_soon = image.stop_soon;
  thread.waits_for_answer = image.waits_for_answer;
  if (!image.waits_for_answer) return;

  NativeCall& call = thread.call;
  thread.storage = image.storage;
  thread.call_base = image.call_base < 0 ? nullptr : thread.frame->locals + image.call_base;
  thread.continuation = image.continuation;
  thread.extra = image.extra;
  thread.keyword_names = image.keyword_names;
  call.positional = span_of(image.positional, thread);
  call.keywords = span_of(image.keywords, thread);
  call.keyword_names = image.has_keyword_names ? thread.keyword_names.known<Tuple>() : nullptr;
  call.keep = image.keep;
  call.finish = image.finish;
  call.request = image.request;
  thread.request_text = image.request_text;
  call.request.text = thread.request_text;
  call.request.descriptors = {};
  call.request.arguments = call.request.environment = nullptr;
  if (call.keep.is(Kind::native_object)) call.keep.known<NativeObject>()->refill(call.request);
}

void visit_personality(Personality& personality, StateVisitor& state) {
  state.text(personality.python_version);
  state.text(personality.system);
  state.number(personality.empty_by_semaphore);
}

void VmImage::visit_modules(StateVisitor& state) {
  for (Value* field : {&builtins, &modules, &prelude, &search_path, &arguments}) state.value(*field);
  state.table(sources);
  state.table(codes);
  visit_personality(personality, state);
  state.all(knobs, [&state](KnobDeclaration& knob) { visit_knob(knob, state); });
  state.number(line_notes);
  state.all(additions, [&state](Addition& addition) {
    state.number(addition.type);
    state.value(addition.name);
    state.value(addition.value);
  });
}

void VmImage::visit_run(StateVisitor& state) {
  state.value(exit_status);
  state.number(uncollected);
  state.number(collects_by_itself);
  state.values(finalizers);
  state.all(threads, [&state](ThreadImage& thread) { thread.visit(state); });
}

}  // namespace forkscope::vm
