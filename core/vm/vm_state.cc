// The Vm's own side of capture and restore: which objects every Vm has, taking the rest down, and putting it
// back while other threads may be blocked in the kernel.
#include <algorithm>
#include <set>
#include <unordered_set>

#include "core/vm/collector.h"
#include "core/vm/garbage.h"
#include "core/vm/process_globals.h"
#include "core/vm/state.h"
#include "core/vm/state_eraser.h"
#include "core/vm/state_images.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

// The frames and values of a thread whose state was replaced. One that is blocked still reads what it asked
// with.
struct Vm::Retired {
  const PythonThread* waiting = nullptr;
  FrameStack frames;
  Frame* frame = nullptr;
  std::vector<Value> values;
  std::string text;

  Retired() = default;
  Retired(const Retired&) = delete;
  Retired& operator=(const Retired&) = delete;
  ~Retired() {
    set_discarding(true);
    leave_frames(frame, frames);
    values.clear();
    set_discarding(false);
  }
};

void Vm::collect_base_objects() {
  base_classes_ = owned_classes_.size();
  std::unordered_set<const Object*> seen;
  const auto add = [&](const Value& value) {
    if (!value.is_object() || value.is(Kind::module) || !seen.insert(value.object()).second) return;
    base_objects_.push_back(value);
    FORKSCOPE_CHECK(base_objects_.size() <= UINT16_MAX, "what every Vm begins with is little");
    value.object()->base_number = static_cast<std::uint16_t>(base_objects_.size());
  };
  for (const Value& type : owned_classes_) {
    add(type);
    for (const Table::Entry& entry : type.known<Class>()->attributes.entries()) add(entry.value);
  }
  for (const Table::Entry& entry : builtins().globals().entries()) add(entry.value);
  add(entry_function_);
}

namespace {

void add_waiting_finalizers(std::vector<Value>& values) {
  for (const Finalizer& waiting : waiting_finalizers())
    values.insert(values.end(), {waiting.callable, waiting.argument});
}

// What only its frame holds, as a generator that runs may be, is found by nobody else.
void add_frames(const Frame* frame, std::vector<Value>& values) {
  for (; frame != nullptr; frame = frame->previous) {
    values.insert(values.end(), frame->locals, frame->top);
    values.insert(values.end(), {frame->function, frame->extra, frame->handled_before});
  }
}

}  // namespace

VmImage Vm::image() const {
  VmImage image = run_image();
  image.builtins = builtins_;
  image.modules = modules_;
  image.prelude = prelude_;
  image.search_path = search_path_;
  image.arguments = arguments_;
  image.sources = sources_;
  image.codes = codes_;
  image.personality = personality;
  image.knobs = knobs;
  image.line_notes = line_notes;
  for (std::size_t i = 0; i < base_classes_; ++i) {
    for (const Table::Entry& entry : owned_classes_[i].known<Class>()->attributes.entries()) {
      if (entry.key.empty() || !entry.value.is_object() || entry.value.object()->base_number != 0) continue;
      image.additions.push_back({i, entry.key, entry.value});
    }
  }
  return image;
}

VmImage Vm::run_image() const {
  VmImage image;
  image.exit_status = exit_status;
  image.uncollected = uncollected;
  image.collects_by_itself = collects_by_itself;
  add_waiting_finalizers(image.finalizers);
  for (const auto& thread : threads_) image.threads.push_back(image_of(*thread));
  std::ranges::sort(image.threads, {}, &ThreadImage::id);
  return image;
}

// What modules have added to the classes that every Vm begins with shows in the versions of those.
void Vm::visit_imported_roots(StateVisitor& visitor) {
  for (Value* field : {&builtins_, &modules_, &prelude_, &search_path_, &arguments_}) visitor.value(*field);
  visitor.table(sources_);
  visitor.table(codes_);
  visit_personality(personality, visitor);
  auto declared = static_cast<std::int64_t>(knobs.size());
  visitor.integer(declared);
  visitor.number(line_notes);
  for (std::size_t i = 0; i < base_classes_; ++i) {
    std::int64_t version = owned_classes_[i].known<Class>()->attributes.version();
    visitor.integer(version);
  }
}

namespace {

// Takes everything out of a thread that a restored state will fill.
template <typename Retired>
void retire(PythonThread& thread, Retired& retired) {
  retired.waiting = thread.waits_for_answer ? &thread : nullptr;
  retired.frames.swap(thread.frames);
  retired.frame = std::exchange(thread.frame, nullptr);
  thread.depth = 0;
  NativeCall& call = thread.call;
  for (Value* value :
       {&thread.raised, &thread.handled, &thread.entry, &thread.entry_arguments, &thread.result,
        &thread.extra, &thread.keyword_names, &call.result, &call.keep, &call.callee}) {
    retired.values.push_back(std::exchange(*value, Value()));
  }
  for (auto* values : {&thread.storage, &call.callee_arguments}) {
    std::ranges::move(*values, std::back_inserter(retired.values));
    values->clear();
  }
  retired.text = std::exchange(thread.request_text, std::string());
  call.positional = call.keywords = {};
  call.keyword_names = nullptr;
  call.finish = nullptr;
  call.request = {};
  thread.call_base = nullptr;
}

}  // namespace

