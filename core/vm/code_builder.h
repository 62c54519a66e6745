// CodeBuilder: one Code object in the making: instructions with positions, labels, protected regions,
// constants and names. It keeps count of the value stack while instructions are added, and leaves out what
// cannot be reached. Used by the compiler.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/vm/code.h"

namespace forkscope::vm {

// The change of the stack's depth when an instruction falls through to the next one, or jumps.
int stack_effect(Opcode op, std::uint32_t argument, bool jumps);
bool is_jump(Opcode op);
// Nothing after it is reached in line.
bool ends_flow(Opcode op);

class CodeBuilder {
 public:
  using Label = std::uint32_t;
  using Region = std::uint32_t;
  static constexpr Region kNoRegion = 0;

  CodeBuilder();

  void emit(Opcode op, std::uint32_t argument = 0);
  void jump(Opcode op, Label target);
  Label new_label();
  void bind(Label label);
  bool is_reachable() const { return reachable_; }
  int depth() const { return depth_; }

  // An exception inside the region goes to `handler`, with the stack as deep as it is now plus `extra`, and
  // the exception on it.
  Region new_region(Label handler, int extra = 0);
  // Instructions added from here on belong to the region; returns the one before.
  Region enter_region(Region region);
  Region region() const { return region_; }

  void load_constant(const Value& value);
  std::uint32_t constant(const Value& value);
  std::uint32_t name(const std::string& text);

  const Position& position() const { return position_; }
  void set_position(const Position& position) { position_ = position; }

  // The finished instructions, tables and stack size, put into `code`.
  void finish(Code& code);

 private:
  struct LabelState {
    std::int64_t at = -1;  // -1: not bound yet
    int depth = -1;        // -1: nothing jumps there yet
  };
  struct RegionState {
    Label handler = 0;
    int depth = 0;
  };
  void move_depth(int effect);
  void reach(Label label, int depth);
  static std::string key_of(const Value& value);

  std::vector<Instruction> instructions_;
  std::vector<Position> positions_;
  std::vector<Region> regions_of_;  // one an instruction
  std::vector<LabelState> labels_;
  std::vector<RegionState> regions_;
  std::vector<Value> constants_, names_;
  std::map<std::string, std::uint32_t> constant_index_, name_index_;
  Position position_;
  Region region_ = kNoRegion;
  bool reachable_ = true;
  int depth_ = 0, deepest_ = 0;
};

}  // namespace forkscope::vm
