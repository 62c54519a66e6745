"""enum: classes with a fixed set of named values."""

import _personality

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "member",
           "nonmember", "property", "STRICT", "CONFORM", "EJECT", "KEEP", "verify", "EnumCheck", "UNIQUE", "CONTINUOUS", "NAMED_FLAGS"]

STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"
property = property


class auto:
    """Stands for the next value."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


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


_SUNDER_NAMES = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_value_", "_name_")


class _EnumDict(dict):
    """What the body of an enumeration fills: it tells members from the rest, and gives those with auto() their value."""

    def __init__(self, class_name):
        super().__init__()
        self._class_name = class_name
        self._member_names = {}
        self._last_values = []
        self._ignored = []
        self._next_value = None
        self._gave_value = False

    def __setitem__(self, key, value):
        if _is_sunder(key):
            self._set_sunder(key, value)
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif isinstance(value, nonmember):
            value = value.value
        elif self._is_member(key, value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._given_value(key, value.value if isinstance(value, member) else value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _is_member(self, name, value):
        if isinstance(value, member):
            return True
        return not (_is_dunder(name) or name.startswith("_" + self._class_name + "__") or name in self._ignored
                    or _is_descriptor(value))

    def _set_sunder(self, name, value):
        if name not in _SUNDER_NAMES:
            raise ValueError(f"_sunder_ names, such as {name!r}, are reserved for future Enum use")
        if name == "_generate_next_value_":
            if self._gave_value:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif name == "_ignore_":
            self._ignored = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            already = set(self._ignored) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")

    def _given_value(self, name, value):
        if type(value) is tuple and any([isinstance(item, auto) for item in value]):
            return tuple([self._given_value(name, item) if isinstance(item, auto) else item for item in value])
        if isinstance(value, auto):
            value = self._generated(name, value)
        self._last_values.append(value)
        return value

    def _generated(self, name, wanted):
        if wanted.value is None:
            wanted.value = self._next_value(name, 1, len(self._member_names), self._last_values[:])
            self._gave_value = True
        return wanted.value


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
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_bases(cls, bases)
        made = _EnumDict(cls)
        enums = [base for base in bases if isinstance(base, EnumType)]
        if enums:
            made["_generate_next_value_"] = enums[-1]._generate_next_value_
        return made

    @classmethod
    def _check_bases(metacls, cls, bases):
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if not bases or not any([isinstance(base, EnumType) for base in bases]):
            made = type.__new__(metacls, cls, bases, dict(classdict))
            made._member_map_ = {}
            made._value2member_map_ = {}
            return made
        if not isinstance(classdict, _EnumDict):
            given = classdict
            classdict = metacls.__prepare__(cls, bases)
            for name in given:
                classdict[name] = given[name]
        values = {name: classdict[name] for name in classdict._member_names}
        others = {name: value for name, value in classdict.items()
                  if name not in values and name not in classdict._ignored and name != "_ignore_"}
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
        made._check_order(others.get("_order_"))
        return made

    def _check_order(cls, said):
        if said is None:
            return
        said = said.replace(",", " ").split() if isinstance(said, str) else list(said)
        wanted = [name for name in said if name not in cls._member_map_ or name in cls._member_names_]
        if wanted and wanted != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {wanted!r}")

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
        for name in values:
            found = cls._make_member(name, values[name], has_new)
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
        if not isinstance(value, Enum) and _personality.ENUM_CONTAINS_MEMBERS_ONLY:
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse depending on whether "
                          "the value is a member or the value of a member", DeprecationWarning, stacklevel=2)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and "
                            f"'{type(cls).__qualname__}'")
        if isinstance(value, cls):
            return value._name_ in cls._member_map_
        return not _personality.ENUM_CONTAINS_MEMBERS_ONLY and any([value == member._value_ for member in cls])

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

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *getattr(cls, "_member_names_", ())}
        if "__new__" in cls.__dict__:
            names.add("__new__")
        if getattr(cls, "_member_type_", object) is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

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

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if type(self)._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update([name for name in self.__dict__ if name[0] != "_"])
        for place in type(self).__mro__:
            names.update([name for name in place.__dict__ if name[0] != "_" and name not in self._member_map_])
        return sorted(names)

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


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def show_flag_values(value):
    """The single bits that it is made of."""
    return [1 << place for place in range(value.bit_length()) if value >> place & 1]


def _aliases(enumeration):
    return [(name, found) for name, found in enumeration.__members__.items() if name != found._name_]


class verify:
    """Refuses a class of members that is not as the checks say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        found = ", ".join([f"{alias} -> {member.name}" for alias, member in _aliases(enumeration)])
        if found:
            raise ValueError(f"aliases found in {enumeration!r}: {found}")

    def _check_continuous(self, enumeration):
        values = {member.value for member in enumeration}
        if len(values) < 2:
            return
        is_flag = issubclass(enumeration, Flag)
        if is_flag:
            between = [1 << place for place in range(min(values).bit_length(), max(values).bit_length() - 1)]
        else:
            between = range(min(values) + 1, max(values))
        missing = ", ".join([str(value) for value in between if value not in values])
        if missing:
            kind = "flag" if is_flag else "enum"
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {missing}"[:256])

    def _check_named(self, enumeration):
        named = [member.value for member in enumeration]
        names, unnamed = [], 0
        for name, member in _aliases(enumeration) + [(member.name, member) for member in enumeration.__members__.values()]:
            missing = [bit for bit in show_flag_values(max(member.value, 0)) if bit not in named]
            if missing and name not in names:
                names.append(name)
                unnamed |= sum(missing)
        if names:
            who = f"alias {names[0]} is" if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are"
            what = f"value {unnamed:#x}" if _is_single_bit(unnamed) else f"combined values of {unnamed:#x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {who} missing {what} "
                             "[use enum.show_flag_values(value) for details]")
