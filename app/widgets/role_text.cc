#include "app/widgets/role_text.h"

#include "app/widgets/i18n.h"

namespace forkscope::app {

std::string role_name(ProcessRole role) {
  switch (role) {
    case ProcessRole::program:
      return {};
    case ProcessRole::resource_tracker:
      return tr("resource tracker");
    case ProcessRole::fork_server:
      return tr("fork server");
    case ProcessRole::manager:
      return tr("manager");
  }
  return {};
}

std::string role_sentence(ProcessRole role) {
  switch (role) {
    case ProcessRole::program:
      return {};
    case ProcessRole::resource_tracker:
      return tr(
          "Watches semaphores and shared memory, and removes what is left of them at the end. It runs "
          "nothing of yours.");
    case ProcessRole::fork_server:
      return tr("Forks a small child for every start(). It runs nothing of yours itself.");
    case ProcessRole::manager:
      return tr(
          "Keeps the manager's dicts, lists and queues, and works on them for everybody who asks: one "
          "thread for each who is connected.");
  }
  return {};
}

std::string process_title(const trace::Store& store, base::ProcessId process) {
  const std::string pid = std::to_string(process_pid(store, process));
  const ProcessRole role = process_role(store, process);
  if (role == ProcessRole::resource_tracker || role == ProcessRole::fork_server)
    return pid + " " + role_name(role);
  const std::string name = process_name(store, process);
  return pid + " " + (name == pid ? std::string(tr("(no name yet)")) : name);
}

}  // namespace forkscope::app
