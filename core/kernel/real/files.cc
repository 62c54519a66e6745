#include "core/kernel/files.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>

#include "core/kernel/sim/inside.h"

namespace forkscope::kernel {

namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStatus status_of(const struct stat& found) {
  FileStatus status;
  status.mode = found.st_mode;
  status.inode = static_cast<std::int64_t>(found.st_ino);
  status.device = static_cast<std::int64_t>(found.st_dev);
  status.links = static_cast<std::int64_t>(found.st_nlink);
  status.user = found.st_uid;
  status.group = found.st_gid;
  status.size = found.st_size;
  status.accessed_ns = nanoseconds(found.st_atim);
  status.modified_ns = nanoseconds(found.st_mtim);
  status.changed_ns = nanoseconds(found.st_ctim);
  status.block_size = found.st_blksize;
  status.blocks = found.st_blocks;
  status.special_device = static_cast<std::int64_t>(found.st_rdev);
  return status;
}

base::Status answered(bool good, const std::string& what) {
  if (good) return base::Done{};
  return base::system_error(what, errno);
}

}  // namespace

base::Result<FileStatus> file_status(const std::string& path, bool follows_links) {
  struct stat found {};
  const int failed = follows_links ? ::stat(path.c_str(), &found) : ::lstat(path.c_str(), &found);
  if (failed != 0) return base::system_error("Cannot look at " + path, errno);
  return status_of(found);
}

base::Result<FileStatus> descriptor_status(int descriptor) {
  struct stat found {};
  if (::fstat(descriptor, &found) != 0) return base::system_error("Cannot look at a descriptor", errno);
  return status_of(found);
}

base::Status rename_file(const std::string& from, const std::string& to) {
  if (auto answer = instead_of_change(from)) return *answer;
  return answered(::rename(from.c_str(), to.c_str()) == 0, "Cannot rename " + from);
}

base::Status make_link(const std::string& target, const std::string& path) {
  if (auto answer = instead_of_change(path)) return *answer;
  return answered(::symlink(target.c_str(), path.c_str()) == 0, "Cannot make the link " + path);
}

base::Result<std::string> link_target(const std::string& path) {
  std::array<char, PATH_MAX> buffer{};
  const ssize_t size = ::readlink(path.c_str(), buffer.data(), buffer.size());
  if (size < 0) return base::system_error("Cannot read the link " + path, errno);
  return std::string(buffer.data(), static_cast<std::size_t>(size));
}

base::Status set_file_times(const std::string& path, std::int64_t accessed_ns, std::int64_t modified_ns) {
  if (auto answer = instead_of_change(path)) return *answer;
  constexpr std::int64_t kSecond = 1'000'000'000;
  const std::array<timespec, 2> times{
      {{accessed_ns / kSecond, accessed_ns % kSecond}, {modified_ns / kSecond, modified_ns % kSecond}}};
  return answered(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) == 0,
                  "Cannot set the times of " + path);
}

bool may_access(const std::string& path, int mode) {
  return ::access(path.c_str(), mode) == 0;
}

base::Result<std::int64_t> seek(int descriptor, std::int64_t offset, int whence) {
  const off_t place = ::lseek(descriptor, offset, whence);
  if (place < 0) return base::system_error("Cannot move in a file", errno);
  return std::int64_t{place};
}

base::Status truncate(int descriptor, std::int64_t size) {
  return answered(::ftruncate(descriptor, size) == 0, "Cannot cut a file");
}

base::Status flush_to_disk(int descriptor) {
  return answered(::fsync(descriptor) == 0, "Cannot flush a file");
}

std::vector<int> affinity(int process) {
  std::vector<int> cpus;
  cpu_set_t set;
  CPU_ZERO(&set);
  if (::sched_getaffinity(process, sizeof set, &set) != 0) return cpus;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (CPU_ISSET(static_cast<std::size_t>(cpu), &set)) cpus.push_back(cpu);
  }
  return cpus;
}

base::Status set_affinity(int process, const std::vector<int>& cpus) {
  if (is_refused("CPU affinity is not explored.")) return base::Done{};
  cpu_set_t set;
  CPU_ZERO(&set);
  for (const int cpu : cpus) {
    if (cpu >= 0 && cpu < CPU_SETSIZE) CPU_SET(static_cast<std::size_t>(cpu), &set);
  }
  return answered(::sched_setaffinity(process, sizeof set, &set) == 0, "Cannot set the CPUs of a process");
}

base::Result<int> change_niceness(int increment) {
  if (is_refused("niceness is not explored.")) return 0;
  errno = 0;
  const int now = ::nice(increment);
  if (now == -1 && errno != 0) return base::system_error("Cannot change the niceness", errno);
  return now;
}

}  // namespace forkscope::kernel
