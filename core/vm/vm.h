// Vm: the Python side of one operating system process: its classes, modules, threads and GIL. Made by
// process.cc, one a process; it asks the world only through its Kernel. Everything here is used with the GIL
// held, except the GIL itself.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/kernel/kernel.h"
#include "core/vm/code.h"
#include "core/vm/gil.h"
#include "core/vm/objects.h"
#include "core/vm/personality.h"
#include "core/vm/state_checks.h"
#include "core/vm/thread.h"

namespace forkscope::vm {

// The classes that are not "the class of a kind".
struct SpecialClasses {
  Class* object = nullptr;
  Class* type = nullptr;
  Class* boolean = nullptr;
  Class* none = nullptr;
  Class* not_implemented = nullptr;
  Class* ellipsis = nullptr;
  Class* base_exception = nullptr;
  Class* frame = nullptr;
  // Of native functions that are methods, and of those bound to an object.
  Class* method_descriptor = nullptr;
  Class* wrapper_descriptor = nullptr;
  Class* method_wrapper = nullptr;
  std::array<Class*, Iterator::kKinds> iterators{};  // by Iterator::Over
  std::array<Class*, Iterator::kKinds> views{};      // of those that dicts have
  // Iterators that are generators of the prelude.
  Class* map = nullptr;
  Class* filter = nullptr;
  Class* reversed = nullptr;
  Class* callable_iterator = nullptr;
};

struct VmImage;
class ImportedPart;
class StateVisitor;
class InstructionObserver;
enum class RunState : std::uint8_t;

class Vm final : public ::forkscope::kernel::ThreadHost {
 public:
  explicit Vm(::forkscope::kernel::Kernel& kernel);
  ~Vm() override;
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  ::forkscope::kernel::Kernel& kernel() { return kernel_; }
  Gil& gil() { return gil_; }

  // Classes. class_of never returns null. The pointers stay valid as long as the Vm.
  Class* class_of(const Value& value) const;
  Class* class_of_kind(Kind kind) const { return classes_[static_cast<std::size_t>(kind)]; }
  const SpecialClasses& classes() const { return special_; }
  // Makes a class of the VM (is_native) and puts it into `module` (null: not put anywhere); no base means
  // object.
  Class* define_class(Module* module, std::string_view name, Class* base = nullptr);
  // A built-in exception class by name; it must exist.
  Class* exception_class(std::string_view name) const;

  // Modules. `modules` is the dict behind sys.modules.
  Module& builtins() const { return *builtins_.known<Module>(); }
  const Value& builtins_value() const { return builtins_; }
  Dict& modules() const { return *modules_.known<Dict>(); }
  // A function of library/_prelude, which is run when the VM starts; it must exist.
  Value prelude(std::string_view name) const;
  // Where .py files are looked for, after the library: the program's folder first (sys.path).
  List& search_path() const { return *search_path_.known<List>(); }
  // sys.argv, set by process.cc.
  List& arguments() const { return *arguments_.known<List>(); }
  // The source text of a program file, for tracebacks: kept when it was compiled; empty if unknown. Library
  // code has none.
  void keep_source(std::string_view file, std::string text);
  // The code of a file that is no library's, for states: it belongs to what is imported.
  void keep_code(std::string_view file, Value code);
  std::string_view source_line(std::string_view file, std::int32_t line) const;

  // Threads.
  PythonThread& main_thread() { return *threads_.front(); }
  PythonThread& make_thread();
  // Starts `callable(*arguments)` in a new Python thread; its id is in answer.value. `arguments` is a Tuple.
  ::forkscope::kernel::Answer start_thread(PythonThread& starter, Value callable, Value arguments,
                                           std::string_view name);
  // The first thread of a process that was not forked: announces it, takes the GIL and runs the prelude.
  // False: the prelude failed, and main_thread().raised says why.
  bool begin_main();
  // Runs `thread` until its first frame ends; false if an exception ended it (it is then in thread.raised).
  // Takes the GIL.
  bool run(PythonThread& thread);
  void run_thread(void* token) override;
  // A thread that has ended, or will never run. Not the main thread.
  void forget_thread(PythonThread& thread);
  // After process_fork answered 0, in the child, before anything else: this thread becomes the only and main
  // one.
  void after_fork_in_child(PythonThread& thread);
  const std::vector<std::unique_ptr<PythonThread>>& threads() const { return threads_; }

  // The constants of this run's knobs, in the arena's order; see load_knob.
  std::vector<KnobDeclaration> knobs;
  Personality personality;                  // set before begin_main()
  bool line_notes = false;                  // emit a `line` note at every program line
  InstructionObserver* observer = nullptr;  // not owned; null: nobody looks
  Value exit_status;                        // set by sys.exit() handling; unused by the VM itself
  // Simulated, with others in one process of the system: see collector.h.
  bool is_one_of_several = false;
  bool collects_by_itself = true;  // what gc.enable() and disable() say
  bool collects_always = false;    // a check of ours: see kCollectAlwaysVariable
  // How much of the garbage that has gone without anybody noticing collect() has not told of yet.
  std::int64_t uncollected = 0;
  // Garbage that other garbage held which went without anybody noticing, until it is looked for.
  std::vector<Value> unreachable;
  StateChecks state_checks;  // behind Requests: the state is captured and restored in place

  // State (state.h).
  VmImage image() const;
  void put_back(const VmImage& image);
  // The same without what is imported, which stays as it is: what is not among `imported`, the objects met
  // there, goes, and those of them that a run changes are emptied. No thread may be blocked in the kernel.
  VmImage run_image() const;
  void let_go_of_run(ImportedPart& imported);
  void put_back_run(const VmImage& image);
  // What the imported objects are reached from. `visitor` fills nothing.
  void visit_imported_roots(StateVisitor& visitor);
  // What every Vm begins with, in an order that is always the same: states refer to it by number.
  const std::vector<Value>& base_objects() const { return base_objects_; }
  // Keeps a class that natives know as long as the Vm.
  void own_class(Class& type) { owned_classes_.push_back(Value::share(&type)); }
  const std::vector<Value>& native_classes() const { return owned_classes_; }
  // The function whose code is every thread's first frame.
  const Value& entry_function() const { return entry_function_; }
  // Codes of a file of the library that was loaded here, by Code::library_number; see import.h.
  std::unordered_map<std::string, std::vector<Value>> library_codes;

 private:
  void make_classes();
  void make_iterator_classes();
  RunState run_to_stop(PythonThread& thread);
  void pause(PythonThread& thread);
  void answer(PythonThread& thread);
  void collect_base_objects();
  void check_state();
  void let_go_of_retired(const PythonThread& thread);

  ::forkscope::kernel::Kernel& kernel_;
  Gil gil_;
  std::array<Class*, 32> classes_{};
  SpecialClasses special_;
  std::vector<Value> owned_classes_;
  Value builtins_, modules_, prelude_, search_path_, arguments_, entry_function_;
  std::vector<Value> base_objects_;
  std::size_t base_classes_ = 0;  // the first of owned_classes_: those every Vm begins with
  struct Retired;  // what a thread that was blocked when its state was replaced may still look at
  std::vector<std::shared_ptr<Retired>> retired_;
  void erase_retired(const std::vector<std::shared_ptr<Retired>>& ended);
  Table sources_;  // file -> text
  Table codes_;    // file -> its code
  std::vector<std::unique_ptr<PythonThread>> threads_;
};

}  // namespace forkscope::vm
