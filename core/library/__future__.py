"""__future__: accepted; everything in it is the rule already or has no effect here."""

annotations = division = print_function = unicode_literals = absolute_import = True
generators = nested_scopes = with_statement = generator_stop = barry_as_FLUFL = True
