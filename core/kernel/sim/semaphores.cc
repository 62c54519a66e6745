// Semaphores and memory: what processes share by name.
#include <algorithm>
#include <cerrno>
#include <climits>

#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::kernel {

namespace {

// No process finds room for more in its addresses on the machines we run on.
constexpr std::int64_t kAddresses = std::int64_t{1} << 47;
// What lies in shared memory is a part of every state.
constexpr std::int64_t kMostExplored = 64 << 20;

// The object behind a handle that this process has open; null if there is none.
template <typename Object>
Object* opened(SimObjects<Object>& all, const SimMap<base::ObjectId, std::uint32_t>& open,
               std::int64_t handle) {
  const auto id = static_cast<base::ObjectId>(handle);
  const auto found = all.find(id);
  return found == all.end() || !open.contains(id) ? nullptr : &found->second;
}

template <typename Object>
base::ObjectId named(const SimObjects<Object>& objects, const std::string& name) {
  for (const auto& [id, object] : objects.all()) {
    if (object.name == name && !name.empty()) return id;
  }
  return 0;
}

SimStep error(int number, base::ObjectId object = 0) {
  return {.answer = {.error = number, .object = object}};
}

template <typename Object>
SimStep unlink(SimWorld& world, SimObjects<Object>& all, const std::string& name) {
  const base::ObjectId id = named(all, name);
  if (id == 0) return error(ENOENT);
  all[id].name.clear();
  drop_unreachable(world);
  return {};
}

void close_one(SimMap<base::ObjectId, std::uint32_t>& open, base::ObjectId id) {
  if (--open[id] == 0) open.erase(id);
}

}  // namespace

SimStep SimKernel::make_semaphore(const SimMove& move) {
  const SimRequest& request = move.request;
  if (request.a < 0 || request.a > INT_MAX) return error(EINVAL);
  if (named(move.world.semaphores, request.text) != 0) return error(EEXIST);
  const base::ObjectId id = new_object(move);
  move.world.semaphores[id] = {request.a, request.text, 0};
  move.process.semaphores[id] = 1;
  return {.answer = {.value = id, .object = id}};
}

SimStep SimKernel::open_semaphore(const SimMove& move) {
  const base::ObjectId id = named(move.world.semaphores, move.request.text);
  if (id == 0) return error(ENOENT);
  ++move.process.semaphores[id];
  return {.answer = {.value = id, .object = id}};
}

SimStep SimKernel::semaphore(const SimMove& move) {
  const SimRequest& request = move.request;
  if (request.kind == EventKind::sem_create) return make_semaphore(move);
  if (request.kind == EventKind::sem_open) return open_semaphore(move);
  if (request.kind == EventKind::sem_unlink) return unlink(move.world, move.world.semaphores, request.text);
  SimSemaphore* known = opened(move.world.semaphores, move.process.semaphores, request.handle);
  if (known == nullptr) return error(EINVAL);
  const auto id = static_cast<base::ObjectId>(request.handle);
  switch (request.kind) {
    case EventKind::sem_acquire:
      if (known->value == 0) return {.answer = {.object = id}};
      if (--known->value == 0) known->holder = move.thread.id;
      return {.answer = {.value = 1, .second = known->value, .object = id}};
    case EventKind::sem_release:
      if (request.b > 0 && known->value >= request.b) return error(EOVERFLOW, id);
      if (known->value == INT_MAX) return error(EOVERFLOW, id);
      ++known->value;
      known->holder = 0;
      return {.answer = {.second = known->value, .object = id}};
    case EventKind::sem_value:
      return {.answer = {.value = known->value, .object = id}};
    default:
      close_one(move.process.semaphores, id);
      drop_unreachable(move.world);
      return {.answer = {.object = id}};
  }
}

