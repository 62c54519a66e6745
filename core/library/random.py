"""random: the numbers that CPython gives for a seed (MT19937 is native, see modules/random_module.cc)."""
import math
import os
import _os
import _random
import operator
import warnings

from _personality import RANDRANGE_TAKES_WHOLE_FLOATS

_LOG4 = math.log(4.0)
_SG_MAGIC = 1.0 + math.log(4.5)
_MAGIC = 4 * math.exp(-0.5) / math.sqrt(2.0)


class Random:
    def __init__(self, x=None):
        self._numbers = _random.new_generator()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        if version == 1 and isinstance(a, (str, bytes)):
            codes = [ord(character) for character in a] if isinstance(a, str) else list(a)
            number = codes[0] << 7 if codes else 0
            for code in codes:
                number = (1000003 * number ^ code) & 0xFFFFFFFFFFFFFFFF
            a = number ^ len(codes)
        elif isinstance(a, (str, bytes, bytearray)):
            data = a.encode() if isinstance(a, str) else a
            import hashlib
            a = int.from_bytes(data + hashlib.sha512(data).digest(), "big")
        elif isinstance(a, float):
            a = hash(a)
        elif a is not None and not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self._numbers.seed(a if a is None else int(a))
        if type(self) is Random:
            # A class of the program may have methods of these names.
            self.random = self._numbers.random
            self.getrandbits = self._numbers.getrandbits
        self.gauss_next = None

    def random(self):
        return self._numbers.random()

    def getrandbits(self, k, /):
        return self._numbers.getrandbits(k)

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        for place in cls.__mro__:
            if "_below" in place.__dict__:
                break
            if "getrandbits" in place.__dict__:
                cls._below = Random._below
                break
            if "random" in place.__dict__:
                cls._below = cls._below_by_random
                break

    def getstate(self):
        return 3, self._numbers.getstate(), self.gauss_next

    def setstate(self, state):
        version, internal, self.gauss_next = state
        if version != 3:
            raise ValueError("state with version " + str(version) + " passed to Random.setstate() of version 3")
        self._numbers.setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def _below(self, n):
        """A random int in [0, n): as many bits as n has, again while too large."""
        if not n:
            return 0
        bits = n.bit_length()
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def _below_by_random(self, n, maxsize=1 << 53):
        if n >= maxsize:
            warnings.warn("Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n"
                          "To remove the range limitation, add a getrandbits() method.")
            return math.floor(self.random() * n)
        if not n:
            return 0
        limit = (maxsize - maxsize % n) / maxsize
        number = self.random()
        while number >= limit:
            number = self.random()
        return math.floor(number * maxsize) % n

    def randrange(self, start, stop=None, step=1):
        if type(start) is not int:
            start = self._whole(start, "arg 1")
        if stop is not None and type(stop) is not int:
            stop = self._whole(stop, "stop")
        if type(step) is not int:
            step = self._whole(step, "step")
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step > 0:
            count = (width + step - 1) // step
        elif step < 0:
            count = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(count)

    def _whole(self, number, which):
        """As an int what randrange() was given."""
        if hasattr(type(number), "__index__") or not RANDRANGE_TAKES_WHOLE_FLOATS:
            return operator.index(number)
        whole = int(number)
        if whole != number:
            warnings.warn("randrange() will raise TypeError in the future", DeprecationWarning, 3)
            raise ValueError(f"non-integer {which} for randrange()")
        warnings.warn("non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a "
                      "subsequent version", DeprecationWarning, 3)
        return whole

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if not hasattr(population, "__getitem__") or isinstance(population, dict):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            return self._sample_counted(population, k, list(counts))
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        set_size = 21
        if k > 5:
            set_size += 4 ** math.ceil(math.log(k * 3, 4))
        if n <= set_size:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        selected = set()
        for i in range(k):
            j = self._below(n)
            while j in selected:
                j = self._below(n)
            selected.add(j)
            result[i] = population[j]
        return result

    def _sample_counted(self, population, k, counts):
        """As of a population in which each item stands as often as its count says."""
        ends = []
        total = 0
        for count in counts:
            if not isinstance(count, int):
                raise TypeError("Counts must be integers")
            total += count
            ends.append(total)
        if len(ends) != len(population):
            raise ValueError("The number of counts does not match the population")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[self._bisect(ends, place, len(ends))] for place in self.sample(range(total), k)]

    def choices(self, population, weights=None, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[math.floor(self.random() * n)] for _ in range(k)]
            cum_weights = []
            total = 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not math.isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[self._bisect(cum_weights, self.random() * total, n - 1)] for _ in range(k)]

    def _bisect(self, values, x, high):
        low = 0
        while low < high:
            middle = (low + high) // 2
            if x < values[middle]:
                high = middle
            else:
                low = middle + 1
        return low

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * math.sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform deviates" (1977)."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _MAGIC * (u1 - 0.5) / u2
            if z * z / 4.0 <= -math.log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * (2.0 * math.pi)
            length = math.sqrt(-2.0 * math.log(1.0 - self.random()))
            z = math.cos(angle) * length
            self.gauss_next = math.sin(angle) * length
        return mu + z * sigma

    def expovariate(self, lambd=1.0):
        return -math.log(1.0 - self.random()) / lambd


    def lognormvariate(self, mu, sigma):
        return math.exp(self.normalvariate(mu, sigma))

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-math.log(1.0 - self.random())) ** (1.0 / beta)

    def gammavariate(self, alpha, beta):
        """Cheng, "The generation of gamma variables with non-integral shape parameter" (1977), above 1; below it Ahrens
        and Dieter's GS (1974)."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -math.log(1.0 - self.random()) * beta
        if alpha > 1.0:
            ainv = math.sqrt(2.0 * alpha - 1.0)
            bbb = alpha - _LOG4
            ccc = alpha + ainv
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = math.log(u1 / (1.0 - u1)) / ainv
                x = alpha * math.exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + _SG_MAGIC - 4.5 * z >= 0.0 or r >= math.log(z):
                    return x * beta
        while True:
            b = (math.e + alpha) / math.e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -math.log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x * beta
            elif u1 <= math.exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def vonmisesvariate(self, mu, kappa):
        """Fisher, "Statistical analysis of circular data" (1993)."""
        if kappa <= 1e-6:
            return 2.0 * math.pi * self.random()
        s = 0.5 / kappa
        r = s + math.sqrt(1.0 + s * s)
        while True:
            z = math.cos(math.pi * self.random())
            d = z / (r + z)
            u2 = self.random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * math.exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        turn = math.acos(f)
        return (mu + turn if self.random() > 0.5 else mu - turn) % (2.0 * math.pi)


class SystemRandom(Random):
    """Numbers from the system instead of a generator: they cannot be seeded or repeated."""

    def seed(self, *args, **kwds):
        self.gauss_next = None

    def random(self):
        return (self.getrandbits(56) >> 3) * 2.0 ** -53

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(_os.entropy(size), "big") >> (size * 8 - k)

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")


_instance = Random()
seed = _instance.seed
getstate = _instance.getstate
setstate = _instance.setstate
randrange = _instance.randrange
randint = _instance.randint
randbytes = _instance.randbytes
choice = _instance.choice
shuffle = _instance.shuffle
sample = _instance.sample
choices = _instance.choices
uniform = _instance.uniform
triangular = _instance.triangular
normalvariate = _instance.normalvariate
gauss = _instance.gauss
expovariate = _instance.expovariate
lognormvariate = _instance.lognormvariate
paretovariate = _instance.paretovariate
weibullvariate = _instance.weibullvariate
gammavariate = _instance.gammavariate
betavariate = _instance.betavariate
vonmisesvariate = _instance.vonmisesvariate


def random():
    return _instance.random()


def getrandbits(k):
    return _instance.getrandbits(k)


os.register_at_fork(after_in_child=_instance.seed)
