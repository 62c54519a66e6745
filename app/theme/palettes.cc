#include "app/theme/palettes.h"

namespace forkscope::app {

namespace {

// 0xRRGGBB as one reads it in a picture.
constexpr ImU32 rgb(unsigned value) {
  return IM_COL32((value >> 16) & 255, (value >> 8) & 255, value & 255, 255);
}

constexpr Palette kDark = {
    .background = rgb(0x0e1116),
    .panel = rgb(0x151a21),
    .panel_border = rgb(0x2a333f),
    .raised = rgb(0x1b222b),
    .text = rgb(0xe6edf3),
    .text_dim = rgb(0x97a4b3),
    .text_faint = rgb(0x667384),
    .accent = rgb(0x56b4e9),
    .accent_text = rgb(0x06202e),
    .wrong = rgb(0xff5d5d),
    .wrong_panel = rgb(0x3a1518),
    .wrong_text = rgb(0xff8f8f),
    .slots = rgb(0xcc79a7),
    .buffer = rgb(0xe69f00),
    .pipe = rgb(0x3ccf9f),
    .grid = rgb(0x1f262f),
    .cursor = rgb(0xe6edf3),
    .gil_wait = rgb(0x566273),
    .keyword = rgb(0xd68fb8),
    .string = rgb(0x5fd4ab),
    .number = rgb(0xf0b45a),
    .comment = rgb(0x7d8a99),
    .function_name = rgb(0xf0e442),
};
constexpr Palette kLight = {
    .background = rgb(0xeceff3),
    .panel = rgb(0xffffff),
    .panel_border = rgb(0xcdd5de),
    .raised = rgb(0xf1f4f7),
    .text = rgb(0x14202b),
    .text_dim = rgb(0x4a5866),
    .text_faint = rgb(0x6f7d8b),
    .accent = rgb(0x0072b2),
    .accent_text = rgb(0xffffff),
    .wrong = rgb(0xc8232c),
    .wrong_panel = rgb(0xfde7e7),
    .wrong_text = rgb(0xa31620),
    .slots = rgb(0xa8447d),
    .buffer = rgb(0xb26b00),
    .pipe = rgb(0x007d5a),
    .grid = rgb(0xe3e8ed),
    .cursor = rgb(0x14202b),
    .gil_wait = rgb(0x9aa6b2),
    .keyword = rgb(0x9b2d6f),
    .string = rgb(0x00704f),
    .number = rgb(0x8f5400),
    .comment = rgb(0x66737f),
    .function_name = rgb(0x005e96),
};
constexpr Palette kContrast = {
    .background = rgb(0x000000),
    .panel = rgb(0x000000),
    .panel_border = rgb(0xb8c4d0),
    .raised = rgb(0x1a1a1a),
    .text = rgb(0xffffff),
    .text_dim = rgb(0xe2e8ee),
    .text_faint = rgb(0xb8c4d0),
    .accent = rgb(0x6ecbff),
    .accent_text = rgb(0x000000),
    .wrong = rgb(0xff5050),
    .wrong_panel = rgb(0x400000),
    .wrong_text = rgb(0xffb0b0),
    .slots = rgb(0xff9ad5),
    .buffer = rgb(0xffb81c),
    .pipe = rgb(0x3dffc0),
    .grid = rgb(0x3c444c),
    .cursor = rgb(0xffffff),
    .gil_wait = rgb(0x8c98a4),
    .keyword = rgb(0xff9ad5),
    .string = rgb(0x3dffc0),
    .number = rgb(0xffb81c),
    .comment = rgb(0xc4d0dc),
    .function_name = rgb(0xfff06a),
};

const NamedPalette kPalettes[] = {
    {"dark",
     kDark,
     {rgb(0x56b4e9), rgb(0xe69f00), rgb(0x3ccf9f), rgb(0xcc79a7), rgb(0xf0e442), rgb(0x9fa8ff)}},
    {"light",
     kLight,
     {rgb(0x2f8fc9), rgb(0xc98600), rgb(0x0e9a74), rgb(0xb95f93), rgb(0x9a8f00), rgb(0x6a6fd0)}},
    {"contrast",
     kContrast,
     {rgb(0x6ecbff), rgb(0xffb81c), rgb(0x3dffc0), rgb(0xff9ad5), rgb(0xfff06a), rgb(0xb9c0ff)}},
};

}  // namespace

const NamedPalette& find_palette(const std::string& name) {
  for (const auto& palette : kPalettes)
    if (name == palette.name) return palette;
  return kPalettes[0];
}

}  // namespace forkscope::app
