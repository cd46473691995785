"""Edits a copy as somebody would who has Word or Excel, with python-docx or openpyxl.

Usage: edit_copy.py xlsx|docx IN OUT
"""

import datetime
import sys


def edit_xlsx(path, out):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book["Actions"]
    heads = [cell.value for cell in sheet[1]]
    column = {head: at + 1 for at, head in enumerate(heads)}
    row = {sheet.cell(at, column["Ref"]).value: at for at in range(2, sheet.max_row + 1)}

    def write(ref, head, value):
        sheet.cell(row[ref], column[head]).value = value

    write("1", "Rating", "Red")
    write("2", "New note", "The boat is in the water")
    write("3", "Lead", "Nuala Finch; Brackmere Infants")
    write("4", "Due", datetime.date(2027, 5, 31))
    write("7", "Status", "closed")
    sheet.append([None] * len(heads))
    last = sheet.max_row + 1
    sheet.cell(last, column["Action"]).value = "A wholly new thing"
    sheet.cell(last, column["Rating"]).value = "Green"
    sheet.cell(last, column["Priority"]).value = sheet.cell(row["1"], column["Priority"]).value
    # Sorted by rating, as people do: the ids go with their rows.
    lines = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    lines = [line for line in lines if line[column["Ref"] - 1] != "5"]
    lines.sort(key=lambda line: str(line[column["Rating"] - 1]))
    sheet.delete_rows(2, sheet.max_row)
    for line in lines:
        sheet.append(line)
    book.save(out)


def edit_docx(path, out):
    import docx

    document = docx.Document(path)
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if heads[:3] != ["Ref", "Action", "Rating"]:
            continue
        for row in table.rows[1:]:
            cells = row.cells
            if cells[0].text == "1":
                cells[2].text = "Red"
            if cells[0].text == "2":
                cells[heads.index("Latest note")].text = "The boat is in the water"
            if cells[0].text == "5":
                row._tr.getparent().remove(row._tr)
    document.save(out)


if __name__ == "__main__":
    {"xlsx": edit_xlsx, "docx": edit_docx}[sys.argv[1]](sys.argv[2], sys.argv[3])
