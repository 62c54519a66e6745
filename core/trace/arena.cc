#include "core/trace/arena.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <new>
#include <utility>

#include "core/trace/tick_clock.h"

namespace forkscope::trace {

namespace {

constexpr std::uint64_t kMagic = 0x656e6172'616b7266;
constexpr int kLowestDescriptor = 200;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHeaderBytes = (sizeof(ArenaHeader) + kPage - 1) / kPage * kPage;
constexpr std::uint64_t kRingBytes = sizeof(Event) * kRingEvents;
constexpr std::uint64_t kStringsAt = kHeaderBytes + kRingBytes * kMaxThreadSlots;
constexpr std::uint64_t kArenaBytes = kStringsAt + kStringBytes;

// A string is its length and its bytes, from an offset that is a multiple of 8; its id is that offset / 8.
// Offset 0 is left out, so that no id is 0.
constexpr std::uint64_t kStringGrain = 8;
static_assert(kStringBytes / kStringGrain < kNumberLabel);

char* base_of(ArenaHeader* header) {
  return reinterpret_cast<char*>(header);
}

base::Result<ArenaHeader*> map(int fd) {
  void* memory = ::mmap(nullptr, kArenaBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, fd, 0);
  if (memory == MAP_FAILED) return base::system_error("Cannot map the session's shared memory", errno);
  return static_cast<ArenaHeader*>(memory);
}

base::Result<int> make_descriptor() {
  const int low = ::memfd_create("forkscope", MFD_CLOEXEC);
  if (low < 0) return base::system_error("Cannot make the session's shared memory", errno);
  const int fd = ::fcntl(low, F_DUPFD_CLOEXEC, kLowestDescriptor);
  const int error = errno;
  ::close(low);
  if (fd < 0) return base::system_error("Cannot place the descriptor of the session's shared memory", error);
  if (::ftruncate(fd, static_cast<off_t>(kArenaBytes)) == 0) return fd;
  const int size_error = errno;
  ::close(fd);
  return base::system_error("Cannot size the session's shared memory", size_error);
}

void choose_prefix(ArenaHeader& header) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";
  std::array<unsigned char, 4> random{};
  if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
    const std::int64_t now = wall_clock_ns();
    std::memcpy(random.data(), &now, random.size());
  }
  for (std::size_t index = 0; index < random.size(); ++index) {
    header.session_prefix[index] = kLetters[random[index] % kLetters.size()];
  }
}

void initialise(ArenaHeader& header) {
  const TickRate rate = tick_rate();
  header.magic = kMagic;
  header.version = kArenaVersion;
  header.uses_tsc = rate.uses_tsc ? 1 : 0;
  header.ns_per_tick = rate.ns_per_tick;
  header.origin_ticks = rate.uses_tsc ? read_tsc() : monotonic_ns();
  header.origin_wall_ns = wall_clock_ns();
  header.next_process = 1;
  header.next_thread = 1;
  header.next_object = 1;
  header.string_end = kStringGrain;
  header.tracing = 1;
  header.process_budget = 64;
  choose_prefix(header);
}

}  // namespace

Arena::Arena(int fd, ArenaHeader* header) : fd_(fd), header_(header) {}

Arena::~Arena() {
  if (header_ != nullptr) ::munmap(header_, kArenaBytes);
  if (fd_ >= 0) ::close(fd_);
}

Arena::Arena(Arena&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), header_(std::exchange(other.header_, nullptr)) {}

Arena& Arena::operator=(Arena&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(header_, other.header_);
  return *this;
}

base::Result<Arena> Arena::create() {
  base::Result<int> fd = make_descriptor();
  if (!fd) return fd.error();
  base::Result<ArenaHeader*> header = map(fd.value());
  if (!header) {
    ::close(fd.value());
    return header.error();
  }
  initialise(*header.value());
  return Arena(fd.value(), header.value());
}

base::Result<Arena> Arena::open(int fd) {
  Arena arena(fd, nullptr);
  struct stat status {};
  if (::fstat(fd, &status) != 0)
    return base::system_error("Cannot look at the session's shared memory", errno);
  if (static_cast<std::uint64_t>(status.st_size) != kArenaBytes) {
    return base::Error{
        "This is not the shared memory of a Forkscope session of this version: its size differs."};
  }
  base::Result<ArenaHeader*> header = map(fd);
  if (!header) return header.error();
  arena.header_ = header.value();
  if (arena.header_->magic != kMagic || arena.header_->version != kArenaVersion) {
    return base::Error{"This is not the shared memory of a Forkscope session of this version."};
  }
  return arena;
}

Event* Arena::ring(std::uint32_t slot) const {
  FORKSCOPE_CHECK(slot < kMaxThreadSlots, "no such ring");
  return reinterpret_cast<Event*>(base_of(header_) + kHeaderBytes + kRingBytes * slot);
}

std::int64_t Arena::ticks() const {
  return header_->uses_tsc != 0 ? read_tsc() : monotonic_ns();
}

std::int64_t Arena::ns_of_ticks(std::int64_t ticks) const {
  return static_cast<std::int64_t>(static_cast<double>(ticks - header_->origin_ticks) * header_->ns_per_tick);
}

std::string_view Arena::session_prefix() const {
  return {header_->session_prefix, 4};
}

base::StringId Arena::add_string(std::string_view text) const {
  const std::uint64_t needed =
      (sizeof(std::uint32_t) + text.size() + kStringGrain - 1) / kStringGrain * kStringGrain;
  // Looked at first, so that a full area does not count up for ever.
  const bool full = header_->string_end.load(std::memory_order_relaxed) + needed > kStringBytes;
  const std::uint64_t at =
      full ? kStringBytes : header_->string_end.fetch_add(needed, std::memory_order_relaxed);
  if (at + needed > kStringBytes) {
    header_->strings_lost.fetch_add(1, std::memory_order_relaxed);
    return 0;
  }
  char* place = base_of(header_) + kStringsAt + at;
  const auto length = static_cast<std::uint32_t>(text.size());
  text.copy(place + sizeof length, text.size());
  std::memcpy(place, &length, sizeof length);
  return static_cast<base::StringId>(at / kStringGrain);
}

std::string Arena::string(base::StringId id) const {
  if (is_number_label(id)) return std::to_string(number_of_label(id));
  const std::uint64_t at = id * kStringGrain;
  const std::uint64_t end = std::min(header_->string_end.load(std::memory_order_acquire), kStringBytes);
  std::uint32_t length = 0;
  if (id == 0 || at + sizeof length > end) return "";
  const char* place = base_of(header_) + kStringsAt + at;
  std::memcpy(&length, place, sizeof length);
  if (length > end - at - sizeof length) return "";
  return std::string(place + sizeof length, length);
}

}  // namespace forkscope::trace
