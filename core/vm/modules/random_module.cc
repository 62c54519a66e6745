#include "core/vm/modules/random_module.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <vector>

#include "core/kernel/host.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/mersenne_twister.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

struct Generator final : Native<Generator> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    for (std::uint32_t& word : numbers.words()) state.number(word);
    std::size_t position = numbers.position();
    state.number(position);
    numbers.set_position(position);
  }
  MersenneTwister numbers;
};

Generator* self_of(NativeCall& call) {
  return read_native<Generator>(call, call.positional.front(), "a Random");
}

std::vector<std::uint32_t> words_of(BigInt number) {
  if (number < 0) number = -number;
  std::vector<std::uint32_t> words;
  for (; number != 0; number >>= 32) words.push_back(static_cast<std::uint32_t>(number & 0xffffffffu));
  if (words.empty()) words.push_back(0);
  return words;
}

std::vector<std::uint32_t> words_of_entropy() {
  const std::string bytes = kernel::entropy(MersenneTwister::kWords * sizeof(std::uint32_t));
  std::vector<std::uint32_t> words(bytes.size() / sizeof(std::uint32_t));
  std::memcpy(words.data(), bytes.data(), words.size() * sizeof(std::uint32_t));
  return words;
}

// Generator(): a new one, seeded by the system.
NativeResult new_generator(NativeCall& call) {
  auto* generator = new Generator(class_in(loaded_module(call.vm, "_random"), "Generator"));
  Value made = Value::adopt(generator);
  generator->numbers.seed(words_of_entropy());
  return call.returns(std::move(made));
}

// seed(int or None)
NativeResult seed(NativeCall& call) {
  Generator* generator = self_of(call);
  if (generator == nullptr) return NativeResult::raised;
  if (call.positional.size() < 2 || call.positional[1].is_none()) {
    generator->numbers.seed(words_of_entropy());
    return call.returns_none();
  }
  const Value& number = call.positional[1];
  if (const auto* big = number.try_as<BigIntObject>(); big != nullptr)
    generator->numbers.seed(words_of(big->value));
  else if (number.is_small_int())
    generator->numbers.seed(words_of(BigInt(number.small())));
  else
    return raise(call, "TypeError", "seed() needs an int");
  return call.returns_none();
}

NativeResult random(NativeCall& call) {
  Generator* generator = self_of(call);
  if (generator == nullptr) return NativeResult::raised;
  return call.returns(make_float(generator->numbers.next_double()));
}

// getrandbits(count): 32 bits a word, the least significant word first, the last one from its high bits.
NativeResult getrandbits(NativeCall& call) {
  Generator* generator = self_of(call);
  std::int64_t count = 0;
  if (generator == nullptr) return NativeResult::raised;
  if (call.positional.size() != 2)
    return raise(call, "TypeError",
                 fmt::format("Random.getrandbits() takes exactly one argument ({} given)",
                             call.positional.size() - 1));
  if (read_int(call, call.positional[1], count)) return NativeResult::raised;
  if (count < 0) return raise(call, "ValueError", "number of bits must be non-negative");
  BigInt number = 0;
  for (std::int64_t done = 0; done < count; done += 32) {
    std::uint32_t word = generator->numbers.next();
    if (count - done < 32) word >>= 32 - (count - done);
    number |= BigInt(word) << static_cast<unsigned>(done);
  }
  return call.returns(make_int(std::move(number)));
}

// getstate(): the 624 words and the position, as a tuple of ints.
NativeResult getstate(NativeCall& call) {
  Generator* generator = self_of(call);
  if (generator == nullptr) return NativeResult::raised;
  std::vector<Value> items;
  for (const std::uint32_t word : generator->numbers.words()) items.push_back(Value::small_int(word));
  items.push_back(Value::small_int(static_cast<std::int64_t>(generator->numbers.position())));
  return call.returns(make_tuple(std::move(items)));
}

NativeResult setstate(NativeCall& call) {
  Generator* generator = self_of(call);
  if (generator == nullptr) return NativeResult::raised;
  const auto* state = call.positional.size() == 2 ? call.positional[1].try_as<Tuple>() : nullptr;
  if (state == nullptr || state->items.size() != MersenneTwister::kWords + 1)
    return raise(call, "ValueError", "state vector is the wrong size");
  for (std::size_t at = 0; at <= MersenneTwister::kWords; ++at) {
    std::int64_t number = 0;
    if (read_int(call, state->items[at], number)) return NativeResult::raised;
    if (at < MersenneTwister::kWords)
      generator->numbers.words()[at] = static_cast<std::uint32_t>(number);
    else if (number < 0 || number > static_cast<std::int64_t>(MersenneTwister::kWords))
      return raise(call, "ValueError", "invalid state");
    else
      generator->numbers.set_position(static_cast<std::size_t>(number));
  }
  return call.returns_none();
}

constexpr std::array kMethods = {NativeDefinition{"seed", seed}, NativeDefinition{"random", random},
                                 NativeDefinition{"getrandbits", getrandbits},
                                 NativeDefinition{"getstate", getstate},
                                 NativeDefinition{"setstate", setstate}};
constexpr std::array kFunctions = {NativeDefinition{"new_generator", new_generator}};

void build(Vm& vm, Module& module) {
  Class* generator = vm.define_class(&module, "Generator");
  define_methods(*generator, kMethods);
  define_functions(module, kFunctions);
}

}  // namespace

void register_random_module() {
  register_native_module("_random", build);
}

}  // namespace forkscope::vm::modules
