"""Prints the cells of a form as python-docx or openpyxl reads them: a line a row, with | between the cells.

usage: forms.py FILE.docx|FILE.xlsx
"""
import sys

path = sys.argv[1]
if path.endswith(".docx"):
    import docx

    document = docx.Document(path)
    for paragraph in document.paragraphs:
        print("P", paragraph.text)
    for table in document.tables:
        for row in table.rows:
            print("R", "|".join(cell.text for cell in row.cells))
else:
    import openpyxl

    for sheet in openpyxl.load_workbook(path):
        print("S", sheet.title)
        for row in sheet.iter_rows(values_only=True):
            print("R", "|".join("" if cell is None else str(cell) for cell in row))
