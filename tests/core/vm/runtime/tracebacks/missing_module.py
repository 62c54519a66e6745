def choose():
    import no_such_module_anywhere


choose()
