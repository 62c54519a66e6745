// Files: what the VM asks of files and folders besides opening, reading and writing them, and of its own
// process' place on the CPUs. As host.h: no Request, because it tells no other process of the session
// anything and never waits. Implemented in real/files.cc; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace forkscope::kernel {

struct FileStatus {
  std::int64_t mode = 0, inode = 0, device = 0, links = 0, user = 0, group = 0, size = 0;
  std::int64_t accessed_ns = 0, modified_ns = 0, changed_ns = 0;
  std::int64_t block_size = 0, blocks = 0, special_device = 0;
};
base::Result<FileStatus> file_status(const std::string& path, bool follows_links);
base::Result<FileStatus> descriptor_status(int descriptor);

base::Status rename_file(const std::string& from, const std::string& to);
base::Status make_link(const std::string& target, const std::string& path);  // symbolic
base::Result<std::string> link_target(const std::string& path);
base::Status set_file_times(const std::string& path, std::int64_t accessed_ns, std::int64_t modified_ns);
bool may_access(const std::string& path, int mode);

// The new place, from the file's beginning. `whence` as lseek's.
base::Result<std::int64_t> seek(int descriptor, std::int64_t offset, int whence);
base::Status truncate(int descriptor, std::int64_t size);
base::Status flush_to_disk(int descriptor);

std::vector<int> affinity(int process);  // CPUs it may run on; empty: there is no such process
base::Status set_affinity(int process, const std::vector<int>& cpus);
base::Result<int> change_niceness(int increment);  // the new one

}  // namespace forkscope::kernel
