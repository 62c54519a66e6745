#include "core/lab/step_memory.h"

namespace forkscope::lab {

namespace {

// Some 50 MB; what comes later is not compared.
constexpr std::size_t kMostMarks = 1u << 20;

}  // namespace

// FNV-1a, and the finaliser of SplitMix64 so that positions spread.
StepMemory::Position StepMemory::after(Position before, std::string_view choice) {
  std::uint64_t hash = before ^ 0xcbf29ce484222325u;
  for (const char letter : choice) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
  return hash ^ (hash >> 31);
}

const trace::StepMark* StepMemory::find(Position position) const {
  const auto found = marks_.find(position);
  return found == marks_.end() ? nullptr : &found->second;
}

void StepMemory::learn(Position position, const trace::StepMark& mark) {
  if (marks_.size() < kMostMarks || marks_.contains(position)) marks_[position] = mark;
}

}  // namespace forkscope::lab
