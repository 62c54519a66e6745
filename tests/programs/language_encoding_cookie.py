#!/usr/bin/env python3
# -*- coding: utf-8 -*-
print("é 가", len("가"))  # expect: é 가 1
