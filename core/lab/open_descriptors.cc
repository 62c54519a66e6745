#include "core/lab/open_descriptors.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>

#include "core/lab/proc_file.h"

namespace forkscope::lab {

namespace {

std::string link_target(const std::string& path) {
  std::array<char, 4096> target;
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  return length < 0 ? "" : std::string(target.data(), static_cast<std::size_t>(length));
}

// The access mode, from the line "flags:  OCTAL".
int access_mode(const std::string& proc, pid_t pid, int number) {
  const ProcFile info = read_proc_file(proc, pid, "fdinfo/" + std::to_string(number));
  const std::size_t found = info.text.find("flags:");
  if (found == std::string::npos) return -1;
  return static_cast<int>(std::strtol(info.text.c_str() + found + 6, nullptr, 8)) & O_ACCMODE;
}

std::string in_words(const std::string& target, int mode) {
  if (target.starts_with("pipe:")) return mode == O_WRONLY ? "pipe, write end" : "pipe, read end";
  if (target.starts_with("socket:")) return "socket";
  if (target == "/dev/null") return "nothing (/dev/null)";
  if (target.starts_with("/dev/pts/") || target == "/dev/tty") return "terminal";
  if (target.find("memfd:forkscope") != std::string::npos) return "Forkscope's own: the trace";
  if (target.starts_with("/dev/shm/")) return "shared memory";
  if (target.starts_with("anon_inode:[pidfd]")) return "end of another process";
  if (target.starts_with("anon_inode:")) return "event of the system";
  return "file";
}

}  // namespace

OpenDescriptors read_descriptors(pid_t pid, pid_t parent, const std::string& proc) {
  OpenDescriptors open;
  const std::string folder = proc + "/" + std::to_string(pid) + "/fd";
  const FolderNames entries = names_in(folder);
  open.failed = entries.failed;
  if (!open.failed.empty()) return open;
  for (const std::string& name : entries.names) {
    OpenDescriptor descriptor;
    descriptor.number = std::atoi(name.c_str());
    descriptor.target = link_target(folder + "/" + name);
    descriptor.what = in_words(descriptor.target, access_mode(proc, pid, descriptor.number));
    open.descriptors.push_back(std::move(descriptor));
  }
  std::sort(open.descriptors.begin(), open.descriptors.end(),
            [](const auto& left, const auto& right) { return left.number < right.number; });
  if (parent <= 0) return open;
  const OpenDescriptors parents = read_descriptors(parent, 0, proc);
  for (OpenDescriptor& mine : open.descriptors) {
    for (const OpenDescriptor& its : parents.descriptors) {
      if (its.target != mine.target) continue;
      int& number = its.what == mine.what ? mine.in_parent : mine.other_end_in_parent;
      if (number < 0 || its.number == mine.number) number = its.number;
    }
  }
  return open;
}

}  // namespace forkscope::lab
