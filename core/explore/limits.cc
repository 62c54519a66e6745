#include "core/explore/limits.h"

#include <regex>

namespace forkscope::explore {

namespace {

bool reads_the_world(std::string_view program) {
  static const std::regex words(
      R"(\b(random|secrets|uuid|urandom|perf_counter|monotonic|process_time|strftime|localtime|gmtime|ctime)\b|)"
      R"(\btime\s*\.\s*time|from\s+time\s+import[^\n]*\btime\b|\.(now|utcnow|today)\s*\()");
  return std::regex_search(program.begin(), program.end(), words);
}

}  // namespace

std::string limit_of(std::string_view program) {
  if (reads_the_world(program))
    return "The program reads a clock or random numbers: other values than those that were tried may lead to "
           "something else.";
  return {};
}

}  // namespace forkscope::explore
