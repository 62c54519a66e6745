#include "core/kernel/real/memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "core/kernel/real/real_kernel.h"

namespace forkscope::kernel {

namespace {

constexpr std::int64_t kWord = sizeof(std::int64_t);

template <typename T>
bool is_aligned(const std::byte* place) {
  return reinterpret_cast<std::uintptr_t>(place) % std::atomic_ref<T>::required_alignment == 0;
}

// Other processes load and store here at the same time: whole words, as the machine moves them.
template <typename T>
std::int64_t load(std::byte* place) {
  if (is_aligned<T>(place)) {
    return static_cast<std::int64_t>(
        std::atomic_ref<T>(*reinterpret_cast<T*>(place)).load(std::memory_order_relaxed));
  }
  T value;
  std::memcpy(&value, place, sizeof value);
  return static_cast<std::int64_t>(value);
}

template <typename T>
void store(std::byte* place, std::int64_t bits) {
  const auto value = static_cast<T>(bits);
  if (is_aligned<T>(place)) {
    return std::atomic_ref<T>(*reinterpret_cast<T*>(place)).store(value, std::memory_order_relaxed);
  }
  std::memcpy(place, &value, sizeof value);
}

}  // namespace

Answer RealKernel::answer_memory(const Request& request) {
  switch (request.kind) {
    case EventKind::memory_create:
      return memories_.create(request, new_object_id());
    case EventKind::memory_open:
      return memories_.open(request, new_object_id());
    case EventKind::memory_read:
      return memories_.read(request);
    case EventKind::memory_write:
      return memories_.write(request);
    case EventKind::memory_close:
      return memories_.close(request);
    default:
      return {.error = ::shm_unlink(std::string(request.text).c_str()) == 0 ? 0 : errno};
  }
}

Answer Memories::create(const Request& request, base::ObjectId fresh) {
  if (request.size <= 0) return {.error = EINVAL};
  const std::string name(request.text);
  const int descriptor =
      name.empty() ? ::memfd_create("forkscope-memory", MFD_CLOEXEC)
                   : ::shm_open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return {.error = errno};
  if (::ftruncate(descriptor, request.size) == 0) return map(descriptor, request.size, fresh);
  const int error = errno;
  ::close(descriptor);
  if (!name.empty()) ::shm_unlink(name.c_str());
  return {.error = error};
}

Answer Memories::open(const Request& request, base::ObjectId fresh) {
  const std::string name(request.text);
  const int descriptor = name.empty() ? static_cast<int>(request.handle)
                                      : ::shm_open(name.c_str(), O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return {.error = name.empty() ? EBADF : errno};
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return {.error = errno};
  Answer answer = map(descriptor, about.st_size, request.object != 0 ? request.object : fresh);
  answer.bytes = std::to_string(about.st_size);
  return answer;
}

Answer Memories::map(int descriptor, std::int64_t size, base::ObjectId object) {
  void* address =
      ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  const std::size_t index = address == MAP_FAILED ? kMost : count_.fetch_add(1);
  if (index >= kMost) {
    const int error = address == MAP_FAILED ? errno : ENOMEM;
    if (address != MAP_FAILED) ::munmap(address, static_cast<std::size_t>(size));
    ::close(descriptor);
    return {.error = error};
  }
  mappings_[index] =
      std::make_unique<Mapping>(Mapping{static_cast<std::byte*>(address), size, descriptor, object});
  return {.value = static_cast<std::int64_t>(index), .second = descriptor, .object = object};
}

Memories::Mapping* Memories::find(std::int64_t handle) const {
  const bool known = handle >= 0 && handle < static_cast<std::int64_t>(kMost);
  Mapping* mapping = known ? mappings_[static_cast<std::size_t>(handle)].get() : nullptr;
  return mapping != nullptr && mapping->address != nullptr ? mapping : nullptr;
}

std::byte* Memories::place(const Mapping* mapping, std::int64_t offset, std::int64_t size) const {
  const bool inside = mapping != nullptr && offset >= 0 && size >= 0 && size <= mapping->size &&
                      offset <= mapping->size - size;
  return inside ? mapping->address + offset : nullptr;
}

Answer Memories::read(const Request& request) const {
  const Mapping* mapping = find(request.handle);
  std::byte* from = place(mapping, request.a, request.size);
  if (from == nullptr) return {.error = EFAULT};
  Answer answer{.value = request.size, .object = request.object != 0 ? request.object : mapping->object};
  switch (request.size) {
    case 1:
      answer.second = load<std::uint8_t>(from);
      break;
    case 2:
      answer.second = load<std::uint16_t>(from);
      break;
    case 4:
      answer.second = load<std::uint32_t>(from);
      break;
    case kWord:
      answer.second = load<std::int64_t>(from);
      break;
    default:
      answer.bytes.assign(reinterpret_cast<const char*>(from), static_cast<std::size_t>(request.size));
      break;
  }
  return answer;
}

Answer Memories::write(const Request& request) const {
  const Mapping* mapping = find(request.handle);
  const bool in_bulk = !request.text.empty();
  const auto size = in_bulk ? static_cast<std::int64_t>(request.text.size()) : request.size;
  std::byte* to = place(mapping, request.a, size);
  if (to == nullptr) return {.error = EFAULT};
  if (in_bulk) {
    std::memcpy(to, request.text.data(), request.text.size());
  } else if (size == 1) {
    store<std::uint8_t>(to, request.b);
  } else if (size == 2) {
    store<std::uint16_t>(to, request.b);
  } else if (size == 4) {
    store<std::uint32_t>(to, request.b);
  } else if (size == kWord) {
    store<std::int64_t>(to, request.b);
  } else {
    return {.error = EINVAL};
  }
  return {.value = size, .object = request.object != 0 ? request.object : mapping->object};
}

Answer Memories::close(const Request& request) {
  Mapping* mapping = find(request.handle);
  if (mapping == nullptr) return {.error = EBADF};
  ::munmap(mapping->address, static_cast<std::size_t>(mapping->size));
  ::close(mapping->descriptor);
  mapping->address = nullptr;
  return {.object = mapping->object};
}

}  // namespace forkscope::kernel
