// The colours of each theme. Const tables.
#pragma once

#include <array>
#include <string>

#include "app/theme/theme.h"

namespace forkscope::app {

struct NamedPalette {
  const char* name;
  Palette palette;
  std::array<ImU32, 6>
      hues;  // of processes, in order of beginning: Okabe-Ito without its red, which means "wrong"
};

const NamedPalette& find_palette(const std::string& name);

}  // namespace forkscope::app
