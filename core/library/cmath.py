"""cmath: functions of complex numbers."""
import math

pi, e, tau, inf, nan = math.pi, math.e, math.tau, math.inf, math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def phase(z, /):
    z = complex(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z, /):
    z = complex(z)
    size = math.exp(z.real)
    return complex(size * math.cos(z.imag), size * math.sin(z.imag))


def log(z, base=None, /):
    z = complex(z)
    if z == 0:
        raise ValueError("math domain error")
    made = complex(math.log(abs(z)), phase(z))
    return made if base is None else made / log(base)


def log10(z, /):
    return log(z) / math.log(10)


def sqrt(z, /):
    z = complex(z)
    if z == 0:
        return complex(0.0, z.imag)
    across = abs(z.real) / 8.0
    size = 2.0 * math.sqrt(across + math.hypot(across, abs(z.imag) / 8.0))
    other = abs(z.imag) / (2.0 * size)
    if z.real >= 0:
        return complex(size, math.copysign(other, z.imag))
    return complex(other, math.copysign(size, z.imag))


# The inverse functions follow Kahan, "Branch cuts for complex elementary functions" (1987).
def acos(z, /):
    z = complex(z)
    below, above = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(below.real, above.real), math.asinh(above.real * below.imag - above.imag * below.real))


def acosh(z, /):
    z = complex(z)
    below, above = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(below.real * above.real + below.imag * above.imag), 2.0 * math.atan2(below.imag, above.real))


def asinh(z, /):
    z = complex(z)
    above, below = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(above.real * below.imag - below.real * above.imag),
                   math.atan2(z.imag, above.real * below.real - above.imag * below.imag))


def asin(z, /):
    z = complex(z)
    turned = asinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def atanh(z, /):
    z = complex(z)
    if z.real < 0.0 or z.real == 0.0 and math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    height = abs(z.imag)
    if z.real == 1.0 and height == 0.0:
        raise ValueError("math domain error")
    if z.real == 1.0 and height < 1e-154:
        real = -math.log(math.sqrt(height) / math.sqrt(math.hypot(height, 2.0)))
        return complex(real, math.copysign(math.atan2(2.0, -height) / 2.0, z.imag))
    rest = 1.0 - z.real
    return complex(math.log1p(4.0 * z.real / (rest * rest + height * height)) / 4.0,
                   -math.atan2(-2.0 * z.imag, rest * (1.0 + z.real) - height * height) / 2.0)


def atan(z, /):
    z = complex(z)
    turned = atanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def cos(z, /):
    z = complex(z)
    return complex(math.cos(z.real) * math.cosh(z.imag), -math.sin(z.real) * math.sinh(z.imag))


def sin(z, /):
    z = complex(z)
    return complex(math.sin(z.real) * math.cosh(z.imag), math.cos(z.real) * math.sinh(z.imag))


def tan(z, /):
    return sin(z) / cos(z)


def cosh(z, /):
    z = complex(z)
    return complex(math.cosh(z.real) * math.cos(z.imag), math.sinh(z.real) * math.sin(z.imag))


def sinh(z, /):
    z = complex(z)
    return complex(math.sinh(z.real) * math.cos(z.imag), math.cosh(z.real) * math.sin(z.imag))


def tanh(z, /):
    return sinh(z) / cosh(z)


def isfinite(z, /):
    z = complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isnan(z, /):
    z = complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    z = complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return a == b or abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
