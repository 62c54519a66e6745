#include "tests/fuzz/fuzz_vm.h"

#include <sanitizer/lsan_interface.h>

#include <algorithm>
#include <set>

#include "core/base/check.h"
#include "core/vm/import.h"
#include "core/vm/interpreter.h"
#include "core/vm/library_texts.h"
#include "core/vm/memory_limit.h"
#include "core/vm/pickle.h"
#include "core/vm/process.h"

namespace forkscope::fuzz {
namespace {

// A program's share of calls and backward jumps, and of memory.
constexpr std::int64_t kSteps = 3'000;
constexpr std::uint64_t kMemory = std::uint64_t{16} << 20;
constexpr std::int64_t kStepsToBegin = 100'000'000;
// Done before the first input. A module that can be loaded is: what that does is the same for all inputs.
constexpr std::string_view kBegin =
    "import os, _os\n"
    "def refused(*arguments):\n"
    "    raise PermissionError(1, 'Operation not permitted')\n"
    "for name in ('change_directory', 'make_directory', 'remove_directory', 'remove_file', 'set_signal', "
    "'list_directory'):\n"
    "    setattr(_os, name, refused)\n"
    "for name in library:\n"
    "    try:\n"
    "        __import__(name)\n"
    "    except Exception:\n"
    "        pass\n";

trace::Arena make_arena() {
  auto arena = trace::Arena::create();
  FORKSCOPE_CHECK(arena.ok(), "an arena for the fuzz target");
  return std::move(arena.value());
}

bool goes_on(std::string_view line) {
  constexpr std::string_view kNotFirst[] = {" ", "\t",   "\n",   ")",      "]",
                                            "}", "else", "elif", "except", "finally"};
  return std::ranges::any_of(kNotFirst, [line](std::string_view start) { return line.starts_with(start); });
}

// Roughly the statements at module level, with their blocks.
std::vector<std::string_view> statements_of(std::string_view text) {
  std::vector<std::string_view> found;
  bool is_decorated = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n') + 1);
    const std::size_t size = line.empty() ? text.size() : line.size();
    if (found.empty() || (!goes_on(text) && !is_decorated)) {
      found.push_back(text.substr(0, size));
    } else {
      found.back() = {found.back().data(), found.back().size() + size};
    }
    is_decorated = text.starts_with("@");
    text.remove_prefix(size);
  }
  return found;
}

}  // namespace

FuzzVm::FuzzVm() : arena_(make_arena()), kernel_(arena_) {
  vm::register_native_modules();
  __lsan::ScopedDisabler unchecked;
  vm_ = new vm::Vm(kernel_);
  kernel_.allow(kStepsToBegin);
  FORKSCOPE_CHECK(vm_->begin_main(), "the prelude runs");
  vm::PythonThread thread(*vm_);
  const vm::Value module = vm::make_module(*vm_, "_begin", "", false);
  std::vector<vm::Value> library;
  for (const vm::LibraryText& text : vm::library_texts())
    library.push_back(vm::make_string(std::string(text.module)));
  module.known<vm::Module>()->globals().set("library", vm::make_tuple(std::move(library)));
  const vm::Value body = vm::compile_body(thread, module, kBegin, "<begin>", false);
  FORKSCOPE_CHECK(!body.empty() && run(thread, body, {}, kStepsToBegin), "the library can be imported");
  remember();
}

void FuzzVm::run_program(std::string_view text) {
  vm::Value module = vm::make_module(*vm_, "__main__", "program.py", false);
  if (!run_part(module, text, kSteps)) {
    for (const std::string_view statement : statements_of(text)) run_part(module, statement, kSteps / 10);
  }
  module.known<vm::Module>()->globals().clear();
  restore();
}

bool FuzzVm::run_part(const vm::Value& module, std::string_view text, std::int64_t steps) {
  vm::PythonThread thread(*vm_);
  vm_->keep_source("program.py", std::string(text));
  // Here leaks are looked for: the compiler makes no circles.
  const vm::Value body = vm::compile_body(thread, module, text, "program.py", true);
  return !body.empty() && run(thread, body, {}, steps);
}

vm::Value FuzzVm::call(std::string_view module, std::string_view function, std::vector<vm::Value> arguments) {
  vm::PythonThread thread(*vm_);
  const vm::Value callable = vm::find_named(*vm_, module, function);
  FORKSCOPE_CHECK(!callable.empty(), "a function to call");
  const bool returned = run(thread, callable, std::move(arguments), kSteps);
  vm::Value result = returned ? std::move(thread.result) : vm::Value();
  restore();
  return result;
}

std::vector<std::string> FuzzVm::names() const {
  std::set<std::string> found;
  const auto add_keys = [&found](const vm::Table& table) {
    for (const vm::Table::Entry& entry : table.entries()) {
      if (const auto* name = entry.key.try_as<vm::String>()) found.insert(name->text);
    }
  };
  for (const vm::Value& object : vm_->base_objects()) {
    if (const auto* type = object.try_as<vm::Class>()) add_keys(type->attributes);
  }
  for (const Kept& kept : kept_) add_keys(kept.globals);
  return {found.begin(), found.end()};
}

bool FuzzVm::run(vm::PythonThread& thread, const vm::Value& callable, std::vector<vm::Value> arguments,
                 std::int64_t steps) {
  __lsan::ScopedDisabler unchecked;
  kernel_.allow(steps);
  vm::set_memory_limit(vm::memory_in_use() + kMemory);
  vm::begin(thread, callable, vm::make_tuple(std::move(arguments)));
  try {
    return vm_->run(thread);
  } catch (const Stopped&) {
    return false;
  }
}

void FuzzVm::remember() {
  modules_ = vm_->modules().table;
  for (const vm::Table::Entry& entry : modules_.entries()) {
    if (entry.value.is(vm::Kind::module))
      kept_.push_back({entry.value, entry.value.known<vm::Module>()->globals()});
  }
}

void FuzzVm::restore() {
  __lsan::ScopedDisabler unchecked;
  vm_->modules().table = modules_;
  for (const Kept& kept : kept_) kept.module.known<vm::Module>()->globals() = kept.globals;
}

}  // namespace forkscope::fuzz
