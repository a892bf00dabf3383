#!/usr/bin/env python3
"""Writes the chart specifications that stand in a site's pages as files: CONTENT/**/*.md to OUT/ID.vl.json.

Values that are put into titles stay as they are written, and what is Ytterby's own (`figure`) is left out. Files that a
chart reads are named from OUT.

Needs: pip install pyyaml
"""
import json
import os
import pathlib
import re
import sys

import yaml

FENCE = re.compile(r"^```vega-lite ([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

content, out = map(pathlib.Path, sys.argv[1:3])


def located(node, folder):
    """The specification with the files that it reads named from OUT."""
    if isinstance(node, list):
        return [located(item, folder) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: os.path.relpath(folder / value, out) if key == "url" else located(value, folder)
        for key, value in node.items()
    }


out.mkdir(parents=True, exist_ok=True)
for page in sorted(content.rglob("*.md")):
    for name, text in FENCE.findall(page.read_text(encoding="utf-8")):
        specification = yaml.safe_load(text)
        specification.pop("figure", None)
        path = out / f"{name}.vl.json"
        path.write_text(json.dumps(located(specification, page.parent), default=str), encoding="utf-8")