SimStep SimKernel::make_memory(const SimMove& move) {
  const SimRequest& request = move.request;
  if (request.size <= 0) return error(EINVAL);
  if (named(move.world.memories, request.text) != 0) return error(EEXIST);
  if (request.size >= kAddresses) return error(ENOMEM);
  if (request.size > kMostExplored)
    return refuse(request, "shared memory of more than 64 MB is not explored.");
  const base::ObjectId id = new_object(move);
  move.world.memories[id] = {std::string(static_cast<std::size_t>(request.size), '\0'), request.text};
  move.process.memories[id] = 1;
  const int number = new_descriptor(move.process, {.kind = SimDescriptor::Kind::memory, .read = id});
  return {.answer = {.value = id, .second = number, .object = id}};
}

SimStep SimKernel::open_memory(const SimMove& move) {
  const SimRequest& request = move.request;
  base::ObjectId id = 0;
  auto number = static_cast<int>(request.handle);
  if (!request.text.empty()) {
    id = named(move.world.memories, request.text);
    if (id == 0) return error(ENOENT);
    number = new_descriptor(move.process, {.kind = SimDescriptor::Kind::memory, .read = id});
  } else {
    const auto found = move.process.descriptors.find(number);
    if (found == move.process.descriptors.end()) return error(EBADF);
    if (found->second.kind != SimDescriptor::Kind::memory) return error(EINVAL);
    id = found->second.read;
  }
  ++move.process.memories[id];
  return {.answer = {.value = id,
                     .second = number,
                     .object = id,
                     .bytes = std::to_string(move.world.memories[id].bytes.size())}};
}

SimStep SimKernel::memory(const SimMove& move) {
  const SimRequest& request = move.request;
  if (request.kind == EventKind::memory_create) return make_memory(move);
  if (request.kind == EventKind::memory_open) return open_memory(move);
  if (request.kind == EventKind::memory_unlink) return unlink(move.world, move.world.memories, request.text);
  SimMemory* known = opened(move.world.memories, move.process.memories, request.handle);
  const auto id = static_cast<base::ObjectId>(request.handle);
  if (request.kind == EventKind::memory_close) {
    if (known == nullptr) return error(EBADF);
    close_one(move.process.memories, id);
    SimMap<int, SimDescriptor>& descriptors = move.process.descriptors;
    const auto behind = std::find_if(descriptors.begin(), descriptors.end(), [id](const auto& entry) {
      return entry.second.kind == SimDescriptor::Kind::memory && entry.second.read == id;
    });
    if (behind != descriptors.end()) descriptors.erase(behind);
    drop_unreachable(move.world);
    return {.answer = {.object = id}};
  }
  const bool writes = request.kind == EventKind::memory_write, in_bulk = writes && !request.text.empty();
  const std::int64_t size = in_bulk ? static_cast<std::int64_t>(request.text.size()) : request.size;
  if (known == nullptr || request.a < 0 || size < 0 ||
      request.a > static_cast<std::int64_t>(known->bytes.size()) - size)
    return error(EFAULT);
  Answer answer{.value = size, .object = request.object != 0 ? request.object : id};
  char* const place = known->bytes.data() + request.a;
  // The bits of small numbers lie in memory as they do on the machines we run on: lowest byte first.
  const bool is_word = size == 1 || size == 2 || size == 4 || size == 8;
  if (in_bulk) {
    std::copy(request.text.begin(), request.text.end(), place);
  } else if (writes) {
    if (!is_word) return error(EINVAL);
    for (std::int64_t at = 0; at < size; ++at)
      place[at] = static_cast<char>(static_cast<std::uint64_t>(request.b) >> (8 * at));
  } else if (is_word) {
    std::uint64_t bits = 0;
    for (std::int64_t at = 0; at < size; ++at)
      bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(place[at])) << (8 * at);
    answer.second = static_cast<std::int64_t>(bits);
  } else {
    answer.bytes.assign(place, static_cast<std::size_t>(size));
  }
  return {.answer = std::move(answer)};
}

}  // namespace forkscope::kernel
