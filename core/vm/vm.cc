#include "core/vm/vm.h"

#include <cstdlib>
#include <utility>

#include "core/kernel/host.h"
#include "core/vm/builtins.h"
#include "core/vm/collector.h"
#include "core/vm/core_classes.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/import.h"
#include "core/vm/interpreter.h"
#include "core/vm/library_texts.h"
#include "core/vm/memory_limit.h"
#include "core/vm/native.h"
#include "core/vm/native_names.h"
#include "core/vm/native_stack.h"
#include "core/vm/operations_parts.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

namespace {

struct KindClass {
  Kind kind;
  const char* name;
  bool is_visible;  // a name of the builtins
};

constexpr KindClass kKindClasses[] = {
    {Kind::big_int, "int", true},
    {Kind::float_number, "float", true},
    {Kind::complex_number, "complex", true},
    {Kind::string, "str", true},
    {Kind::bytes, "bytes", true},
    {Kind::list, "list", true},
    {Kind::tuple, "tuple", true},
    {Kind::dict, "dict", true},
    {Kind::set, "set", true},
    {Kind::frozen_set, "frozenset", true},
    {Kind::range, "range", true},
    {Kind::slice, "slice", true},
    {Kind::function, "function", false},
    {Kind::native_function, "builtin_function_or_method", false},
    {Kind::bound_method, "method", false},
    {Kind::class_object, "type", true},
    {Kind::module, "module", false},
    {Kind::code, "code", false},
    {Kind::cell, "cell", false},
    {Kind::iterator, "iterator", false},
    {Kind::generator, "generator", false},
    {Kind::traceback, "traceback", false},
    {Kind::property, "property", true},
    {Kind::static_method, "staticmethod", true},
    {Kind::class_method, "classmethod", true},
    {Kind::super_object, "super", true},
    {Kind::view, "dict_view", false},
};

// Stops a thread before the bytecode that the kernel has said. What is built in is one bytecode, also where
// ours is written in Python.
class BytecodeCount final : public InstructionObserver {
 public:
  bool before(PythonThread& thread, const Frame& frame, Instruction instruction, const Value*) override {
    if (is_internal(*frame.code)) return false;
    ::forkscope::kernel::Stepping& stepping = thread.kernel_thread.stepping;
    stepping.is_between_bytecodes = --stepping.bytecodes_left == 0;
    // Whoever looks at it there finds the line that it is about to begin.
    if (stepping.is_between_bytecodes && instruction.op() == Opcode::line_start)
      thread.kernel_thread.recorder.set_line(frame.code->lines[instruction.argument()].line);
    return stepping.is_between_bytecodes;
  }
};

}  // namespace

Vm::Vm(::forkscope::kernel::Kernel& kernel) : kernel_(kernel) {
  modules_ = make_dict();
  search_path_ = make_list({});
  arguments_ = make_list({});
  auto* builtins = new Module("builtins");
  builtins_ = Value::adopt(builtins);
  modules().table.set("builtins", builtins_);
  make_classes();
  install_exceptions(*this);
  install_core_classes(*this);
  install_import(*this);
  install_builtins(*this);
  threads_.push_back(std::make_unique<PythonThread>(*this));
  threads_.front()->is_main = true;
  threads_.front()->name = "MainThread";
  entry_function_ = make_entry_function(*this);
  install_makers(*this);
  collect_base_objects();
}

void Vm::make_classes() {
  special_.object = define_class(&builtins(), "object");
  for (const KindClass& entry : kKindClasses) {
    Class* made = define_class(entry.is_visible ? &builtins() : nullptr, entry.name);
    made->instance_kind = entry.kind;
    made->module = "builtins";
    classes_[static_cast<std::size_t>(entry.kind)] = made;
  }
  special_.type = class_of_kind(Kind::class_object);
  special_.boolean = define_class(&builtins(), "bool", class_of_kind(Kind::big_int));
  special_.none = define_class(nullptr, "NoneType");
  special_.not_implemented = define_class(nullptr, "NotImplementedType");
  special_.ellipsis = define_class(nullptr, "ellipsis");
  special_.frame = define_class(nullptr, "frame");
  special_.method_descriptor = define_class(nullptr, "method_descriptor");
  special_.wrapper_descriptor = define_class(nullptr, "wrapper_descriptor");
  special_.method_wrapper = define_class(nullptr, "method-wrapper");
  special_.method_descriptor->instance_kind = Kind::native_function;
  special_.wrapper_descriptor->instance_kind = Kind::native_function;
  special_.method_wrapper->instance_kind = Kind::bound_method;
  make_iterator_classes();
  special_.base_exception = define_class(&builtins(), "BaseException");
  special_.base_exception->instance_kind = Kind::exception;
  builtins().globals().set("NotImplemented", Value::not_implemented());
  builtins().globals().set("Ellipsis", Value::ellipsis());
}

