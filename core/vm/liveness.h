// Liveness: which local variables of a code may still be read at an instruction. Used where states are
// written down: a value that no one can ask for any more is no part of the state. The usual backward analysis
// over the instructions, with an edge into every handler that covers one.
#pragma once

#include <cstdint>
#include <vector>

#include "core/vm/code.h"

namespace forkscope::vm {

class Liveness {
 public:
  explicit Liveness(const Code& code);
  // Before instruction `at` is executed.
  bool is_live(std::uint32_t at, std::uint32_t local) const {
    return all_live_ || (words_[at * words_per_instruction_ + local / 64] >> (local % 64) & 1) != 0;
  }

 private:
  using Word = std::uint64_t;
  bool update(const Code& code, std::uint32_t at);

  std::size_t words_per_instruction_;
  bool all_live_;
  std::vector<Word> words_;
};

// Found out once; instructions do not change.
const Liveness& liveness_of(Code& code);

}  // namespace forkscope::vm
