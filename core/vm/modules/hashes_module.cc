// Module `_hashes`: digests of bytes, by OpenSSL. Hash objects themselves are Python (hashlib.py, hmac.py):
// what they have been fed is theirs, so that they stay plain data.
#include "core/vm/modules/hashes_module.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <limits>
#include <string>

#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// The algorithm that the first argument names; null and a ValueError if there is none of that name.
const EVP_MD* algorithm_of(NativeCall& call) {
  const bool named = !call.positional.empty() && call.positional[0].is(Kind::string);
  const std::string name = named ? call.positional[0].known<String>()->text : "";
  // OpenSSL spells some names otherwise.
  std::string theirs = name;
  if (name.starts_with("sha3_") || name.starts_with("sha512_")) theirs.replace(name.find('_'), 1, "-");
  if (name == "blake2b") theirs = "blake2b512";
  if (name == "blake2s") theirs = "blake2s256";
  const EVP_MD* algorithm = named ? EVP_get_digestbyname(theirs.c_str()) : nullptr;
  if (algorithm == nullptr) raise(call, "ValueError", "unsupported hash type " + name);
  return algorithm;
}

const std::string* bytes_of(NativeCall& call, std::size_t index) {
  if (index < call.positional.size() && take_bytes(call.positional[index]))
    return &call.positional[index].known<Bytes>()->data;
  raise(call, "TypeError", "bytes are needed");
  return nullptr;
}

const unsigned char* unsigned_data(const std::string& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string text_of(const std::array<unsigned char, EVP_MAX_MD_SIZE>& digest, unsigned size) {
  return {reinterpret_cast<const char*>(digest.data()), size};
}

// From so many bytes on the GIL is let go meanwhile: where CPython's hashlib does.
constexpr std::size_t kLongEnough = 2048;

// digest(algorithm, data)
NativeResult digest(NativeCall& call) {
  const EVP_MD* algorithm = algorithm_of(call);
  if (algorithm == nullptr) return NativeResult::raised;
  const std::string* data = bytes_of(call, 1);
  if (data == nullptr) return NativeResult::raised;
  std::array<unsigned char, EVP_MAX_MD_SIZE> result{};
  unsigned size = 0;
  int done = 0;
  const auto compute = [&] {
    done = EVP_Digest(data->data(), data->size(), result.data(), &size, algorithm, nullptr);
  };
  if (data->size() < kLongEnough) {
    compute();
  } else {
    without_gil(call, compute);
  }
  if (done != 1) return raise(call, "ValueError", "this system does not allow the hash type");
  return call.returns(make_bytes(text_of(result, size)));
}

// keyed_digest(algorithm, key, data): HMAC
NativeResult keyed_digest(NativeCall& call) {
  const EVP_MD* algorithm = algorithm_of(call);
  if (algorithm == nullptr) return NativeResult::raised;
  const std::string* key = bytes_of(call, 1);
  const std::string* data = key == nullptr ? nullptr : bytes_of(call, 2);
  if (data == nullptr) return NativeResult::raised;
  std::array<unsigned char, EVP_MAX_MD_SIZE> result{};
  unsigned size = 0;
  if (HMAC(algorithm, key->data(), static_cast<int>(key->size()), unsigned_data(*data), data->size(),
           result.data(), &size) == nullptr) {
    return raise(call, "ValueError", "this system does not allow the hash type");
  }
  return call.returns(make_bytes(text_of(result, size)));
}

// derive(algorithm, password, salt, iterations, length): PBKDF2 with HMAC (RFC 8018)
NativeResult derive(NativeCall& call) {
  const EVP_MD* algorithm = algorithm_of(call);
  if (algorithm == nullptr) return NativeResult::raised;
  const std::string* password = bytes_of(call, 1);
  const std::string* salt = password == nullptr ? nullptr : bytes_of(call, 2);
  if (salt == nullptr) return NativeResult::raised;
  constexpr std::int64_t kMost = std::numeric_limits<int>::max();
  std::int64_t iterations = 0, length = 0;
  if (call.positional.size() != 5) return raise(call, "TypeError", "derive() takes 5 arguments");
  if (read_int(call, call.positional[3], iterations) || read_int(call, call.positional[4], length))
    return NativeResult::raised;
  if (iterations < 1 || length < 1 || iterations > kMost || length > kMost)
    return raise(call, "ValueError", "a number does not fit");
  std::string key(static_cast<std::size_t>(length), '\0');
  int done = 0;
  without_gil(call, [&] {
    done = PKCS5_PBKDF2_HMAC(password->data(), static_cast<int>(password->size()), unsigned_data(*salt),
                             static_cast<int>(salt->size()), static_cast<int>(iterations), algorithm,
                             static_cast<int>(length), reinterpret_cast<unsigned char*>(key.data()));
  });
  if (done != 1) return raise(call, "ValueError", "this system does not allow the hash type");
  return call.returns(make_bytes(std::move(key)));
}

// sizes(algorithm) -> (bytes of a digest, bytes of a block)
NativeResult sizes(NativeCall& call) {
  const EVP_MD* algorithm = algorithm_of(call);
  if (algorithm == nullptr) return NativeResult::raised;
  return call.returns(
      make_tuple({Value::small_int(EVP_MD_size(algorithm)), Value::small_int(EVP_MD_block_size(algorithm))}));
}

// equal(a, b), in a time that does not tell where they differ
NativeResult equal(NativeCall& call) {
  const std::string* left = bytes_of(call, 0);
  const std::string* right = left == nullptr ? nullptr : bytes_of(call, 1);
  if (right == nullptr) return NativeResult::raised;
  const bool same =
      left->size() == right->size() && CRYPTO_memcmp(left->data(), right->data(), left->size()) == 0;
  return call.returns(Value::boolean(same));
}

void build(Vm&, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {{"digest", digest},
                                                    {"keyed_digest", keyed_digest},
                                                    {"derive", derive},
                                                    {"sizes", sizes},
                                                    {"equal", equal}};
  define_functions(module, kFunctions);
}

}  // namespace

void register_hashes_module() {
  register_native_module("_hashes", build);
}

}  // namespace forkscope::vm::modules
