#include "tests/conformance/traced_run.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/trace/trace_file.h"

namespace forkscope::conformance {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "conformance-XXXXXX").string();
  return ::mkdtemp(pattern.data()) == nullptr ? std::string() : pattern;
}

}  // namespace

TracedRun::TracedRun(const std::string& program, const std::string& start_method) : folder_(new_folder()) {
  std::ofstream(folder_ + "/program.py") << program;
  const std::string command = "cd '" + folder_ + "' && timeout 60 '" FORKSCOPE_LAB "' run --start-method " +
                              start_method + " --trace trace program.py >output 2>errors </dev/null";
  const int status = std::system(command.c_str());
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  output_ = contents(folder_ + "/output");
  errors_ = contents(folder_ + "/errors");
  const auto read = trace::read_trace(folder_ + "/trace", store_);
  EXPECT_TRUE(read.ok()) << errors_;
  EXPECT_EQ(store_.lost(), 0U);
  for (std::size_t i = 0; i < store_.size(); ++i) {
    const Event& event = store_.event(store_.first_index() + i);
    if (event.phase == trace::Phase::done) events_.push_back(event);
  }
}

TracedRun::~TracedRun() {
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::vector<Event> TracedRun::where(const std::function<bool(const Event&)>& wanted) const {
  std::vector<Event> found;
  for (const Event& event : events_) {
    if (wanted(event)) found.push_back(event);
  }
  return found;
}

std::vector<Event> TracedRun::of_kind(EventKind kind) const {
  return where([kind](const Event& event) { return event.kind == kind; });
}

std::vector<std::string> TracedRun::names(const std::vector<Event>& events) {
  std::vector<std::string> result;
  for (const Event& event : events) result.emplace_back(trace::info(event.kind).name);
  return result;
}

std::string TracedRun::thread_name(base::ThreadId thread) const {
  const auto& threads = store_.now().threads;
  const auto found = threads.find(thread);
  return found == threads.end() ? std::string() : store_.string(found->second.name);
}

TracedRun::QueueObjects TracedRun::queue(std::size_t number) const {
  const std::vector<Event> created = of_kind(EventKind::queue_created);
  if (number >= created.size()) return {};
  const Event& event = created[number];
  return {.queue = event.object,
          .pipe = static_cast<base::ObjectId>(event.a >> 32),
          .slots = static_cast<base::ObjectId>(event.a & 0xffffffff),
          .reader_lock = static_cast<base::ObjectId>(event.b >> 32),
          .writer_lock = static_cast<base::ObjectId>(event.b & 0xffffffff),
          .maxsize = event.result};
}

std::vector<Event> TracedRun::between(const std::function<bool(const Event&)>& begins,
                                      const std::function<bool(const Event&)>& ends) const {
  std::vector<Event> found;
  base::ThreadId thread = 0;
  for (const Event& event : events_) {
    if (thread == 0 && begins(event)) {
      thread = event.thread;
      continue;
    }
    if (thread == 0 || event.thread != thread) continue;
    if (ends(event)) return found;
    found.push_back(event);
  }
  ADD_FAILURE() << (thread == 0 ? "it never begins" : "it never ends");
  return found;
}

}  // namespace forkscope::conformance
