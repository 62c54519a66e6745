#include "core/kernel/host.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <thread>

#include "core/kernel/real/entropy.h"
#include "core/kernel/real/session_variables.h"
#include "core/kernel/sim/inside.h"

extern "C" char** environ;

namespace forkscope::kernel {

namespace {

namespace fs = std::filesystem;

const trace::Arena* entropy_arena = nullptr;

void fill_repeatably(std::string& bytes) {
  for (std::size_t filled = 0; filled < bytes.size(); filled += sizeof(std::uint64_t)) {
    const std::uint64_t bits = trace::draw_entropy(*entropy_arena);
    std::memcpy(bytes.data() + filled, &bits, std::min(sizeof bits, bytes.size() - filled));
  }
}

bool is_hidden(std::string_view entry) {
  const std::string_view name = entry.substr(0, entry.find('='));
  return name == kArenaVariable || name == kProcessVariable;
}

base::Status status_of(const std::string& what, const std::error_code& error) {
  if (error) return base::system_error(what, error.value());
  return base::Done{};
}

}  // namespace

std::vector<std::string> environment() {
  std::vector<std::string> result;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    if (!is_hidden(*entry)) result.emplace_back(*entry);
  }
  return result;
}

std::optional<std::string> environment_variable(const std::string& name) {
  const char* value = is_hidden(name) ? nullptr : std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string current_directory() {
  std::error_code error;
  return fs::current_path(error).string();
}

base::Status change_directory(const std::string& path) {
  if (simulated_inside() != nullptr && path != current_directory()) {
    is_refused("a program that changes its folder is not explored.");
    return base::Done{};
  }
  std::error_code error;
  fs::current_path(path, error);
  return status_of("Cannot change to the folder " + path, error);
}

std::string executable_path() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).string();
}

int cpu_count() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void draw_entropy_from(const trace::Arena* arena) {
  entropy_arena = arena;
}

std::string entropy(std::size_t size) {
  std::string bytes(size, '\0');
  if (entropy_arena != nullptr && entropy_arena->header().steps.entropy_seed.load() != 0) {
    fill_repeatably(bytes);
    return bytes;
  }
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = ::getrandom(bytes.data() + filled, size - filled, 0);
    FORKSCOPE_CHECK(count > 0 || errno == EINTR, "the system gives no random bytes");
    filled += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
  }
  return bytes;
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

base::Result<TerminalSize> terminal_size(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0)
    return base::system_error("ask for the size of a terminal", errno);
  return TerminalSize{size.ws_col, size.ws_row};
}

FileKind file_kind(const std::string& path) {
  std::error_code error;
  switch (fs::status(path, error).type()) {
    case fs::file_type::regular:
      return FileKind::file;
    case fs::file_type::directory:
      return FileKind::directory;
    case fs::file_type::none:
    case fs::file_type::not_found:
      return FileKind::missing;
    default:
      return FileKind::other;
  }
}

base::Result<std::string> read_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return base::system_error("Cannot open " + path, errno);
  std::string text;
  char part[1 << 16];
  ssize_t count = 0;
  while ((count = ::read(descriptor, part, sizeof part)) > 0 || (count < 0 && errno == EINTR)) {
    if (count > 0) text.append(part, static_cast<std::size_t>(count));
  }
  const int error = errno;
  ::close(descriptor);
  if (count < 0) return base::system_error("Cannot read " + path, error);
  return text;
}

base::Result<std::vector<std::string>> list_directory(const std::string& path) {
  if (simulated_inside() != nullptr && is_socket_folder(path)) return std::vector<std::string>();
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error) return base::system_error("Cannot list the folder " + path, error.value());
  std::sort(names.begin(), names.end());
  return names;
}

base::Status make_directory(const std::string& path, unsigned mode) {
  if (auto answer = instead_of_change(path)) return *answer;
  const bool made = ::mkdir(path.c_str(), static_cast<mode_t>(mode)) == 0;
  return status_of("Cannot make the folder " + path, {made ? 0 : errno, std::generic_category()});
}

base::Status change_mode(const std::string& path, unsigned mode) {
  if (auto answer = instead_of_change(path)) return *answer;
  const bool changed = ::chmod(path.c_str(), static_cast<mode_t>(mode)) == 0;
  return status_of("Cannot change the mode of " + path, {changed ? 0 : errno, std::generic_category()});
}

base::Status remove_directory(const std::string& path) {
  if (auto answer = instead_of_change(path)) return *answer;
  const bool removed = ::rmdir(path.c_str()) == 0;
  return status_of("Cannot remove the folder " + path, {removed ? 0 : errno, std::generic_category()});
}

base::Status remove_file(const std::string& path) {
  if (auto answer = instead_of_change(path)) return *answer;
  const bool removed = ::unlink(path.c_str()) == 0;
  return status_of("Cannot remove " + path, {removed ? 0 : errno, std::generic_category()});
}

}  // namespace forkscope::kernel
