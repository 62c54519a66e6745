#include "app/widgets/lab_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

// Marks a text for xgettext; it is translated where it is found.
constexpr const char* tr_mark(const char* english) {
  return english;
}

// The more special ones first.
constexpr std::array kPatterns = {
    tr_mark("Forkscope cannot run the module '{0}'. Run the file with python3 instead: CPython can."),
    tr_mark("There is no module '{0}' here: neither in Python nor beside the program. If it is a package "
            "that you "
            "installed, run the file with python3 instead."),
    tr_mark("Forkscope cannot run {0}. Run the file with python3 instead: CPython can."),
    tr_mark("Forkscope's module '{0}' has no '{1}'. Run the file with python3 instead: CPython can."),
    tr_mark(
        "Stopped: the program had started 64 processes at once, the limit here. All of them were ended. A "
        "program that starts processes without end can bring a computer to a standstill."),
    tr_mark("The program's process could not be started."),
    tr_mark("A process of the program could not be ended; the system holds it inside a call of its own."),
    tr_mark("The engine itself failed ({0}). This is a fault of Forkscope, not of the program. It said: {1}"),
    tr_mark("The engine itself failed ({0}). This is a fault of Forkscope, not of the program."),
    tr_mark("forkscope-lab: can't open file '{0}': [Errno {1}] {2}"),
    tr_mark("forkscope-lab: can't find '__main__' module in '{0}'"),
    // a step that cannot be done
    tr_mark("Step {0}: There is no thread \"{1}\" any more. These can move: {2}."),
    tr_mark("Step {0}: There is no thread \"{1}\". These can move: {2}."),
    tr_mark("Step {0}: The thread \"{1}\" cannot move. These can: {2}."),
    tr_mark("Step {0}: Nobody waits for a time. These can move: {1}."),
    tr_mark("Step {0}: The thread \"{1}\" does not wait for a time. These can move: {2}."),
    tr_mark("Step {0}: There is no process \"{1}\" to kill. These can move: {2}."),
    tr_mark("Word {0} of the schedule, \"{1}\": after * comes how often, a number from 1 on."),
    tr_mark("Word {0} of the schedule, \"{1}\": the name of a thread is missing."),
    tr_mark("The program did not stop at the gate within 20 seconds."),
    tr_mark("A program that has run freely before cannot be run again to the same step."),
    // how a measured run ended
    tr_mark("{0} It started no process."),
    tr_mark("It ended with exit code {0}."),
    tr_mark("It was ended by signal {0}."),
    tr_mark("It was stopped."),
    tr_mark("Stopped: it had not ended after {0} s."),
    tr_mark("Stopped: it had started {0} processes, one after the other, and went on."),
    tr_mark("Windows knows only the start method spawn."),
    tr_mark("There is no program {0} here."),
    tr_mark("{0} did not start."),
    tr_mark("the program chose {0} itself"),
    tr_mark("no child came to its target"),
    tr_mark("stopped: it starts one process after the other"),
    tr_mark("stopped: it had not ended in time"),
    tr_mark("the child did not come to its target"),
    tr_mark("it had ended before it could be looked at"),
    // where a search stopped, and what it does not exclude
    tr_mark("Step {0}, {1}, cannot be followed."),
    tr_mark("These are too many steps."),
    tr_mark("Nothing has been searched yet."),
    tr_mark("The search broke off; nothing is known."),
    tr_mark("Stopped after {0} states."),
    tr_mark("Stopped with {0} MB of states."),
    tr_mark("Stopped on request."),
    tr_mark(
        "The program reads a clock or random numbers: other values than those that were tried may lead to "
        "something else."),
    // why a way was not compared
    tr_mark("Whoever waits lets go of the GIL anyway: see the other threads."),
    tr_mark("Whether work() lets go of the GIL is up to the program."),
    tr_mark("Its result was {0}, that of other ways {1}."),
    tr_mark("It was ended by a signal ({0})."),
    tr_mark("No program is open whose work() could run."),
    // what a child has open, where its names come from
    tr_mark("pipe, read end"),
    tr_mark("pipe, write end"),
    tr_mark("socket"),
    tr_mark("nothing (/dev/null)"),
    tr_mark("terminal"),
    tr_mark("Forkscope's own: the trace"),
    tr_mark("shared memory"),
    tr_mark("end of another process"),
    tr_mark("event of the system"),
    tr_mark("file"),
    tr_mark("copied memory"),
    tr_mark("run of the file"),
    tr_mark("pickled"),
};

// What stands in `text` at the places of `pattern`, which are in order; nothing if it does not fit.
std::optional<std::vector<std::string>> values_in(std::string_view text, std::string_view pattern) {
  std::vector<std::string> values;
  while (true) {
    const std::size_t place = pattern.find('{');
    const std::string_view words = pattern.substr(0, place);
    if (!text.starts_with(words)) return std::nullopt;
    text.remove_prefix(words.size());
    if (place == std::string_view::npos)
      return text.empty() ? std::optional(std::move(values)) : std::nullopt;
    pattern.remove_prefix(pattern.find('}') + 1);
    const std::string_view next = pattern.substr(0, pattern.find('{'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string translated(std::string_view sentence) {
  if (sentence.empty()) return {};
  for (const char* pattern : kPatterns) {
    auto values = values_in(sentence, pattern);
    if (!values) continue;
    for (std::string& value : *values) value = translated(value);
    values->resize(3);
    return tr_format(pattern, (*values)[0], (*values)[1], (*values)[2]);
  }
  return tr(std::string(sentence).c_str());
}

}  // namespace

std::string_view without_place(std::string_view text) {
  const std::size_t at = text.find(": Forkscope");
  return at == std::string_view::npos ? text : text.substr(at + 2);
}

std::string lab_text(const std::string& text) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line(text.data() + begin, end - begin);
    const std::string_view sentence = without_place(line);
    result += line.substr(0, line.size() - sentence.size());
    result += translated(sentence);
    if (end < text.size()) result += '\n';
    begin = end + 1;
  }
  return result;
}

}  // namespace forkscope::app