void Vm::put_back(const VmImage& image) {
  std::vector<std::shared_ptr<Retired>> ended;
  const auto keep_old = [&ended](Value& field, const Value& restored) {
    ended.back()->values.push_back(std::exchange(field, restored));
  };
  ended.push_back(std::make_shared<Retired>());
  keep_old(builtins_, image.builtins);
  keep_old(modules_, image.modules);
  keep_old(prelude_, image.prelude);
  keep_old(search_path_, image.search_path);
  keep_old(arguments_, image.arguments);
  keep_old(exit_status, Value());
  std::ranges::move(unreachable, std::back_inserter(ended.back()->values));
  sources_ = image.sources;
  codes_ = image.codes;
  personality = image.personality;
  knobs = image.knobs;
  line_notes = image.line_notes;
  for (const VmImage::Addition& addition : image.additions) {
    auto& type = *owned_classes_[addition.type].known<Class>();
    type.attributes.set_name(addition.name, addition.value);
    class_changed(type);
  }
  add_waiting_finalizers(ended.back()->values);
  for (const auto& thread : threads_) {
    ended.push_back(std::make_shared<Retired>());
    retire(*thread, *ended.back());
  }
  put_back_run(image);
  for (auto& retired : ended) {
    if (retired->waiting != nullptr) retired_.push_back(retired);
  }
  erase_retired(ended);
}

void Vm::put_back_run(const VmImage& image) {
  exit_status = image.exit_status;
  uncollected = image.uncollected;
  collects_by_itself = image.collects_by_itself;
  unreachable = image.unreachable;
  forget_finalizers();
  for (const Value& value : image.with_finalizer) note_finalizer(*value.object());
  std::vector<Finalizer> finalizers;
  for (std::size_t i = 0; i + 1 < image.finalizers.size(); i += 2)
    finalizers.push_back({image.finalizers[i], image.finalizers[i + 1]});
  set_waiting_finalizers(std::move(finalizers));
  for (const ThreadImage& restored : image.threads) {
    const auto same = [&restored](const auto& thread) {
      return static_cast<std::int64_t>(thread->kernel_thread.id) == restored.id ||
             (thread->is_main && restored.is_main);
    };
    const auto found = std::ranges::find_if(threads_, same);
    PythonThread& thread = found != threads_.end() ? **found : make_thread();
    if (thread.kernel_thread.id == 0) thread.kernel_thread.id = static_cast<base::ThreadId>(restored.id);
    vm::put_back(restored, thread);
  }
}

void Vm::let_go_of_run(ImportedPart& imported) {
  Retired retired;
  std::vector<Value> roots = std::exchange(unreachable, {});
  roots.push_back(std::exchange(exit_status, Value()));
  add_waiting_finalizers(roots);
  set_discarding(true);
  for (const auto& thread : threads_) {
    FORKSCOPE_CHECK(!thread->waits_for_answer, "nobody is blocked in the kernel");
    retire(*thread, retired);
    add_frames(retired.frame, roots);
    roots.insert(roots.end(), retired.values.begin(), retired.values.end());
    leave_frames(retired.frame, retired.frames);
    // With the memory that it has.
    thread->frames.swap(retired.frames);
  }
  erase_run(std::move(roots), imported, modules_.object());
  set_discarding(false);
  discard(garbage_of_state(*this));
}

namespace {

// What a Request that is being answered may lead into.
bool is_asked_with(const Value& value) {
  return value.is(Kind::string) || value.is(Kind::bytes) || value.is(Kind::native_object);
}

}  // namespace

// The old heap goes, but for what blocked threads look at.
void Vm::erase_retired(const std::vector<std::shared_ptr<Retired>>& ended) {
  std::vector<Value> roots;
  std::vector<Value> spared = base_objects_;
  for (const auto& retired : ended) {
    add_frames(retired->frame, retired->values);
    roots.insert(roots.end(), retired->values.begin(), retired->values.end());
    std::erase_if(retired->values,
                  [&](const Value& value) { return retired->waiting == nullptr || !is_asked_with(value); });
    spared.insert(spared.end(), retired->values.begin(), retired->values.end());
  }
  set_discarding(true);
  for (const auto& retired : ended) leave_frames(retired->frame, retired->frames);
  erase_reachable(std::move(roots), spared);
  set_discarding(false);
}

// What is imported is full of cycles, and what every Vm begins with leads to it.
Vm::~Vm() {
  discard(find_garbage(*this));
  std::vector<std::shared_ptr<Retired>> ended = {std::make_shared<Retired>()};
  std::vector<Value>& values = ended.back()->values;
  values = std::exchange(base_objects_, {});
  values.insert(values.end(), owned_classes_.begin(), owned_classes_.end());
  std::ranges::move(unreachable, std::back_inserter(values));
  unreachable.clear();
  values.insert(values.end(), {builtins_, modules_, prelude_, search_path_, arguments_, exit_status});
  for (const auto& thread : threads_) {
    ended.push_back(std::make_shared<Retired>());
    retire(*thread, *ended.back());
    ended.back()->waiting = nullptr;
  }
  erase_retired(ended);
}

void Vm::let_go_of_retired(const PythonThread& thread) {
  std::erase_if(retired_, [&thread](const auto& retired) { return retired->waiting == &thread; });
}

void Vm::check_state() {
  if (!state_checks.due()) return;
  put_garbage_away(*this);
  const std::string before = capture(*this);
  FORKSCOPE_CHECK(restore(*this, before).ok(), "a state that was captured can be restored");
  FORKSCOPE_CHECK(capture(*this) == before, "a restored state is the one that was captured");
}

}  // namespace forkscope::vm
