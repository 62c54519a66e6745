"""statistics: averages and spreads. Sums are exact: every number counts as a fraction."""

import math as _math
import random as _random
from fractions import Fraction

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    pass


def _sum(data):
    """The kind of number the result is to be, the exact sum, and how many there are."""
    kind = int
    total = Fraction(0)
    count = 0
    for value in data:
        count += 1
        kind = _common_kind(kind, type(value))
        if isinstance(value, float) and not _math.isfinite(value):
            return float, sum([float(each) for each in data]), len(data)
        total += Fraction(value) if not isinstance(value, Fraction) else value
    return kind, total, count


def _common_kind(first, second):
    if second is bool:
        second = int
    if first is second or second is int:
        return first
    if first is int:
        return second
    if float in (first, second) and Fraction in (first, second):
        return float
    raise TypeError(f"don't know how to coerce {first.__name__} and {second.__name__}")


def _convert(value, kind):
    if isinstance(value, float) or type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    if kind is float:
        return value.numerator / value.denominator
    if kind is int:
        return value.numerator
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def mean(data):
    data = list(data)
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / count, kind)


def fmean(data, weights=None):
    data = [float(value) for value in data]
    if weights is not None:
        weights = list(weights)
        if len(data) != len(weights):
            raise StatisticsError("data and weights must be the same length")
        total = _math.fsum(weights)
        if not total:
            raise StatisticsError("sum of weights must be non-zero")
        return _math.fsum([value * weight for value, weight in zip(data, weights)]) / total
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    return _math.fsum(data) / len(data)


