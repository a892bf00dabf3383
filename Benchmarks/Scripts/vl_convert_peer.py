#!/usr/bin/env python3
"""Draws Vega-Lite specifications with vl-convert in one warm process.

Each line of standard input is a file that holds a specification; the answer is a line with the seconds of
processor time that drawing it took, of all threads of the process, and the size of the picture in bytes.
Reading the file is not counted. An empty line ends the process.

Needs: pip install vl-convert-python
"""
import sys
import time

import vl_convert

for line in sys.stdin:
    path = line.rstrip("\n")
    if not path:
        break
    with open(path, encoding="utf-8") as file:
        text = file.read()
    start = time.process_time()
    try:
        size = len(vl_convert.vegalite_to_svg(text).encode("utf-8"))
    except ValueError as error:
        print(str(error).splitlines()[0], file=sys.stderr)
        size = 0
    print(time.process_time() - start, size, flush=True)
