// Module `_files_support`: what the library's os and open() need of files besides descriptors.
#include "core/vm/modules/files_module.h"

#include <array>
#include <string>
#include <vector>

#include "core/kernel/files.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// Null and a TypeError: argument `at` is no str.
const std::string* path_at(NativeCall& call, std::size_t at) {
  const auto* path = at < call.positional.size() ? call.positional[at].try_as<String>() : nullptr;
  if (path != nullptr) return &path->text;
  raise(call, "TypeError",
        "expected str, bytes or os.PathLike object, not " +
            (at < call.positional.size() ? type_name(call.positional[at]) : std::string("nothing")));
  return nullptr;
}

bool int_at(NativeCall& call, std::size_t at, std::int64_t& number) {
  if (at < call.positional.size()) return !read_int(call, call.positional[at], number);
  raise(call, "TypeError", "an integer is required");
  return false;
}

// (mode, inode, device, links, user, group, size, accessed, modified, changed, size of a block, blocks,
// special device), times in nanoseconds
NativeResult returns_status(NativeCall& call, const base::Result<kernel::FileStatus>& found,
                            std::string_view path) {
  if (!found.ok()) return raise_os_error(call, found.error().code, path);
  const kernel::FileStatus& status = found.value();
  std::vector<Value> numbers;
  for (const std::int64_t number :
       {status.mode, status.inode, status.device, status.links, status.user, status.group, status.size,
        status.accessed_ns, status.modified_ns, status.changed_ns, status.block_size, status.blocks,
        status.special_device})
    numbers.push_back(make_int(number));
  return call.returns(make_tuple(std::move(numbers)));
}

NativeResult returns_done(NativeCall& call, const base::Status& status, std::string_view path = {}) {
  return status.ok() ? call.returns_none() : raise_os_error(call, status.error().code, path);
}

// status(path, follows_links)
NativeResult status(NativeCall& call) {
  const std::string* path = path_at(call, 0);
  if (path == nullptr) return NativeResult::raised;
  const bool follows = call.positional.size() < 2 || call.positional[1].is_true();
  return returns_status(call, kernel::file_status(*path, follows), *path);
}

NativeResult descriptor_status(NativeCall& call) {
  std::int64_t descriptor = 0;
  if (!int_at(call, 0, descriptor)) return NativeResult::raised;
  return returns_status(call, kernel::descriptor_status(static_cast<int>(descriptor)), {});
}

template <base::Status (*change)(const std::string&, const std::string&)>
NativeResult with_two_paths(NativeCall& call) {
  const std::string* first = path_at(call, 0);
  const std::string* second = first == nullptr ? nullptr : path_at(call, 1);
  return second == nullptr ? NativeResult::raised : returns_done(call, change(*first, *second), *first);
}

NativeResult link_target(NativeCall& call) {
  const std::string* path = path_at(call, 0);
  if (path == nullptr) return NativeResult::raised;
  const auto target = kernel::link_target(*path);
  return target.ok() ? call.returns(make_string(target.value()))
                     : raise_os_error(call, target.error().code, *path);
}

// set_times(path, accessed, modified), in nanoseconds
NativeResult set_times(NativeCall& call) {
  const std::string* path = path_at(call, 0);
  std::int64_t accessed = 0, modified = 0;
  if (path == nullptr || !int_at(call, 1, accessed) || !int_at(call, 2, modified))
    return NativeResult::raised;
  return returns_done(call, kernel::set_file_times(*path, accessed, modified), *path);
}

NativeResult may_access(NativeCall& call) {
  const std::string* path = path_at(call, 0);
  std::int64_t mode = 0;
  if (path == nullptr || !int_at(call, 1, mode)) return NativeResult::raised;
  return call.returns(Value::boolean(kernel::may_access(*path, static_cast<int>(mode))));
}

// seek(descriptor, offset, whence) -> place
NativeResult seek(NativeCall& call) {
  std::int64_t descriptor = 0, offset = 0, whence = 0;
  if (!int_at(call, 0, descriptor) || !int_at(call, 1, offset) || !int_at(call, 2, whence))
    return NativeResult::raised;
  const auto place = kernel::seek(static_cast<int>(descriptor), offset, static_cast<int>(whence));
  return place.ok() ? call.returns(make_int(place.value())) : raise_os_error(call, place.error().code);
}

NativeResult truncate(NativeCall& call) {
  std::int64_t descriptor = 0, size = 0;
  if (!int_at(call, 0, descriptor) || !int_at(call, 1, size)) return NativeResult::raised;
  return returns_done(call, kernel::truncate(static_cast<int>(descriptor), size));
}

NativeResult flush_to_disk(NativeCall& call) {
  std::int64_t descriptor = 0;
  if (!int_at(call, 0, descriptor)) return NativeResult::raised;
  return returns_done(call, kernel::flush_to_disk(static_cast<int>(descriptor)));
}

// affinity(process) -> [CPU, ...], empty where there is no such process
NativeResult affinity(NativeCall& call) {
  std::int64_t process = 0;
  if (!int_at(call, 0, process)) return NativeResult::raised;
  std::vector<Value> cpus;
  for (const int cpu : kernel::affinity(static_cast<int>(process))) cpus.push_back(Value::small_int(cpu));
  return call.returns(make_list(std::move(cpus)));
}

// set_affinity(process, [CPU, ...])
NativeResult set_affinity(NativeCall& call) {
  std::int64_t process = 0;
  std::vector<Value> items;
  if (!int_at(call, 0, process)) return NativeResult::raised;
  if (call.positional.size() != 2 || collect(call.thread, call.positional[1], items) != Outcome::ok)
    return call.thread.raised.empty() ? raise(call, "TypeError", "a list of CPUs is required")
                                      : NativeResult::raised;
  std::vector<int> cpus;
  for (const Value& item : items) {
    std::int64_t cpu = 0;
    if (read_int(call, item, cpu)) return NativeResult::raised;
    cpus.push_back(static_cast<int>(cpu));
  }
  return returns_done(call, kernel::set_affinity(static_cast<int>(process), cpus));
}

NativeResult change_niceness(NativeCall& call) {
  std::int64_t increment = 0;
  if (!int_at(call, 0, increment)) return NativeResult::raised;
  const auto now = kernel::change_niceness(static_cast<int>(increment));
  return now.ok() ? call.returns(make_int(std::int64_t{now.value()}))
                  : raise_os_error(call, now.error().code);
}

constexpr std::array kFunctions = {NativeDefinition{"status", status},
                                   NativeDefinition{"descriptor_status", descriptor_status},
                                   NativeDefinition{"rename", with_two_paths<kernel::rename_file>},
                                   NativeDefinition{"make_link", with_two_paths<kernel::make_link>},
                                   NativeDefinition{"link_target", link_target},
                                   NativeDefinition{"set_times", set_times},
                                   NativeDefinition{"may_access", may_access},
                                   NativeDefinition{"seek", seek},
                                   NativeDefinition{"truncate", truncate},
                                   NativeDefinition{"flush_to_disk", flush_to_disk},
                                   NativeDefinition{"affinity", affinity},
                                   NativeDefinition{"set_affinity", set_affinity},
                                   NativeDefinition{"change_niceness", change_niceness}};

}  // namespace

void register_files_module() {
  register_native_module("_files_support", [](Vm&, Module& module) { define_functions(module, kFunctions); });
}

}  // namespace forkscope::vm::modules