def geometric_mean(data):
    try:
        return _math.exp(fmean([_math.log(value) for value in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if any([value < 0 for value in data]):
        raise StatisticsError("harmonic mean does not support negative values")
    if any([value == 0 for value in data]):
        return 0
    kind, total, _ = _sum([weight / value if weight else 0 for weight, value in zip(weights, data)])
    return _convert(Fraction(sum(weights)) / total, kind)


def median(data):
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError("no median for empty data")
    if count % 2 == 1:
        return data[count // 2]
    return (data[count // 2 - 1] + data[count // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError("no median for empty data")
    middle = data[count // 2]
    lower = middle - float(interval) / 2
    before = len([value for value in data if value < middle])
    equal = data.count(middle)
    return lower + interval * (count / 2 - before) / equal


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    for value in counts:
        if counts[value] == most:
            return value


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value in counts if counts[value] == most]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def _squares(data, center=None):
    """The kind of number, the exact sum of the squared distances from the mean, and how many there are."""
    kind, total, count = _sum(data)
    if count == 0:
        return kind, Fraction(0), 0
    if isinstance(total, float):
        return float, total, count
    middle = total / count if center is None else Fraction(center)
    return kind, sum([(Fraction(value) - middle) ** 2 for value in data], Fraction(0)), count


def variance(data, xbar=None):
    kind, total, count = _squares(list(data), xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(total / (count - 1), kind)


def pvariance(data, mu=None):
    kind, total, count = _squares(list(data), mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(total / count, kind)


def _root(value, kind):
    """The correctly rounded square root of a fraction."""
    if kind not in (int, float, Fraction):
        return (kind(value.numerator) / kind(value.denominator)).sqrt()
    numerator, denominator = value.numerator, value.denominator
    if numerator == 0:
        return 0.0
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        root = _odd_root(numerator, denominator << 2 * shift)
        return float(root << shift)
    root = _odd_root(numerator << -2 * shift, denominator)
    return root / (1 << -shift)


def _odd_root(numerator, denominator):
    # Rounded to odd, so that rounding once more to a float is right.
    root = _math.isqrt(numerator // denominator)
    return root | (root * root * denominator != numerator)


def stdev(data, xbar=None):
    kind, total, count = _squares(list(data), xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(total / (count - 1), kind)


def pstdev(data, mu=None):
    kind, total, count = _squares(list(data), mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(total / count, kind)


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("exclusive", "inclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    result = []
    for part in range(1, n):
        if method == "inclusive":
            place, rest = divmod(part * (count - 1), n)
            result.append((data[place] * (n - rest) + data[place + 1] * rest) / n)
            continue
        place = min(max(part * (count + 1) // n, 1), count - 1)
        rest = part * (count + 1) - place * n
        result.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
    return result


def _pairs(name, x, y):
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return _math.fsum(x) / len(x), _math.fsum(y) / len(y)


def covariance(x, y, /):
    xbar, ybar = _pairs("covariance", x, y)
    return _math.fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /):
    xbar, ybar = _pairs("correlation", x, y)
    sxy = _math.fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])
    sxx = _math.fsum([(xi - xbar) ** 2.0 for xi in x])
    syy = _math.fsum([(yi - ybar) ** 2.0 for yi in y])
    try:
        return sxy / _math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    xbar, ybar = _pairs("linear regression", x, y)
    if proportional:
        sxy = _math.fsum([xi * yi for xi, yi in zip(x, y)])
        sxx = _math.fsum([xi * xi for xi in x])
    else:
        sxy = _math.fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])
        sxx = _math.fsum([(xi - xbar) ** 2.0 for xi in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression((slope, 0.0 if proportional else ybar - slope * xbar))


# Wichura, "Algorithm AS 241: the percentage points of the normal distribution" (1988): for the middle, the tails and the far
# tails the coefficients above and below the line, the highest power first.
_PERCENTAGE_POINTS = (
    ((2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
      133.14166789178438, 3.3871328727963665),
     (5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
      42.31333070160091, 1.0)),
    ((0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
      5.769497221460691, 4.630337846156546, 1.4234371107496835),
     (1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
      1.6763848301838038, 2.053191626637759, 1.0)),
    ((2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
      1.7848265399172913, 5.463784911164114, 6.657904643501103),
     (2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05, 0.0007868691311456133, 0.014875361290850615,
      0.1369298809227358, 0.599832206555888, 1.0)),
)


def _polynomial(coefficients, x):
    value = 0.0
    for each in coefficients:
        value = value * x + each
    return value


def _percentage_point(p):
    """How many sigmas from the mean the point is below which p of a normal distribution lies."""
    q = p - 0.5
    if abs(q) <= 0.425:
        above, below = _PERCENTAGE_POINTS[0]
        r = 0.180625 - q * q
        return _polynomial(above, r) * q / _polynomial(below, r)
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    above, below = _PERCENTAGE_POINTS[1 if r <= 5.0 else 2]
    r -= 1.6 if r <= 5.0 else 5.0
    x = _polynomial(above, r) / _polynomial(below, r)
    return -x if q < 0.0 else x


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        gauss = _random.gauss if seed is None else _random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        if not self._sigma:
            raise StatisticsError("pdf() not defined when sigma is zero")
        spread = self._sigma * self._sigma
        distance = x - self._mu
        return _math.exp(distance * distance / (-2.0 * spread)) / _math.sqrt(_math.tau * spread)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + _percentage_point(p) * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The part of the area under both curves that they have in common."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        low, high = self, other
        if (high._sigma, high._mu) < (low._sigma, low._mu):
            low, high = high, low
        low_variance, high_variance = low.variance, high.variance
        if not low_variance or not high_variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        difference = high_variance - low_variance
        distance = _math.fabs(high._mu - low._mu)
        if not difference:
            return 1.0 - _math.erf(distance / (2.0 * low._sigma * _math.sqrt(2.0)))
        middle = low._mu * high_variance - high._mu * low_variance
        width = low._sigma * high._sigma * _math.sqrt(distance * distance + difference * _math.log(high_variance / low_variance))
        first, second = (middle + width) / difference, (middle - width) / difference
        return 1.0 - (_math.fabs(high.cdf(first) - low.cdf(first)) + _math.fabs(high.cdf(second) - low.cdf(second)))

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * _math.fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / _math.fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"
