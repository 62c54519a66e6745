"""A package for language_imports.py and language_circular_imports.py."""
from . import parts
from .parts.deep import UP as answer

answer = answer * 2
