import import_package.early_other

late = 1
