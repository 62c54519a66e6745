#include "app/platform/fonts.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <initializer_list>
#include <utility>

#include "imgui_freetype.h"

namespace forkscope::app {

namespace {

constexpr const char* kInter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
constexpr const char* kInterBold = "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf";
constexpr const char* kMono = "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf";
constexpr const char* kCjk = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr const char* kCjkBold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
constexpr int kKorean = 1;             // the face inside the collection
constexpr float kCjkToLatin = 1.197f;  // ImGui's size is ascent + descent; this makes the em squares equal

// What Latin fonts are asked for: Latin, Greek, punctuation, arrows, mathematics, box drawing, shapes.
constexpr ImWchar kLatin[] = {0x20,   0x17f,  0x370,  0x3ff,  0x2010, 0x205e, 0x20a0, 0x20bf, 0x2190,
                              0x21ff, 0x2200, 0x22ff, 0x2500, 0x25ff, 0x2700, 0x27bf, 0};
constexpr ImWchar kFirstCjk = 0x1100;

bool exists(const char* file) {
  std::error_code code;
  return std::filesystem::exists(file, code);
}

const char* first_existing(std::initializer_list<const char*> files) {
  for (const char* file : files)
    if (exists(file)) return file;
  return nullptr;
}

// Decodes one character of UTF-8; moves `text` on. Damaged bytes read as U+FFFD.
ImWchar next_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  unsigned code = length == 1 ? lead : lead & (0x7fu >> length);
  for (std::size_t index = 1; index < length && index < text.size(); ++index)
    code = (code << 6) | (static_cast<unsigned char>(text[index]) & 0x3fu);
  text.remove_prefix(std::min(length, text.size()));
  return code > 0xffff ? ImWchar(0xfffd) : static_cast<ImWchar>(code);
}

ImFontConfig config_for(bool merge) {
  ImFontConfig config;
  config.MergeMode = merge;
  config.OversampleH = 1;
  config.OversampleV = 1;
  config.PixelSnapH = true;
  return config;
}

}  // namespace

void FontShelf::need(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text.front()) < 0x80) {
      text.remove_prefix(1);
      continue;
    }
    const ImWchar character = next_character(text);
    if (character >= kFirstCjk && !(character >= 0x2000 && character < 0x2800) &&
        wanted_.insert(character).second)
      stale_ = true;
  }
}

ImFont* FontShelf::add(const char* file, float size, bool with_cjk, bool bold) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontConfig config = config_for(false);
  ImFont* font = nullptr;
  if (file != nullptr) {
    font = atlas->AddFontFromFileTTF(file, std::round(size), &config, kLatin);
  } else {
    config.SizePixels = std::round(size);
    font = atlas->AddFontDefault(&config);
  }
  const char* cjk = bold ? first_existing({kCjkBold, kCjk}) : first_existing({kCjk, kCjkBold});
  if (!with_cjk || cjk == nullptr || wanted_.empty()) return font;
  ImFontConfig merged = config_for(true);
  merged.FontNo = kKorean;
  atlas->AddFontFromFileTTF(cjk, std::round(size * kCjkToLatin), &merged, ranges_.Data);
  return font;
}

Fonts FontShelf::build(float scale) {
  const char* inter = first_existing({kInter, "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"});
  const char* bold =
      first_existing({kInterBold, "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", kInter});
  const char* mono = first_existing({kMono, "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"});
  missing_.clear();
  for (const auto& [file, package] :
       {std::pair{kInter, "fonts-inter"}, {kMono, "fonts-jetbrains-mono"}, {kCjk, "fonts-noto-cjk"}})
    if (!exists(file)) missing_ += (missing_.empty() ? "" : ", ") + std::string(package);

  ImFontGlyphRangesBuilder builder;
  for (const ImWchar character : wanted_) builder.AddChar(character);
  ranges_.clear();
  builder.BuildRanges(&ranges_);

  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->Clear();
#if IMGUI_VERSION_NUM < 19200
  atlas->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
#endif
  Fonts fonts;
  fonts.body = add(inter, 17 * scale, true, false);
  fonts.bold = add(bold, 17 * scale, true, true);
  fonts.small = add(inter, 15 * scale, true, false);
  fonts.heading = add(bold, 20 * scale, true, true);
  fonts.code = add(mono, 18 * scale, true, false);
  fonts.code_small = add(mono, 16 * scale, true, false);
#if IMGUI_VERSION_NUM < 19200
  atlas->Build();
#endif
  stale_ = false;
  return fonts;
}

}  // namespace forkscope::app
