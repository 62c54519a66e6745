// MersenneTwister: MT19937, the generator behind Python's random, so that a seed gives CPython's numbers.
// Plain data: copied by fork like everything else. Algorithm: M. Matsumoto and T. Nishimura, "Mersenne
// Twister", ACM TOMACS 8 (1998).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace forkscope::vm::modules {

class MersenneTwister {
 public:
  static constexpr std::size_t kWords = 624;

  MersenneTwister() { seed_by(5489u); }
  // Seeds from 32-bit words, least significant first; at least one.
  void seed(std::span<const std::uint32_t> words);

  std::uint32_t next();
  // In [0, 1) with 53 bits, from two words.
  double next_double();

  std::array<std::uint32_t, kWords>& words() { return state_; }
  const std::array<std::uint32_t, kWords>& words() const { return state_; }
  std::size_t position() const { return position_; }
  void set_position(std::size_t position) { position_ = position; }

 private:
  void seed_by(std::uint32_t number);
  void twist();

  std::array<std::uint32_t, kWords> state_{};
  std::size_t position_ = kWords;
};

}  // namespace forkscope::vm::modules
