__all__ = ["shown", "also_shown"]
shown = "listed"
also_shown = 2
not_listed = 3
_hidden = 4
