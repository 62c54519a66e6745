#include "core/trace/steps.h"

#include <algorithm>

#include "core/trace/arena.h"

namespace forkscope::trace {

void put_text(std::array<char, 64>& place, std::string_view text) {
  const std::size_t size = std::min(text.size(), place.size() - 1);
  std::copy_n(text.begin(), size, place.begin());
  std::fill(place.begin() + static_cast<std::ptrdiff_t>(size), place.end(), '\0');
}

std::string_view text_in(const std::array<char, 64>& place) {
  return {place.data(),
          static_cast<std::size_t>(std::find(place.begin(), place.end(), '\0') - place.begin())};
}

// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
std::uint64_t draw_entropy(const Arena& arena) {
  StepClock& steps = arena.header().steps;
  const std::uint64_t drawn = steps.entropy_drawn.fetch_add(1) + 1;
  std::uint64_t bits = steps.entropy_seed.load() + drawn * 0x9e3779b97f4a7c15u;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
  return bits ^ (bits >> 31);
}

}  // namespace forkscope::trace