void Vm::make_iterator_classes() {
  using Over = Iterator::Over;
  const auto make = [this](bool is_public, std::string_view name, Kind kind) {
    Class* made = define_class(is_public ? &builtins() : nullptr, name);
    made->instance_kind = kind;
    return made;
  };
  for (std::size_t at = 0; at < special_.iterators.size(); ++at) {
    const auto over = static_cast<Over>(at);
    special_.iterators[at] =
        make(over == Over::enumerate || over == Over::zip, iterator_name(over), Kind::iterator);
  }
  static constexpr std::array<std::pair<Over, std::string_view>, 3> kViews = {
      {{Over::dict_keys, "dict_keys"}, {Over::dict_values, "dict_values"}, {Over::dict_items, "dict_items"}}};
  for (const auto& [over, name] : kViews)
    special_.views[static_cast<std::size_t>(over)] = make(false, name, Kind::view);
  special_.map = make(true, "map", Kind::generator);
  special_.filter = make(true, "filter", Kind::generator);
  special_.reversed = make(true, "reversed", Kind::generator);
  special_.callable_iterator = make(false, "callable_iterator", Kind::generator);
}

Class* Vm::define_class(Module* module, std::string_view name, Class* base) {
  auto* made = new Class(std::string(name));
  owned_classes_.push_back(Value::adopt(made));
  made->qualified_name = name;
  made->module = module == nullptr ? "builtins" : module->name;
  made->is_native = true;
  if (base == nullptr) base = special_.object;
  if (base != nullptr) made->bases.push_back(Value::share(base));
  FORKSCOPE_CHECK(finish_class(*made), "a native class has one base");
  if (module != nullptr) module->globals().set(name, owned_classes_.back());
  return made;
}

Class* Vm::exception_class(std::string_view name) const {
  const Value* found = builtins().globals().find(name);
  FORKSCOPE_CHECK(found != nullptr && found->is(Kind::class_object), "a built-in exception class");
  return found->known<Class>();
}

Class* Vm::class_of(const Value& value) const {
  if (value.is_small_int()) return class_of_kind(Kind::big_int);
  if (!value.is_object()) {
    if (value.is_bool()) return special_.boolean;
    if (value.is_ellipsis()) return special_.ellipsis;
    return value.is_not_implemented() ? special_.not_implemented : special_.none;
  }
  if ((value.object()->flags & kExtended) != 0) return extension_of(value)->class_value.known<Class>();
  switch (value.object()->kind) {
    case Kind::class_object:
      if (const Value& metaclass = value.known<Class>()->metaclass; !metaclass.empty())
        return metaclass.known<Class>();
      break;
    case Kind::instance:
      return value.known<Instance>()->type();
    case Kind::exception:
      return value.known<Exception>()->type();
    case Kind::native_object:
      return value.known<NativeObject>()->class_value.known<Class>();
    case Kind::dict:
      if (Class* subclass = value.known<Dict>()->subclass) return subclass;
      break;
    case Kind::tuple:
      if (Class* named = value.known<Tuple>()->named_class) return named;
      break;
    case Kind::native_function: {
      const auto& native = *value.known<NativeFunction>();
      if (native.owner.empty()) break;
      return is_slot_wrapper(native) ? special_.wrapper_descriptor : special_.method_descriptor;
    }
    case Kind::bound_method:
      if (const auto* native = value.known<BoundMethod>()->function.try_as<NativeFunction>())
        return is_slot_wrapper(*native) ? special_.method_wrapper : class_of_kind(Kind::native_function);
      break;
    case Kind::iterator:
      return special_.iterators[static_cast<std::size_t>(value.known<Iterator>()->over)];
    case Kind::view:
      return special_.views[static_cast<std::size_t>(value.known<View>()->over)];
    case Kind::generator:
      if (const Value& shown = value.known<Generator>()->shown_as; !shown.empty())
        return shown.known<Class>();
      break;
    default:
      break;
  }
  return class_of_kind(value.object()->kind);
}

Value Vm::prelude(std::string_view name) const {
  const Value* found = prelude_.known<Module>()->globals().find(name);
  FORKSCOPE_CHECK(found != nullptr, "a function of the prelude");
  return *found;
}

void Vm::keep_source(std::string_view file, std::string text) {
  // As CPython, which finds the lines of files only.
  if (file.starts_with('<')) return;
  sources_.set(file, Value::adopt(new String(std::move(text))));
}

void Vm::keep_code(std::string_view file, Value code) {
  codes_.set(file, std::move(code));
}

std::string_view Vm::source_line(std::string_view file, std::int32_t line) const {
  const Value* found = sources_.find_name(intern(file));
  std::string_view text = found != nullptr ? found->known<String>()->text : library_source(file);
  if (line < 1) return {};
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  return text.ends_with('\r') ? text.substr(0, text.size() - 1) : text;
}

PythonThread& Vm::make_thread() {
  return *threads_.emplace_back(std::make_unique<PythonThread>(*this));
}

