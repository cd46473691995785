"""Builds a Word document or an Excel workbook of a plan's blocks, with python-docx or openpyxl.

Usage: build_plan.py docx|xlsx OUT < blocks.json

Each block is {"kind", "text", "marker", "table": {"table", "row", "column"}, "fill"}. A marker becomes an automatic
number or bullet of the document (in Word; Excel has none, and writes it); a fill is the cell's colour.
"""

import json
import re
import sys


def runs_of_blocks(blocks):
    """Blocks one after another that are of one table, or one that is of none."""
    runs = []
    for block in blocks:
        table = block.get("table")
        if table and runs and runs[-1][0] == table["table"]:
            runs[-1][1].append(block)
        else:
            runs.append((table["table"] if table else None, [block]))
    return runs


def rows_of(cells):
    rows = {}
    for cell in cells:
        place = cell["table"]
        rows.setdefault(place["row"], {}).setdefault(place["column"], []).append(cell)
    return [rows[row] for row in sorted(rows)]


class Numbers:
    """Automatic numbers: one list for each shape of marker, begun anew where a number is left out."""

    def __init__(self, document):
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.element, self.qn = OxmlElement, qn
        self.root = document.part.numbering_part.element
        self.lists, self.next, self.last = {}, 5000, {}

    def node(self, name, **attributes):
        node = self.element(name)
        for key, value in attributes.items():
            node.set(self.qn("w:" + key), str(value))
        return node

    def abstract(self, text, form):
        self.next += 1
        abstract = self.node("w:abstractNum", abstractNumId=self.next)
        level = self.node("w:lvl", ilvl=0)
        for child in (
            self.node("w:start", val=1),
            self.node("w:numFmt", val=form),
            self.node("w:lvlText", val=text),
        ):
            level.append(child)
        abstract.append(level)
        # All definitions stand before what uses them.
        self.root.insert(0, abstract)
        return self.next

    def num(self, abstract, start):
        self.next += 1
        num = self.node("w:num", numId=self.next)
        num.append(self.node("w:abstractNumId", val=abstract))
        if start is not None:
            override = self.node("w:lvlOverride", ilvl=0)
            override.append(self.node("w:startOverride", val=start))
            num.append(override)
        self.root.append(num)
        return self.next

    def of(self, marker):
        """The list that shows this marker next."""
        found = re.match(r"^(.*?)(\d+)(.*)$", marker)
        if not found:
            if marker not in self.lists:
                self.lists[marker] = self.num(self.abstract(marker, "bullet"), None)
            return self.lists[marker]
        before, number, after = found.group(1), int(found.group(2)), found.group(3)
        shape = (before, after)
        if self.last.get(shape) != number - 1 or shape not in self.lists:
            abstract = self.abstract(before + "%1" + after, "decimal")
            self.lists[shape] = self.num(abstract, number)
        self.last[shape] = number
        return self.lists[shape]

    def give(self, paragraph, marker):
        properties = paragraph._p.get_or_add_pPr()
        numbering = self.node("w:numPr")
        numbering.append(self.node("w:ilvl", val=0))
        numbering.append(self.node("w:numId", val=self.of(marker)))
        properties.append(numbering)


def build_docx(blocks, out):
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = docx.Document()
    numbers = Numbers(document)

    def fill(paragraph, block):
        paragraph.add_run(block["text"])
        if block.get("marker"):
            numbers.give(paragraph, block["marker"])

    for table, cells in runs_of_blocks(blocks):
        if table is None:
            block = cells[0]
            if block["kind"] == "heading":
                document.add_heading(block["text"], level=2)
            else:
                fill(document.add_paragraph(), block)
            continue
        rows = rows_of(cells)
        columns = max(max(row) for row in rows)
        grid = document.add_table(rows=len(rows), cols=columns)
        for at, row in enumerate(rows):
            for column, parts in row.items():
                cell = grid.cell(at, column - 1)
                for number, part in enumerate(parts):
                    paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                    fill(paragraph, part)
                if parts[0].get("fill"):
                    shading = OxmlElement("w:shd")
                    shading.set(qn("w:val"), "clear")
                    shading.set(qn("w:fill"), parts[0]["fill"].lstrip("#"))
                    cell._tc.get_or_add_tcPr().append(shading)
        # Two tables with nothing between them would be one.
        document.add_paragraph()
    document.save(out)


def is_remark(row, after, words):
    """A cell with a row to itself that numbers nothing and is not rated below: it stands in from the prose."""
    parts = [part for cell in row.values() for part in cell]
    rated_below = any(part.get("fill") for cell in after.values() for part in cell)
    return (
        sum(1 for part in parts if words(part)) == 1
        and not rated_below
        and not any(part.get("fill") or part.get("marker") for part in parts)
        and not any(re.match(r"\d", words(part)) for part in parts)
    )


def build_xlsx(blocks, out):
    import openpyxl
    from openpyxl.styles import PatternFill

    book = openpyxl.Workbook()
    sheet = book.active

    def words(block):
        marker = block.get("marker")
        return (marker + " " if marker else "") + block["text"]

    at = 0
    for table, cells in runs_of_blocks(blocks):
        if table is None:
            at += 1
            sheet.cell(at, 1).value = words(cells[0]) or None
            continue
        rows = rows_of(cells)
        for number, row in enumerate(rows):
            at += 1
            after = rows[number + 1] if number + 1 < len(rows) else {}
            shift = 1 if is_remark(row, after, words) else 0
            for column, parts in row.items():
                cell = sheet.cell(at, column + shift)
                cell.value = "\n".join(words(part) for part in parts) or None
                if parts[0].get("fill"):
                    cell.fill = PatternFill("solid", fgColor="FF" + parts[0]["fill"].lstrip("#"))
    book.save(out)


if __name__ == "__main__":
    build = {"docx": build_docx, "xlsx": build_xlsx}[sys.argv[1]]
    build(json.load(sys.stdin), sys.argv[2])
