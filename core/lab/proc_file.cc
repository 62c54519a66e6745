#include "core/lab/proc_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace forkscope::lab {

// Not a stream: reading about a process that has just gone is an error, and streams throw at it.
ProcFile read_proc_file(const std::string& proc, pid_t pid, const std::string& file) {
  ProcFile found;
  const std::string path = proc + "/" + std::to_string(pid) + "/" + file;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    found.failed = std::strerror(errno);
    return found;
  }
  std::array<char, 4096> bytes;
  ssize_t count = 0;
  while ((count = ::read(descriptor, bytes.data(), bytes.size())) > 0)
    found.text.append(bytes.data(), static_cast<std::size_t>(count));
  if (count < 0) found.failed = std::strerror(errno);
  ::close(descriptor);
  return found;
}

FolderNames names_in(const std::string& folder) {
  FolderNames found;
  DIR* entries = ::opendir(folder.c_str());
  if (entries == nullptr) {
    found.failed = std::strerror(errno);
    return found;
  }
  while (const dirent* entry = ::readdir(entries)) {
    if (entry->d_name[0] != '.') found.names.emplace_back(entry->d_name);
  }
  ::closedir(entries);
  return found;
}

}  // namespace forkscope::lab
