"""enum: classes with a fixed set of named values."""

import _personality

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "member",
           "nonmember", "property", "STRICT", "CONFORM", "EJECT", "KEEP"]

STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"
property = property


class auto:
    """Stands for the next value."""

    def __init__(self, value=None):
        self.value = value

    def __or__(self, other):
        return _Combined("__or__", self, other)

    def __and__(self, other):
        return _Combined("__and__", self, other)

    def __xor__(self, other):
        return _Combined("__xor__", self, other)

    def __ror__(self, other):
        return _Combined("__or__", other, self)

    def __rand__(self, other):
        return _Combined("__and__", other, self)

    def __rxor__(self, other):
        return _Combined("__xor__", other, self)

    def __repr__(self):
        return f"auto({self.value!r})"


class _Combined(auto):
    """What an operator makes of members that have no value yet."""

    def __init__(self, operation, left, right):
        super().__init__()
        self._operation, self._left, self._right = operation, left, right

    def compute(self):
        left, right = [side.compute() if isinstance(side, _Combined) else side.value if isinstance(side, auto) else side
                       for side in (self._left, self._right)]
        return getattr(left, self._operation)(right)


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_descriptor(value):
    return hasattr(value, "__get__") or isinstance(value, (type(_is_dunder), staticmethod, classmethod, property))


def _is_member(cls_name, name, value):
    if isinstance(value, member):
        return True
    if isinstance(value, nonmember) or _is_dunder(name) or _is_sunder(name) or _is_descriptor(value):
        return False
    return not name.startswith("_" + cls_name + "__")


_ENUM_METHODS = ("__repr__", "__str__", "__format__", "__reduce_ex__", "__or__", "__and__", "__xor__", "__ror__",
                 "__rand__", "__rxor__", "__invert__")


def _data_type(bases):
    """The built-in type the members are values of; object without one."""
    for base in bases:
        for place in base.__mro__:
            if place is object or isinstance(place, EnumType):
                continue
            if "_member_map_" not in place.__dict__ and place.__module__ == "builtins":
                return place
    return object


