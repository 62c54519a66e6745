#include "app/widgets/starts_text.h"

#include <array>
#include <string_view>

#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"

namespace forkscope::app {

namespace {

// Marks a text for xgettext; it is translated where it is found.
constexpr const char* tr_mark(const char* english) {
  return english;
}

struct Meaning {
  std::string_view stage;
  const char* sentence;
};

constexpr std::array kMeanings = {
    Meaning{"load_method",
            tr_mark("start() asks which method counts: the program's choice, or the system's usual "
                    "one. Its module is loaded when it is first used.")},
    Meaning{"flush", tr_mark("What print() has not written yet would be copied too, and come out twice.")},
    Meaning{"make_pipes",
            tr_mark("When one of the two dies, the system closes its ends. So each learns that the "
                    "other is gone.")},
    Meaning{"fork",
            tr_mark("The kernel copies the whole process. Memory is shared until one of the two writes to "
                    "it. Nothing is pickled.")},
    Meaning{"start_returns", tr_mark("From here on the parent goes on, while the child still begins.")},
    Meaning{"fork_begins",
            tr_mark("Other threads are not copied. A lock that one of them held stays locked here "
                    "for ever.")},
    Meaning{"close_parents",
            tr_mark("The copy has the parent's ends of the pipes as well. Left open, they would "
                    "hide that the parent has died.")},
    Meaning{"reset_copies",
            tr_mark("Items that the parent has put but not yet sent stay the parent's. The child "
                    "takes its own name.")},
    Meaning{"ensure_tracker",
            tr_mark("It removes semaphores and shared memory when all others are gone. It runs "
                    "none of the program's code.")},
    Meaning{"tracker_boots",
            tr_mark("Once in a program. It goes on beside the parent, which does not wait for it.")},
    Meaning{"prepare",
            tr_mark("The name, sys.path, sys.argv, the working folder, the path of the program's file.")},
    Meaning{"pickle",
            tr_mark("What cannot be pickled, a lambda for instance, is refused here, before there is a "
                    "child.")},
    Meaning{"spawn",
            tr_mark("The child is a fresh program: it has nothing of the parent's memory, and only the "
                    "descriptors that it is given.")},
    Meaning{"write_pickle",
            tr_mark("If it is larger than the pipe, 64 KiB, start() waits here until the child "
                    "reads.")},
    Meaning{"load_program", tr_mark("From the fork until the interpreter's own first instruction in the new "
                                    "process.")},
    Meaning{"boot",
            tr_mark("The interpreter and its modules start from nothing. With python3 this is most of "
                    "what spawn costs.")},
    Meaning{"read_preparation",
            tr_mark("The first of two pickles: what the child must know before it can read the "
                    "second.")},
    Meaning{"apply_preparation",
            tr_mark("Now it looks like its parent: the same folder, the same sys.argv, the "
                    "same start method.")},
    Meaning{"run_main",
            tr_mark("The whole file runs again, except what stands under the main guard. Globals get "
                    "the values that the file gives them.")},
    Meaning{"unpickle",
            tr_mark("The target is found by its name in the module that has just run. Arguments are "
                    "new objects.")},
    Meaning{"bootstrap",
            tr_mark("Its standard input is empty: two processes must not read from one keyboard.")},
    Meaning{"prepare_and_pickle",
            tr_mark("As with spawn, name, paths, arguments and the Process object become "
                    "bytes. A lambda is refused here.")},
    Meaning{"start_server",
            tr_mark("A small process that does nothing but fork. It is started once; every later "
                    "start() uses it again.")},
    Meaning{"server_boots",
            tr_mark("An interpreter with a single thread and nothing of the program in it: forking "
                    "it is cheap and safe.")},
    Meaning{"send_descriptors",
            tr_mark("Over its socket. The child will not be the parent's own, so it inherits "
                    "nothing from it.")},
    Meaning{"server_forks",
            tr_mark("ps shows the server as the child's parent. The child shares the server's "
                    "memory, not the program's.")},
    Meaning{"read_pid",
            tr_mark("Only the server knows the pid of what it has forked, so the parent waits for its "
                    "answer.")},
    Meaning{"close_servers", tr_mark("The copy has the server's sockets and pipes as well.")},
    Meaning{"run_target",
            tr_mark("What was given as Process(target=...). The time that is measured ends at its "
                    "first line.")},
    Meaning{"reap",
            tr_mark("join() and exitcode read it. Until somebody has waited for the child, ps shows it as "
                    "<defunct>.")},
};

}  // namespace

ImU32 method_colour(const std::string& method) {
  return process_colour(method == "fork" ? 1 : method == "spawn" ? 2 : 3);
}

std::string microseconds_text(double us) {
  return us < 0 ? "–" : duration_text(static_cast<std::int64_t>(us * 1000));
}

std::string kibibytes_text(int kib) {
  return kib < 1024 ? fmt::format("{} KiB", kib) : fmt::format("{:.1f} MiB", kib / 1024.0);
}

std::string who_text(const std::string& who) {
  if (who == "parent") return tr("parent");
  if (who == "child") return tr("child");
  if (who == "server") return tr("server");
  if (who == "tracker") return tr("tracker");
  return who == "kernel" ? tr("kernel") : who;
}

std::string stage_meaning(const std::string& name) {
  for (const Meaning& meaning : kMeanings)
    if (meaning.stage == name) return tr(meaning.sentence);
  return {};
}

std::string parent_text(const lab::ChildEvidence& child) {
  return child.parent_role == "fork server" ? tr("the fork server") : tr("the program");
}

std::string descriptor_text(const lab::OpenDescriptor& descriptor) {
  std::string text = fmt::format("{}: {}", descriptor.number, lab_text(descriptor.what));
  if (descriptor.in_parent >= 0) text += " · " + tr_format("the parent's {0}", descriptor.in_parent);
  if (descriptor.other_end_in_parent >= 0)
    text += " · " + tr_format("its other end is the parent's {0}", descriptor.other_end_in_parent);
  return text;
}

std::string field_text(const std::string& field) {
  if (field == "parent_pid") return tr("parent pid");
  if (field == "short_name") return tr("short name");
  if (field == "command_line") return tr("command line");
  if (field == "memory") return tr("memory before its target");
  if (field == "memory_after_target") return tr("memory after its target");
  if (field == "threads") return tr("threads");
  if (field == "descriptors") return tr("open files");
  return field == "names" ? tr("names") : field;
}

std::string exit_text(const lab::ChildEvidence& child) {
  if (!child.ended) return tr("had not ended");
  if (child.exit_code < 0) return tr_format("ended by signal {0}", -child.exit_code);
  return tr_format("exit code {0}", child.exit_code);
}

}  // namespace forkscope::app
