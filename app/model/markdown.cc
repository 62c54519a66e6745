#include "app/model/markdown.h"

#include <fmt/format.h>
#include <md4c.h>

#include <utility>

namespace forkscope::app {

namespace {

struct ListLevel {
  bool ordered = false;
  unsigned next = 1;
};

class Builder {
 public:
  void enter_block(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
        lists_.push_back({});
        break;
      case MD_BLOCK_OL:
        lists_.push_back({true, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start});
        break;
      case MD_BLOCK_LI:
        begin_item();
        break;
      case MD_BLOCK_H:
        begin(TextBlock::Kind::heading,
              static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_P:
        begin_paragraph();
        break;
      case MD_BLOCK_CODE:
        begin(TextBlock::Kind::code, 1);
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    if ((type == MD_BLOCK_UL || type == MD_BLOCK_OL) && !lists_.empty()) lists_.pop_back();
    if (type == MD_BLOCK_LI) fresh_item_ = false;
  }

  void span(MD_SPANTYPE type, bool on) {
    if (type == MD_SPAN_STRONG) style_.bold = on;
    if (type == MD_SPAN_EM) style_.italic = on;
    if (type == MD_SPAN_CODE) style_.code = on;
  }

  void text(MD_TEXTTYPE type, std::string piece) {
    if (blocks_.empty()) return;
    if (type == MD_TEXT_SOFTBR) piece.assign(1, ' ');
    if (type == MD_TEXT_BR) piece.assign(1, '\n');
    TextRun run = style_;
    run.text = std::move(piece);
    auto& runs = blocks_.back().runs;
    if (!runs.empty() && runs.back().bold == run.bold && runs.back().italic == run.italic &&
        runs.back().code == run.code)
      runs.back().text += run.text;
    else
      runs.push_back(std::move(run));
  }

  std::vector<TextBlock> take() { return std::move(blocks_); }

 private:
  void begin(TextBlock::Kind kind, int level) {
    TextBlock block;
    block.kind = kind;
    block.level = level;
    blocks_.push_back(std::move(block));
  }

  void begin_item() {
    begin(TextBlock::Kind::item, static_cast<int>(lists_.size()));
    ListLevel& list = lists_.back();
    blocks_.back().marker = list.ordered ? fmt::format("{}.", list.next++) : "\u2022";
    fresh_item_ = true;
  }

  // A list item's first paragraph is the item itself.
  void begin_paragraph() {
    if (lists_.empty()) {
      begin(TextBlock::Kind::paragraph, 1);
    } else if (!std::exchange(fresh_item_, false)) {
      begin(TextBlock::Kind::item, static_cast<int>(lists_.size()));
    }
  }

  std::vector<TextBlock> blocks_;
  std::vector<ListLevel> lists_;
  TextRun style_;
  bool fresh_item_ = false;
};

}  // namespace

std::vector<TextBlock> parse_markdown(const std::string& text) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* builder) {
    static_cast<Builder*>(builder)->enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* builder) {
    static_cast<Builder*>(builder)->leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* builder) {
    static_cast<Builder*>(builder)->span(type, true);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* builder) {
    static_cast<Builder*>(builder)->span(type, false);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* builder) {
    static_cast<Builder*>(builder)->text(type, std::string(piece, size));
    return 0;
  };
  Builder builder;
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &builder);
  return builder.take();
}

}  // namespace forkscope::app