class EnumType(type):
    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if not bases or not any([isinstance(base, EnumType) for base in bases]):
            made = type.__new__(metacls, cls, bases, dict(classdict))
            made._member_map_ = {}
            made._value2member_map_ = {}
            return made
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        ignored = classdict.get("_ignore_", ())
        ignored = ignored.replace(",", " ").split() if isinstance(ignored, str) else list(ignored)
        values, others = {}, {}
        for name in classdict:
            value = classdict[name]
            if name in ignored or name == "_ignore_":
                continue
            if _is_member(cls, name, value):
                values[name] = value.value if isinstance(value, member) else value
            else:
                others[name] = value.value if isinstance(value, nonmember) else value
        for name in values:
            if name in ("mro", ""):
                raise ValueError(f"invalid enum member name(s) {name!r}")
        made = type.__new__(metacls, cls, bases, others, **kwds)
        made._member_map_ = {}
        made._value2member_map_ = {}
        made._member_names_ = []
        made._member_type_ = _data_type(bases)
        made._boundary_ = boundary or getattr(made, "_boundary_", None) or STRICT
        if made._member_type_ is not object:
            made._put_before_type(others)
        metacls._add_members(made, values, "__new__" in others)
        return made

    def _put_before_type(cls, own):
        """The methods of Enum and Flag count before those of the type of the values."""
        for name in _ENUM_METHODS:
            if name in own:
                continue
            for place in cls.__mro__[1:]:
                if isinstance(place, EnumType) and name in place.__dict__:
                    type.__setattr__(cls, name, place.__dict__[name])
                    break

    def _add_members(cls, values, has_new):
        last_values = []
        for name in values:
            value = cls._given_value(name, values[name], last_values)
            found = cls._make_member(name, value, has_new)
            last_values.append(found._value_)
            for other in cls._member_map_.values():
                if other._value_ == found._value_:
                    found = other
                    break
            else:
                if not issubclass(cls, Flag) or _is_single_bit(found._value_):
                    cls._member_names_.append(name)
            cls._member_map_[name] = found
            type.__setattr__(cls, name, found)
            try:
                cls._value2member_map_.setdefault(found._value_, found)
            except TypeError:
                pass

    def _given_value(cls, name, value, last_values):
        def next_value():
            return cls._generate_next_value_(name, 1, len(last_values), last_values[:])
        if isinstance(value, _Combined):
            return value.compute()
        if isinstance(value, auto):
            if value.value is None:
                value.value = next_value()
            return value.value
        if isinstance(value, tuple) and any([isinstance(item, auto) for item in value]):
            return tuple([next_value() if isinstance(item, auto) else item for item in value])
        return value

    def _make_member(cls, name, value, has_new):
        arguments = value if isinstance(value, tuple) else (value,)
        data_type = cls._member_type_
        if data_type is tuple:
            arguments = (value,)
        maker = cls.__dict__.get("__new__") if has_new else None
        if maker is None:
            maker = getattr(cls, "_own_new_", None)
        if maker is not None:
            maker = getattr(maker, "__func__", maker)
            found = maker(cls, *arguments)
            cls._own_new_ = maker
        elif data_type is object:
            found = object.__new__(cls)
        else:
            found = data_type.__new__(cls, *arguments)
        if "_value_" not in found.__dict__:
            found._value_ = value if data_type is object or maker is not None else data_type(*arguments)
        found._name_ = name
        found._sort_order_ = len(cls._member_names_)
        if cls.__init__ is not Enum.__init__:
            found.__init__(*arguments)
        return found

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls._find(value)
        return cls._create(value, names, module, type, start)

    def _find(cls, value):
        if isinstance(value, cls):
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            pass
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        if found is None:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")

    def _create(cls, class_name, names, module, mixin, start):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        values = {}
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last_values = []
            for count, name in enumerate(names):
                values[name] = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(values[name])
        else:
            pairs = names.items() if isinstance(names, dict) else names
            for name, value in pairs:
                values[name] = value
        if module is not None:
            values["__module__"] = module
        bases = (cls,) if mixin is None else (mixin, cls)
        return EnumType.__new__(type(cls), class_name, bases, values)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and "
                            f"'{type(cls).__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"

    def __getattr__(cls, name):
        if _personality.ENUM_NAMES_WHAT_IS_MISSING:
            raise AttributeError(name)
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    def __init__(self, *arguments):
        pass

    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Members whose str() and format() are those of the mixed-in type."""


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class StrEnum(str, ReprEnum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)


class Flag(Enum):
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** (max(last_values)).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        known = 0
        for found in cls._member_map_.values():
            known |= found._value_
        if value < 0:
            value = known + 1 + value if value >= ~known else value & known
        if value & ~known and not issubclass(cls, int):
            width = max(value.bit_length(), known.bit_length())
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed "
                             f"{_bits(known, width)}")
        found = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        found._value_ = value
        names = [each._name_ for each in cls if each._value_ & value]
        found._name_ = "|".join(names) or None
        rest = value & ~known
        if rest and names:
            found._name_ += f"|{rest}"
        cls._value2member_map_[value] = found
        return found

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([found for found in type(self) if found._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def __bool__(self):
        return self._value_ != 0

    def _operand(self, other):
        if isinstance(other, type(self)):
            return other._value_
        return other if isinstance(self, int) and isinstance(other, int) else None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        known = 0
        for found in type(self)._member_map_.values():
            known |= found._value_
        return type(self)(known & ~self._value_)


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits(number, width):
    return "0b0 " + format(number, f"0{width}b")


class IntFlag(int, ReprEnum, Flag):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


def unique(enumeration):
    duplicates = [(name, found._name_) for name, found in enumeration.__members__.items() if name != found._name_]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration
