#include "core/lab/shared_memory_files.h"

#include <semaphore.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>
#include <utility>

#include "core/lab/proc_file.h"

namespace forkscope::lab {

namespace {

constexpr char kSharedMemory[] = "/dev/shm";
constexpr std::string_view kSemaphoreFile = "sem.";
constexpr std::size_t kHalfMadeLetters = 6;

using FileIdentity = std::pair<dev_t, ino_t>;
using Suspects = std::map<FileIdentity, std::string>;

// sem_open makes a file under a name of six random letters and links it to the real one; a kill in between
// leaves it.
bool can_be_half_made(const std::string& file, const struct stat& status, std::time_t since) {
  if (file.size() != kSemaphoreFile.size() + kHalfMadeLetters || !file.starts_with(kSemaphoreFile))
    return false;
  const bool plain = std::all_of(file.begin() + kSemaphoreFile.size(), file.end(),
                                 [](unsigned char letter) { return std::isalnum(letter) != 0; });
  return plain && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() && status.st_nlink == 1 &&
         status.st_mtim.tv_sec >= since && status.st_size <= static_cast<off_t>(sizeof(sem_t));
}

Suspects find_suspects(std::time_t since) {
  Suspects suspects;
  for (const std::string& file : shared_memory_files()) {
    struct stat status {};
    const bool is_there = ::lstat(shared_memory_path(file).c_str(), &status) == 0;
    if (is_there && can_be_half_made(file, status, since))
      suspects[{status.st_dev, status.st_ino}] = shared_memory_path(file);
  }
  return suspects;
}

// sem_open has the file open until it is done with that name.
void acquit_those_open(Suspects& suspects) {
  const FolderNames processes = names_in(kProc);
  for (const std::string& process : processes.names) {
    if (std::isdigit(static_cast<unsigned char>(process.front())) == 0) continue;
    const std::string folder = std::string(kProc) + "/" + process + "/fd/";
    const FolderNames descriptors = names_in(folder);
    for (const std::string& descriptor : descriptors.names) {
      struct stat status {};
      if (::stat((folder + descriptor).c_str(), &status) == 0) suspects.erase({status.st_dev, status.st_ino});
    }
  }
}

}  // namespace

std::vector<std::string> shared_memory_files() {
  return names_in(kSharedMemory).names;
}

std::string shared_memory_path(const std::string& file) {
  return std::string(kSharedMemory) + "/" + file;
}

void remove_half_made(std::time_t since) {
  Suspects suspects = find_suspects(since);
  if (suspects.empty()) return;
  acquit_those_open(suspects);
  for (const auto& [identity, path] : suspects) ::unlink(path.c_str());
}

}  // namespace forkscope::lab
