#include "app/widgets/compare_text.h"

#include <string_view>

#include "app/theme/theme.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

// Marks a text for xgettext; it is translated where it is found.
constexpr const char* tr_mark(const char* english) {
  return english;
}

struct WayWords {
  std::string_view way;
  const char *name, *short_name;
  base::ProcessId hue;  // as of processes; 0 = the quiet one
  int shade;
};
constexpr WayWords kWays[] = {
    {"serial", tr_mark("one after another"), tr_mark("one by one"), 0, 0},
    {"serial-nogil", tr_mark("one after another, GIL released"), tr_mark("one by one, no GIL"), 0, 0},
    {"threads", tr_mark("threads, with the GIL"), tr_mark("threads + GIL"), 2, 0},
    {"threads-nogil", tr_mark("threads, GIL released"), tr_mark("threads, no GIL"), 5, 0},
    {"fork", tr_mark("processes, fork"), "fork", 1, 0},
    {"spawn", tr_mark("processes, spawn"), "spawn", 3, 0},
    {"forkserver", tr_mark("processes, forkserver"), "forkserver", 6, 0},
    {"pool-fork", tr_mark("Pool, fork"), "Pool, fork", 1, 2},
    {"pool-spawn", tr_mark("Pool, spawn"), "Pool, spawn", 3, 2},
    {"executor-threads", "ThreadPoolExecutor", "ThreadPoolEx.", 2, 2},
    {"executor-processes", "ProcessPoolExecutor", "ProcessPoolEx.", 4, 0},
};

const WayWords* words_of(const std::string& way) {
  for (const WayWords& words : kWays)
    if (words.way == way) return &words;
  return nullptr;
}

struct WorkWords {
  std::string_view work;
  const char *name, *meaning, *size;
};
constexpr WorkWords kWorks[] = {
    {"primes", tr_mark("count primes"), tr_mark("A task computes: it counts the primes below a number."),
     tr_mark("primes below")},
    {"io", tr_mark("wait for I/O"),
     tr_mark("A task waits: it sleeps, and then asks a server over a socket and waits for its answer."),
     tr_mark("milliseconds of waiting")},
    {"mixed", tr_mark("mixed"), tr_mark("A task waits for a server, and then counts primes."),
     tr_mark("primes below")},
    {"bytes", tr_mark("big items"), tr_mark("A task goes over the bytes that came with its item."),
     tr_mark("times over the bytes")},
    {"function", "work(item)",
     tr_mark("A task calls the function work(item) of the program that is opened. Items are 0, 1, 2 ..."),
     tr_mark("size")},
};

const WorkWords& words_of_work(const std::string& work) {
  for (const WorkWords& words : kWorks)
    if (words.work == work) return words;
  return kWorks[0];
}

}  // namespace

ImU32 way_colour(const std::string& way) {
  const WayWords* words = words_of(way);
  return words == nullptr || words->hue == 0 ? theme().palette.text_dim
                                             : thread_colour(words->hue, words->shade);
}

std::string way_text(const std::string& way) {
  const WayWords* words = words_of(way);
  return words == nullptr ? way : tr(words->name);
}

std::string way_short_text(const std::string& way) {
  const WayWords* words = words_of(way);
  return words == nullptr ? way : tr(words->short_name);
}

std::string work_text(const std::string& work) {
  return tr(words_of_work(work).name);
}
std::string work_meaning(const std::string& work) {
  return tr(words_of_work(work).meaning);
}

std::string knob_text(CompareKnob knob, const std::string& work) {
  switch (knob) {
    case CompareKnob::tasks:
      return tr("tasks");
    case CompareKnob::size:
      return tr(words_of_work(work).size);
    case CompareKnob::bytes:
      return tr("bytes per item");
    case CompareKnob::chunk:
      return tr("tasks per chunk");
    case CompareKnob::repeat:
      return tr("repetitions, median");
    case CompareKnob::tasks_per_child:
      break;
  }
  return tr("chunks per worker");
}

std::string knob_value_text(const lab::CompareSettings& order, CompareKnob knob) {
  const int value = knob_value(order, knob);
  if (knob == CompareKnob::bytes) return bytes_text(value);
  if (knob == CompareKnob::chunk && value == 0) return tr("automatic");
  if (knob == CompareKnob::tasks_per_child && value == 0) return tr("no limit");
  return count_text(static_cast<std::uint64_t>(value));
}

std::string seconds_text(double seconds) {
  return seconds < 0 ? "–" : duration_text(static_cast<std::int64_t>(seconds * 1e9));
}

std::string bytes_text(double bytes) {
  if (bytes < 1000) return fmt::format("{:.0f} B", bytes);
  return bytes < 1e6 ? fmt::format("{:g} kB", bytes / 1e3) : fmt::format("{:g} MB", bytes / 1e6);
}

std::string scaled_text(CompareScale scale, double value) {
  if (scale == CompareScale::time) return value == 0 ? "0" : seconds_text(value);
  if (scale == CompareScale::items_per_second)
    return tr_format("{0} /s", count_text(static_cast<std::uint64_t>(value + 0.5)));
  return fmt::format("{:.2f}×", value);
}

BarPart part_of_kind(const std::string& kind, ImU32 hue) {
  const Palette& p = theme().palette;
  if (kind == "start_up") return {tr("start-up"), 0, Fill::plain, p.gil_wait};
  if (kind == "computing") return {tr("computing"), 0, Fill::plain, hue};
  if (kind == "task") return {tr("task"), 0, Fill::plain, hue};
  if (kind == "io") return {tr("waiting for I/O"), 0, Fill::hatched, hue};
  if (kind == "gil") return {tr("waiting for the GIL"), 0, Fill::hatched_closely, p.text_faint};
  if (kind == "pickling") return {tr("pickling"), 0, Fill::plain, p.slots};
  if (kind == "pipe") return {tr("pipe"), 0, Fill::hatched_closely, p.slots};
  if (kind == "locks") return {tr("locks"), 0, Fill::hatched, p.text};
  return {tr("idle"), 0, Fill::outlined, p.panel_border};
}

std::vector<BarPart> parts_of(const lab::CompareSplit& split, ImU32 hue) {
  std::vector<BarPart> parts;
  const auto add = [&](const char* kind, double value) {
    parts.push_back(part_of_kind(kind, hue));
    parts.back().value = std::max(0.0, value);
  };
  add("start_up", split.start_up);
  add("computing", split.computing);
  add("io", split.io);
  add("gil", split.gil);
  add("pickling", split.pickling);
  add("pipe", split.pipe);
  add("locks", split.locks);
  add("idle", split.idle);
  return parts;
}

}  // namespace forkscope::app
