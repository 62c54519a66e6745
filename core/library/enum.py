"""enum: classes with a fixed set of named values."""

import sys
import types

import _personality

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "member",
           "nonmember", "property", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "verify", "EnumCheck", "UNIQUE", "CONTINUOUS", "NAMED_FLAGS"]

_property = property
Enum = Flag = ReprEnum = None


class property:
    """What an object of the class answers; asked of the class itself, the member of that name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            message = f"{ownerclass!r} has no attribute {self.name!r}"
            raise AttributeError(self.name if _personality.ENUM_NAMES_WHAT_IS_MISSING else message) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


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
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    begin = f"_{class_name}__"
    return len(name) > len(begin) and name.startswith(begin) and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


_SUNDER_NAMES = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                 "_iter_member_by_value_", "_iter_member_by_def_")


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
        if _is_private(self._class_name, key):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
        elif key == "__order__":
            key = "_order_"
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

    def update(self, members, **more):
        for name, value in [*(members.items() if hasattr(members, "keys") else members), *more.items()]:
            self[name] = value

    def _is_member(self, name, value):
        return not (_is_dunder(name) or name in self._ignored or _is_descriptor(value))

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
        if isinstance(value, auto):
            return self._generated(name, value)
        if type(value) is tuple and any([isinstance(item, auto) for item in value]):
            return tuple([self._generated(name, item) if isinstance(item, auto) else item for item in value])
        self._last_values.append(value)
        return value

    def _generated(self, name, wanted):
        if wanted.value is None:
            wanted.value = self._next_value(name, 1, len(self._member_names), self._last_values[:])
            self._gave_value = True
        self._last_values.append(wanted.value)
        return wanted.value


class _NewMember:
    """Stands in the body for a member until the class is there that it is to be an object of."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        made = cls._made_member(self.value, name)
        if Flag is not None and issubclass(cls, Flag):
            cls._note_bits(made._value_)
        same = cls._with_value(made._value_)
        if same is not None:
            made = same
        elif Flag is None or not issubclass(cls, Flag) or _is_single_bit(made._value_):
            cls._member_names_.append(name)
        type.__setattr__(cls, name, _redirected(cls, name) or made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(made._value_, made)
        except TypeError:
            cls._unhashable_values_.append(made._value_)


def _redirected(cls, name):
    """For a member with the name of a property of a class before: the property for objects, the member for the class."""
    for place in cls.__mro__[1:]:
        found = place.__dict__.get(name)
        if isinstance(found, (property, _property)):
            made = property(found.fget, found.fset, found.fdel)
            made.__set_name__(cls, name)
            return made
    return None


# Modules of ours that are written in C in CPython: their classes make their objects in __new__ there.
_MODULES_IN_C = ("builtins", "datetime", "decimal")


def _data_type(class_name, bases):
    """The type that the members are values of besides; object without one."""
    found = []
    for base in bases:
        derived = None
        for place in base.__mro__:
            if place is object:
                continue
            if isinstance(place, EnumType):
                kind = place._member_type_
                if kind is object:
                    continue
            elif place.__module__ in _MODULES_IN_C or "__new__" in place.__dict__ or "__dataclass_fields__" in place.__dict__:
                kind = derived or place
            else:
                derived = derived or place
                continue
            if kind not in found:
                found.append(kind)
            break
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
    return found[0] if found else object


def _value_repr(bases):
    """How the class of the values shows them."""
    for base in bases:
        for place in base.__mro__:
            if isinstance(place, EnumType):
                return place._value_repr_
            if place.__module__ == "builtins" and place is not object:
                return place.__repr__
            if "__repr__" in place.__dict__:
                return place.__dict__["__repr__"]
    return None


def _maker(namespace, member_type, first_enum):
    """What makes a member, and whether it gets the value: the __new__ of the body, of an enumeration before, or of the type."""
    if "__new__" in namespace:
        found = namespace["__new__"]
        return found.__func__ if isinstance(found, staticmethod) else found, True
    for place in (member_type, first_enum):
        if hasattr(place, "__new_member__"):
            return place.__new_member__, True
    own = [place for place in member_type.__mro__[:-1] if place.__module__ == "builtins" or "__new__" in place.__dict__]
    return (member_type.__new__, True) if own else (object.__new__, False)


_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


def _chosen_methods(bases, first, kind, own):
    """The methods of the enumeration before count before those of the type of the values, but for what the program says."""
    found = {}
    if ReprEnum in bases:
        if kind is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        found = {name: _as_value(name, kind) for name in ("__format__", "__str__") if name not in own}
        own = own | {"__format__", "__str__"}
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in own and _is_of_values(bases, kind, name):
            found[name] = getattr(first, name)
    if Flag is not None and issubclass(first, Flag):
        found.update({name: getattr(Flag, name) for name in _OPERATORS if name not in own})
    return found


def _is_of_values(bases, kind, name):
    """Whether a method is that of the type of the values, or of object."""
    for base in bases:
        for place in base.__mro__[:-1]:
            if name in place.__dict__ or place.__module__ in _MODULES_IN_C:
                return place in kind.__mro__
    return True


def _as_value(name, kind):
    """The method of the type of the values, asked of the value."""
    if kind.__module__ != "builtins":
        method = getattr(kind, name)
        return kind.__repr__ if method is object.__str__ else method
    if name == "__format__":
        return lambda self, spec: kind.__format__(self._value_, spec) if spec else str(self)
    return lambda self: kind.__str__(self._value_)


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_bases(cls, bases)
        made = _EnumDict(cls)
        if bases:
            made["_generate_next_value_"] = metacls._first_enum(bases)._generate_next_value_
        return made

    @classmethod
    def _check_bases(metacls, cls, bases):
        for base in bases:
            for place in base.__mro__:
                if isinstance(place, EnumType) and place._member_names_:
                    raise TypeError(f"<enum {cls!r}> cannot extend {place!r}")

    @classmethod
    def _first_enum(metacls, bases):
        if not isinstance(bases[-1], EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return bases[-1]

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if not isinstance(classdict, _EnumDict):
            given = classdict
            classdict = metacls.__prepare__(cls, bases)
            classdict.update(given)
        names = classdict._member_names
        wrong = set(names) & {"mro", ""}
        if wrong:
            raise ValueError("invalid enum member name(s) " + ",".join([repr(name) for name in wrong]))
        namespace = {name: _NewMember(value) if name in names else value for name, value in classdict.items()
                     if name not in classdict._ignored and name != "_ignore_"}
        order = namespace.pop("_order_", None)
        first = metacls._first_enum(bases) if bases else None
        member_type = _data_type(cls, bases)
        own = set(namespace)
        if first is not None:
            # Before members are made: they are objects whose class has said what it changes.
            namespace.update(_chosen_methods(bases, first, member_type, own))
        namespace.update(metacls._tables(cls, bases, first, member_type, namespace, boundary))
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as error:
            # What a member's __new__ or __init__ raised.
            failure = error.__cause__ or error
        else:
            failure = None
        if failure is not None:
            raise failure
        if first is not None:
            if "__new__" in own:
                made.__new_member__ = namespace["_new_member_"]
            type.__setattr__(made, "__new__", Enum.__new__)
        if Flag is not None and issubclass(made, Flag):
            values = [each._value_ for each in made]
            if values != sorted(values):
                made._iter_member_ = made._iter_member_by_def_
        made._check_order(order)
        return made

    @staticmethod
    def _tables(cls, bases, first, member_type, namespace, boundary):
        """What every enumeration has besides what its body says."""
        maker, takes_value = (object.__new__, False) if first is None else _maker(namespace, member_type, first)
        found = {"_new_member_": staticmethod(maker), "_use_args_": takes_value,
                 "_member_names_": [], "_member_map_": {}, "_value2member_map_": {}, "_unhashable_values_": [],
                 "_member_type_": member_type, "_value_repr_": _value_repr(bases)}
        if Flag is None and cls == "Flag" or Flag is not None and any([issubclass(base, Flag) for base in bases]):
            found.update(_boundary_=boundary or getattr(first, "_boundary_", None), _flag_mask_=0, _singles_mask_=0, _all_bits_=0,
                         _inverted_=None)
        return found

    def _check_order(cls, said):
        if said is None:
            return
        said = said.replace(",", " ").split() if isinstance(said, str) else list(said)
        wanted = [name for name in said if name not in cls._member_map_ or name in cls._member_names_]
        if wanted and wanted != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {wanted!r}")

    def _made_member(cls, value, name):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            made._value_ = value
            if cls._member_type_ is not object:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        return made

    def _note_bits(cls, value):
        cls._flag_mask_ |= value
        if _is_single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1

    def _with_value(cls, value):
        """The member, or None."""
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
            return None

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(cls._generate_next_value_(name, start, count, values[:]))
            names = list(zip(names, values))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        body["__module__"] = module or sys._getframe(2).f_globals.get("__name__")
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

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
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *getattr(cls, "_member_names_", ())}
        if getattr(cls, "_new_member_", object.__new__) is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not Enum.__init_subclass__:
            names.add("__init_subclass__")
        if getattr(cls, "_member_type_", object) is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    @_property
    def __members__(cls):
        return types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"

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
    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._with_value(value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        failure = None
        try:
            found = cls._missing_(value)
        except Exception as error:
            failure = error
        if isinstance(found, cls) or (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                                      and isinstance(found, int)):
            return found
        unknown = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if failure is None:
            if found is None:
                raise unknown
            failure = TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
        if not isinstance(failure, ValueError):
            failure.__context__ = unknown
        raise failure

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if _personality.ENUM_AUTO_FOLLOWS_LARGEST:
            return max(last_values) + 1
        values = last_values
        try:
            values = sorted(last_values)
            if values[-1] == last_values[-1]:
                return values[-1] + 1
        except TypeError:
            pass
        import warnings
        warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support "
                      "adding +1\nand the value returned will be the largest value in the enum incremented by 1",
                      DeprecationWarning, stacklevel=5)
        for value in reversed(values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

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
        cls = type(self)
        return f"<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = set() if type(self)._member_type_ is object else set(object.__dir__(self))
        names.update([name for name in self.__dict__ if name[0] != "_" and name not in self._member_map_])
        for place in type(self).__mro__:
            for name, value in place.__dict__.items():
                if name[0] == "_":
                    continue
                if name not in self._member_map_ or isinstance(value, property) and value.fget is not None:
                    names.add(name)
                elif isinstance(value, property):
                    names.discard(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Members whose str() and format() are those of the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Members that are whole numbers."""


class StrEnum(str, ReprEnum):
    """Members that are texts."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for what, value in zip(("encoding", "errors"), values[1:]):
            if not isinstance(value, str):
                raise TypeError(f"{what} must be a string, not {value!r}")
        text = str(*values)
        found = str.__new__(cls, text)
        found._value_ = text
        return found

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member of a Flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        largest = max(last_values)
        try:
            return 2 ** largest.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {largest!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in show_flag_values(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        every = cls._all_bits_
        if not ~every <= value <= every or value & (every ^ cls._flag_mask_):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), cls._flag_mask_.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed "
                                 f"{bin(cls._flag_mask_, width)}")
            if cls._boundary_ is CONFORM:
                value &= cls._flag_mask_
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        asked = value
        if value < 0:
            value += every + 1
        made = cls._value2member_map_.setdefault(value, cls._combination(value))
        if asked < 0:
            cls._value2member_map_[asked] = made
        return made

    @classmethod
    def _combination(cls, value):
        """A member without a place in the class: several at once, with bits of no member where the class keeps them."""
        unknown = value & ~cls._flag_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        members = list(cls._iter_member_(value & cls._singles_mask_))
        if value & ~cls._singles_mask_:
            members += [each for each in dict.fromkeys(cls._member_map_.values())
                        if each not in members and each._value_ and each._value_ & value == each._value_]
        named = 0
        for each in members:
            named |= each._value_
        made._name_ = "|".join([each._name_ for each in members]) or None
        if named and value ^ named:
            if cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {value ^ named!r}")
            made._name_ += f"|{cls._numeric_repr_(value ^ named)}"
        return made

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = type(self)
        name = cls.__name__ if self._name_ is None else f"{cls.__name__}.{self._name_}"
        return f"<{name}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def __bool__(self):
        return self._value_ != 0

    def _operand(self, other):
        if isinstance(other, type(self)):
            return other._value_
        return other if self._member_type_ is not object and isinstance(other, self._member_type_) else None

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
        if self._inverted_ is None:
            keeps = self._boundary_ in (EJECT, KEEP)
            self._inverted_ = type(self)(~self._value_ if keeps else self._singles_mask_ & ~self._value_)
        return self._inverted_


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def bin(num, max_bits=None):
    """The bits, with that of the sign before them."""
    sign = "0b0" if num >= 0 else "0b1"
    bits = format(num if num >= 0 else num + 2 ** num.bit_length(), "b") if num else ""
    return f"{sign} {bits.rjust(num.bit_length(), '0').rjust(max_bits or 0, sign[-1])}"


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members that are whole numbers, of bits that can be combined with those of any other."""


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
