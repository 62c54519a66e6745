#include "core/vm/modules/mersenne_twister.h"

#include <algorithm>

namespace forkscope::vm::modules {

namespace {

constexpr std::size_t kMiddle = 397;

std::uint32_t mixed(std::uint32_t before) {
  return before ^ (before >> 30);
}

}  // namespace

void MersenneTwister::seed_by(std::uint32_t number) {
  state_[0] = number;
  for (std::size_t at = 1; at < kWords; ++at)
    state_[at] = 1812433253u * mixed(state_[at - 1]) + static_cast<std::uint32_t>(at);
  position_ = kWords;
}

void MersenneTwister::seed(std::span<const std::uint32_t> words) {
  seed_by(19650218u);
  std::size_t at = 1, word = 0;
  const auto step = [&] {
    if (++at == kWords) {
      state_[0] = state_[kWords - 1];
      at = 1;
    }
  };
  for (std::size_t round = std::max(kWords, words.size()); round > 0; --round) {
    state_[at] =
        (state_[at] ^ (mixed(state_[at - 1]) * 1664525u)) + words[word] + static_cast<std::uint32_t>(word);
    if (++word == words.size()) word = 0;
    step();
  }
  for (std::size_t round = kWords - 1; round > 0; --round) {
    state_[at] = (state_[at] ^ (mixed(state_[at - 1]) * 1566083941u)) - static_cast<std::uint32_t>(at);
    step();
  }
  state_[0] = 0x80000000u;
}

void MersenneTwister::twist() {
  for (std::size_t at = 0; at < kWords; ++at) {
    const std::uint32_t bits = (state_[at] & 0x80000000u) | (state_[(at + 1) % kWords] & 0x7fffffffu);
    state_[at] = state_[(at + kMiddle) % kWords] ^ (bits >> 1) ^ ((bits & 1u) != 0 ? 0x9908b0dfu : 0u);
  }
  position_ = 0;
}

std::uint32_t MersenneTwister::next() {
  if (position_ >= kWords) twist();
  std::uint32_t bits = state_[position_++];
  bits ^= bits >> 11;
  bits ^= (bits << 7) & 0x9d2c5680u;
  bits ^= (bits << 15) & 0xefc60000u;
  return bits ^ (bits >> 18);
}

double MersenneTwister::next_double() {
  const std::uint32_t high = next() >> 5, low = next() >> 6;
  return (static_cast<double>(high) * 67108864.0 + static_cast<double>(low)) * (1.0 / 9007199254740992.0);
}

}  // namespace forkscope::vm::modules
