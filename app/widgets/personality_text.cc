#include "app/widgets/personality_text.h"

#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

std::string system_sentence(const std::string& system) {
  if (system == "macos")
    return tr(
        "macOS: processes start by spawn unless the program says otherwise, qsize() raises "
        "NotImplementedError, and a queue has room for 32767 items at most.");
  if (system == "windows")
    return tr(
        "Windows: spawn is the only start method, there is no resource tracker, and writers to a queue's "
        "pipe "
        "need no lock.");
  return {};
}

void add_versions(const std::string& version, std::vector<std::string>& sentences) {
  if (version >= "3.12")
    sentences.emplace_back(
        tr("Python 3.12: fork warns in a process with several threads; connections prove their key with "
           "SHA-256."));
  if (version >= "3.13")
    sentences.emplace_back(tr(
        "Python 3.13: functions registered with atexit run in children too; the resource tracker tells what "
        "was left behind."));
  if (version >= "3.14")
    sentences.emplace_back(
        tr("Python 3.14: forkserver is the usual start method on Linux, and the fork server imports the "
           "program's file once; pickles are of protocol 5."));
}

}  // namespace

std::string personality_name(const Personality& personality) {
  return fmt::format("Python {} · {}", personality.python_version, system_name(personality.system));
}

std::string imitation_mark(const Personality& personality) {
  if (!personality.imitates()) return {};
  const std::string mark =
      tr_format("imitated: {0}, Python {1}", system_name(personality.system), personality.python_version);
  return personality.empty_by_semaphore ? mark + ", " + tr("another empty()") : mark;
}

std::vector<std::string> imitated_behaviours(const Personality& personality) {
  std::vector<std::string> sentences;
  if (const std::string system = system_sentence(personality.system); !system.empty())
    sentences.push_back(system);
  add_versions(personality.python_version, sentences);
  if (personality.empty_by_semaphore)
    sentences.emplace_back(
        tr("empty() counts the slots taken instead of looking into the pipe, as proposed for CPython."));
  return sentences;
}

std::string imitation_sentence(const Personality& personality) {
  if (!personality.imitates())
    return tr("Nothing is imitated: the engine speaks Python 3.11, and this machine runs Linux.");
  std::string text =
      tr("This machine runs Linux all the same: no other system is started, only how "
         "multiprocessing behaves there is copied, and times are those of Linux.");
  for (const std::string& behaviour : imitated_behaviours(personality)) text += "\n" + behaviour;
  return text;
}

}  // namespace forkscope::app
