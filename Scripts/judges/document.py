"""Reads a document with python-docx and prints what it finds there, a line each.

usage: document.py FILE.docx
"""
import sys

import docx

document = docx.Document(sys.argv[1])
section = document.sections[0]
print("page", round(section.page_width.mm), round(section.page_height.mm))
print("title", document.core_properties.title)
print("created", document.core_properties.created.year)


def show(container, depth=0):
    for item in container.iter_inner_content():
        if isinstance(item, docx.table.Table):
            print("  " * depth + f"table {len(item.rows)} x {len(item.columns)}")
            for row in item.rows:
                for cell in row.cells:
                    show(cell, depth + 1)
        elif item.text:
            bold = " bold" if any(run.bold for run in item.runs) else ""
            print("  " * depth + f"{item.style.name}{bold}: {item.text!r}")


show(document)
print("pictures", sum(1 for part in document.part.package.iter_parts() if "/media/" in part.partname))
print("footer", section.footer.paragraphs[0].text.split("\t")[0])