::forkscope::kernel::Answer Vm::start_thread(PythonThread& starter, Value callable, Value arguments,
                                             std::string_view name) {
  PythonThread& made = make_thread();
  made.recursion_base = more_recursion(*this);
  made.name = name;
  made.entry = std::move(callable);
  made.entry_arguments = std::move(arguments);
  // Kept here too: once started, the thread writes its own kernel_thread.
  const base::ThreadId id = made.kernel_thread.id = kernel_.new_thread_id();
  starter.kernel_thread.child_name = name;
  ::forkscope::kernel::Answer answer = kernel_.start_thread(starter.kernel_thread, id, &made);
  if (answer.error != 0) {
    forget_thread(made);
  } else {
    answer.value = id;
  }
  return answer;
}

void Vm::forget_thread(PythonThread& thread) {
  std::erase_if(threads_, [&thread](const auto& owned) { return owned.get() == &thread; });
}

// Lets go of the GIL or stops at the gate, as run_frames() asked.
void Vm::pause(PythonThread& thread) {
  if (kernel_.gate_closed()) {
    kernel_.pass_gate(thread.kernel_thread);
  } else if (gil_.drop_requested()) {
    gil_.drop(thread.kernel_thread.recorder);
    gil_.take(thread.kernel_thread.recorder);
  }
}

void Vm::answer(PythonThread& thread) {
  if (state_checks.wanted()) [[unlikely]]
    check_state();
  // A copy: the thread's state may be replaced while it is blocked.
  const ::forkscope::kernel::Request request = thread.call.request;
  ::forkscope::kernel::Answer answer = kernel_.ask(thread.kernel_thread, request);
  if (!retired_.empty()) let_go_of_retired(thread);
  deliver(thread, answer);
}

// With the GIL: whoever looks on sees this thread alone.
RunState Vm::run_to_stop(PythonThread& thread) {
  if (thread.kernel_thread.stepping.bytecodes_left == 0) [[likely]]
    return run_frames(thread);
  BytecodeCount count;
  observer = &count;
  const RunState state = run_frames(thread);
  observer = nullptr;
  return state;
}

bool Vm::run(PythonThread& thread) {
  begin_native_stack();
  for (;;) {
    switch (run_to_stop(thread)) {
      case RunState::ended:
        return thread.raised.empty();
      case RunState::yields:
      case RunState::stopped:
        pause(thread);
        break;
      case RunState::asks:
        answer(thread);
        break;
    }
  }
}

void Vm::run_thread(void* token) {
  auto& thread = *static_cast<PythonThread*>(token);
  kernel_.begin_thread(thread.kernel_thread, thread.kernel_thread.id);
  trace::Recorder& recorder = thread.kernel_thread.recorder;
  gil_.take(recorder);
  begin(thread, std::move(thread.entry), std::move(thread.entry_arguments));
  // The library's threads catch everything and print it; what comes up to here has nobody to go to.
  run(thread);
  thread.raised = Value();
  thread.result = Value();
  kernel_.ask(thread.kernel_thread, ::forkscope::kernel::Request{.kind = trace::EventKind::thread_exit});
  // The recorder outlives the PythonThread, which is the GIL's to free.
  trace::Recorder last = thread.kernel_thread.recorder;
  forget_thread(thread);
  gil_.drop(last);
  last.close();
}

bool Vm::begin_main() {
  PythonThread& thread = main_thread();
  constexpr std::uint32_t kChecksAtOneInterval = 50;
  if (const auto every = ::forkscope::kernel::environment_variable(kStateChecksVariable))
    state_checks.begin(*every, kChecksAtOneInterval);
  memory_was_collected();
  kernel_.set_host(this);
  kernel_.begin_main_thread(thread.kernel_thread);
  gil_.take(thread.kernel_thread.recorder);
  prelude_ = load_prelude(thread);
  if (::forkscope::kernel::environment_variable(kCollectAlwaysVariable)) {
    collects_always = true;
    set_memory_care_at(0);
  }
  return !prelude_.empty();
}

void Vm::after_fork_in_child(PythonThread& thread) {
  kernel_.after_fork_in_child(thread.kernel_thread);
  gil_.make_anew();
  for (auto& owned : threads_) {
    // Frames of threads that do not exist here may be in any state: their values are never looked at again.
    if (owned.get() != &thread) static_cast<void>(owned.release());
  }
  std::erase(threads_, nullptr);
  thread.is_main = true;
}

PythonThread::PythonThread(Vm& owner)
    : vm(owner), call{owner, *this, {}, nullptr, {}, {}, {}, nullptr, {}, {}, {}, {}} {
  kernel_thread.blocking = this;
}

PythonThread::~PythonThread() {
  leave_frames(frame, frames);
}

void PythonThread::before_wait() {
  vm.gil().drop(kernel_thread.recorder);
}
void PythonThread::after_wait() {
  vm.gil().take(kernel_thread.recorder);
}

kernel::LibraryPlace PythonThread::library_place() const {
  const Frame* at = frame;
  while (at != nullptr && is_internal(*at->code)) at = at->previous;
  if (at == nullptr) return {};
  const std::string_view file = library_file_name(at->code->file);
  if (file.empty()) return {};
  return {file, at->code->qualified_name, static_cast<std::uint32_t>(position_of(*at).line)};
}

}  // namespace forkscope::vm
