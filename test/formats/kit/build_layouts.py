"""Builds plans in the layouts that people keep them in, with python-docx and openpyxl.

Usage: build_layouts.py DIRECTORY

Each function below is a layout; its name with underscores as hyphens is the file's name. What each file says is told
again, by hand, in layouts.ts.
"""

import datetime
import os
import sys

import docx
import openpyxl
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from build_plan import Numbers

RED, AMBER, GREEN, BLUE, GREY = "FF0000", "FFC000", "00B050", "0070C0", "BFBFBF"
HEAD = "1F3864"


# Word


def shade(cell, colour):
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn("w:" + key), value)
    cell._tc.get_or_add_tcPr().append(shading)


def told(said):
    """The words of a cell."""
    return (said[0] if isinstance(said, tuple) else said) or ""


def table(document, rows, first=1.5):
    """A cell is its words, paragraphs on lines of their own; ("words", colour) shades it; None is merged upwards.

    first is how wide the first column is at least, in centimetres.
    """
    grid = document.add_table(rows=len(rows), cols=len(rows[0]))
    grid.style = "Table Grid"
    # Wide enough for every word, else the pages of a PDF break words in two.
    grid.autofit = False
    widest = [max(len(word) for row in rows for word in told(row[at]).split() or [""]) for at in range(len(rows[0]))]
    for at, letters in enumerate(widest):
        grid.columns[at].width = Cm(max(first if at == 0 else 2.2, 1.2 + letters * 0.22))
        for cell in grid.columns[at].cells:
            cell.width = grid.columns[at].width
    for at, row in enumerate(rows):
        for column, said in enumerate(row):
            if said is None:
                grid.cell(at - 1, column).merge(grid.cell(at, column))
                continue
            words, colour = said if isinstance(said, tuple) else (said, None)
            cell = grid.cell(at, column)
            for number, line in enumerate(words.split("\n") if words else []):
                (cell.paragraphs[0] if number == 0 else cell.add_paragraph()).add_run(line)
            if colour:
                shade(cell, colour)
    return grid


def heads(*words):
    return [(word, "D9E2F3") for word in words]


def paragraphs():
    """Actions one a paragraph, under headings."""
    document = docx.Document()
    document.add_heading("Saltmere Partnership Plan 2027 to 2030", 0)
    document.add_paragraph("What we will do together, and who leads on it.")
    document.add_heading("Priority 1: Safer streets", 1)
    document.add_paragraph("1. Light the path to the lido. Lead: Ann Reeve. By when: June 2028. AMBER")
    document.add_paragraph("2. Mend the sea wall at Cobb Point. Lead: Saltmere Council. By when: March 2029. RED")
    document.add_heading("Priority 2: Warm homes", 1)
    document.add_paragraph("3. Visit every home without heating. Lead: Tom Beale. By when: December 2027. GREEN")
    document.add_paragraph("4. Train twelve people to fit insulation. Lead: Saltmere College. By when: 30 September 2028.")
    return document


def letters():
    """A letter for the rating, beneath two rows of heads; a row of totals closes it."""
    document = docx.Document()
    document.add_heading("Ferry Down action plan", 1)
    document.add_paragraph("Priority 1: A port that works for all")
    grid = table(
        document,
        [
            heads("No", "Action", "Who", "", "RAG"),
            heads("", "", "Lead", "Support", ""),
            ["1", "Dredge the inner harbour", "Port Board", "Dee Marsh", "R"],
            ["2", "Paint the ferry’s waiting room", "Lou Pike", "", "G"],
            ["3", "Count the passengers each week", "Ferry Company", "Port Board", "A"],
            ["4", "Print the timetable in large letters", "Lou Pike", "", ""],
            ["Total", "4 actions", "", "", "3 rated"],
        ],
    )
    grid.cell(0, 2).merge(grid.cell(0, 3))
    for column in (0, 1, 4):
        grid.cell(0, column).merge(grid.cell(1, column))
    return document


def colours():
    """Nothing but colours, with a key that says what they mean."""
    document = docx.Document()
    document.add_heading("Otterbourne Reach: what we said we would do", 1)
    document.add_paragraph("Key")
    table(document, [[("", RED), "Late"], [("", AMBER), "At risk"], [("", GREEN), "On track"], [("", BLUE), "Complete"]])
    document.add_paragraph("Priority 1: The river")
    table(
        document,
        [
            heads("Ref", "Action", "Lead", "Due", "RAG"),
            ["1.1", "Clear the weir", "Ivy Coombe", "31/03/2028", ("", RED)],
            ["1.2", "Sample the water monthly", "River Trust", "30/06/2028", ("", BLUE)],
            ["1.3", "Plant willows at the bend", "River Trust", "31/10/2028", ("", "FFBF00")],
            ["1.4", "Open the towpath to wheelchairs", "Ivy Coombe", "31/12/2028", ("", "92D050")],
            ["1.5", "Survey the otters", "Sam Lock", "31/12/2029", ""],
        ],
    )
    return document


def highlights():
    """Ratings as highlighted words that say nothing of a rating."""
    document = docx.Document()
    document.add_paragraph("Priority 1: Better buses")
    grid = table(
        document,
        [
            heads("Action", "Lead", "RAG status"),
            ["1. Run the evening bus to Wickmoor", "Bus Forum", ""],
            ["2. Put a shelter at the school", "Kit Dunn", ""],
            ["3. Make fares the same on every line", "Bus Forum", ""],
        ],
    )
    for row, colour in ((1, WD_COLOR_INDEX.RED), (2, WD_COLOR_INDEX.BRIGHT_GREEN), (3, WD_COLOR_INDEX.YELLOW)):
        grid.cell(row, 2).paragraphs[0].add_run("see below").font.highlight_color = colour
    return document


def automatic_numbers():
    """Numbers that Word counts, from "Action 14" on; notes over several rows under each action."""
    document = docx.Document()
    numbers = Numbers(document)
    document.add_paragraph("Priority 3: Learning")
    rows = [
        heads("Action", "Lead", "RAG", "Progress"),
        ["Open a homework club in each library", "Meg Tarn", "Amber", "Two libraries have one."],
        [None, None, None, "The third waits for its new roof."],
        ["Pay for exam fees of young carers", "Carers’ Fund", "Green", "Paid for 31 in the first year."],
        ["Lend laptops for a term at a time", "Meg Tarn", "Red", "None bought yet."],
        [None, None, None, "A grant was refused in May."],
        [None, None, None, "Another is applied for."],
    ]
    grid = table(document, rows, first=5)
    for at, number in ((1, 14), (3, 15), (4, 16)):
        numbers.give(grid.cell(at, 0).paragraphs[0], "Action %d" % number)
    return document


def merged_priorities():
    """A priority merged down the rows of its actions; dates as quarters."""
    document = docx.Document()
    document.add_heading("Castle Green delivery plan 2027-2029", 1)
    table(
        document,
        [
            heads("Priority", "No.", "Action", "Owner", "By when", "RAG"),
            ["1. Play for every child", "1", "Open a playground in each ward", "Parks Team", "Q2 2027/28", "Amber"],
            [None, "2", "Close Mill Street to cars on Sundays", "Joan Ash", "Q4 2027/28", "Green"],
            [None, "3", "Lend toys from the library", "Library Friends", "Q1 2028/29", "Red"],
            ["2. Nobody eats alone", "4", "Serve a lunch each Thursday", "St Bride’s Kitchen", "Q3 2027/28", "Green"],
            [None, "5", "Ring 200 people a week", "Joan Ash", "Q4 2028/29", "Amber"],
        ],
    )
    return document


def bands():
    """Bands for the priorities over eight columns, below a key of two rows: the colours, and what they are called."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(42), Cm(29.7)
    document.add_heading("Marsh End Together: action plan 2027 to 2029", 1)
    table(
        document,
        [[("Complete", BLUE), ("On track", GREEN), ("Some delay", AMBER), ("Off track", RED)], ["Blue", "Green", "Amber", "Red"]],
    )
    document.add_paragraph("")
    empty = [""] * 7
    rows = [
        ["Priority 1: Families get help early", *empty],
        heads("No.", "Action", "Lead", "Partners", "Timescale", "Budget code", "RAG", "Progress"),
        ["1.1", "Open a hub in each of three villages", "Nell Ashby", "Health", "March 2028", "F10", ("", GREEN), "The east hub is open.\nThe west lease is signed."],
        ["1.2", "Agree one form for every family", "Early Help Board", "", "30/09/2027", "", ("", AMBER), "A draft is out."],
        ["", "Print a list of services", "", "", "", "", "", ""],
        ["Priority 2: Young people are safe", *empty],
        ["2.1", "Open a safe place in every school", "Heads’ forum", "Schools", "December 2027", "F12", ("", RED), ""],
        ["2.3", "Send youth workers out on Fridays", "Marsh Youth", "", "", "", ("", BLUE), "They go out since May."],
    ]
    grid = table(document, rows)
    for at, row in enumerate(rows):
        if row[1:] == empty:
            grid.cell(at, 0).merge(grid.cell(at, 7))
    return document


BY = 'w:author="P. Quill" w:date="2027-11-02T09:30:00Z"'


def tracked():
    """Changes that are tracked, and comments beside the words."""
    document = docx.Document()
    document.add_paragraph("Priority 1: Clean air")
    grid = table(
        document,
        [
            heads("No", "Action", "Lead", "RAG", "Notes"),
            ["1", "Measure the air at the school gate", "Air Group", "", "Six tubes hang there."],
            ["2", "Ask drivers to switch engines off", "Bo Finch", "Green", "Signs are up."],
        ],
    )

    def run(words, kind="t"):
        return '<w:r><w:%s xml:space="preserve">%s</w:%s></w:r>' % (kind, words, kind)

    def tracked_in(paragraph, *xml):
        for one in xml:
            paragraph._p.append(parse_xml(one.replace(">", " %s>" % nsdecls("w"), 1)))

    # Red is struck out and Amber is put in; the second lead's name grows.
    tracked_in(
        grid.cell(1, 3).paragraphs[0],
        '<w:del w:id="901" %s>%s</w:del>' % (BY, run("Red", "delText")),
        '<w:ins w:id="902" %s>%s</w:ins>' % (BY, run("Amber")),
    )
    tracked_in(
        grid.cell(2, 4).paragraphs[0],
        '<w:ins w:id="903" %s>%s</w:ins>' % (BY, run(" Twelve drivers were spoken to.")),
    )
    comments = (
        '<w:comments %s><w:comment w:id="0" w:initials="PQ" %s><w:p>%s</w:p></w:comment></w:comments>'
        % (nsdecls("w"), BY, run("Is this still so?"))
    )
    part = Part(
        PackURI("/word/comments.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
        comments.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    said = grid.cell(2, 3).paragraphs[0]._p
    said.insert(len(said) - 1, parse_xml('<w:commentRangeStart %s w:id="0"/>' % nsdecls("w")))
    said.append(parse_xml('<w:commentRangeEnd %s w:id="0"/>' % nsdecls("w")))
    said.append(parse_xml('<w:r %s><w:commentReference w:id="0"/></w:r>' % nsdecls("w")))
    return document


# Excel

THIN = Side(style="thin")


def fill(colour):
    return PatternFill("solid", fgColor="FF" + colour)


def put(sheet, rows, top=1):
    """A cell is its value; ("words", colour) fills it."""
    for at, row in enumerate(rows):
        for column, said in enumerate(row):
            value, colour = said if isinstance(said, tuple) else (said, None)
            cell = sheet.cell(top + at, column + 1)
            cell.value = None if value == "" else value
            cell.border = Border(THIN, THIN, THIN, THIN)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if colour:
                cell.fill = fill(colour)
        # As Excel does, which keeps how high a row is; else words run over what is printed below.
        lines = max(str(value[0] if isinstance(value, tuple) else value).count("\n") + 1 for value in row)
        sheet.row_dimensions[top + at].height = 15 * lines
    for column, width in zip("ABCDEFGH", (12, 36, 18, 18, 30, 30, 16, 16)):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)


def excel_heads(*words):
    return [(word, "D9E2F3") for word in words]


def sheet_a_priority():
    """A sheet for each priority, and one that sums up."""
    book = openpyxl.Workbook()
    rows = {
        "Priority 1 - Health": [
            ["1.1", "Open the clinic on Saturdays", "Dr Wren", "Amber"],
            ["1.2", "Walk with a nurse each Monday", "Health Forum", "Green"],
        ],
        "Priority 2 - Work": [
            ["2.1", "Take on forty apprentices", "Works Council", "Red"],
            ["2.2", "Hold a jobs fair each spring", "Nan Oakes", ""],
            ["2.3", "Lend tools to people who start out", "Nan Oakes", "Green"],
        ],
    }
    for title, actions in rows.items():
        sheet = book.create_sheet(title)
        put(sheet, [excel_heads("Ref", "Action", "Lead", "RAG"), *actions])
    del book["Sheet"]
    return book


def merged_column():
    """A priority merged down its actions, letters for ratings, heads in the fourth row."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet["A1"] = "Hollin Edge Partnership: action plan 2028"
    sheet["A1"].font = Font(bold=True, size=16)
    put(
        sheet,
        [
            excel_heads("Priority", "Action", "Lead", "Support", "RAG", "Progress"),
            ["Homes", "1. Bring ten empty houses into use", "Housing Team", "Hal Brook", "A", "Four so far."],
            ["", "2. Publish what rents are", "Hal Brook", "", "G", ""],
            ["Roads", "3. Fill the holes in Quarry Lane", "Highways", "", "R", "Not begun:\nthe quarry has to agree."],
            ["", "4. Paint a crossing at the mill", "Highways", "Mill Co-operative", "G", "Done in June."],
            ["", "5. Slow the traffic on Top Road", "Jed Rudd", "", "", ""],
        ],
        top=4,
    )
    sheet.merge_cells("A5:A6")
    sheet.merge_cells("A7:A9")
    return book


def colours_in_cells():
    """Nothing but colours, with a key on a sheet of its own."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Actions"
    put(
        sheet,
        [
            excel_heads("No", "Action", "Lead", "Due date", "RAG"),
            [1, "Dig the pond deeper", "Mere Trust", "May 2028", ("", "C00000")],
            [2, "Fence the north bank", "Cal Stone", "June 2028", ("", "7030A0")],
            [3, "Hold an open day", "Mere Trust", "July 2028", ("", "00B050")],
            [4, "Write the ten-year plan", "Cal Stone", "August 2028", ("", AMBER)],
            [5, "Map the footpaths", "Mere Trust", "September 2028", ""],
        ],
    )
    key = book.create_sheet("Key")
    put(key, [["Key", ""], [("", "7030A0"), "Complete"], [("", "00B050"), "Green"], [("", AMBER), "Amber"], [("", "C00000"), "Red"]])
    return book


def dates():
    """The same column with dates as dates, as bare serial numbers, as text and as quarters."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Actions"
    put(
        sheet,
        [
            excel_heads("No", "Action", "Lead", "RAG", "By when"),
            [1, "Move the market indoors", "Town Team", "Green", datetime.date(2028, 3, 31)],
            [2, "Fit a lift in the hall", "Hall Trust", "Amber", datetime.date(2029, 10, 1)],
            [3, "Mark out a football pitch", "Sports Club", "Red", 47026],
            [4, "Train six coaches", "Sports Club", "Green", "31/07/2028"],
            [5, "Open the hall at weekends", "Hall Trust", "Amber", "by the end of September 2028"],
            [6, "Sell season tickets", "Town Team", "Green", "Q3 2028/29"],
        ],
    )
    sheet["E2"].number_format = "dd/mm/yyyy"
    sheet["E3"].number_format = "d mmm yy"
    return book


def two_heads():
    """Two rows of heads, the ratings of each quarter beneath one head; a row of totals that formulas count."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Register"
    put(
        sheet,
        [
            excel_heads("No", "Action", "Lead", "RAG", "", "Notes"),
            excel_heads("", "", "", "Previous", "Current", ""),
            [1, "Teach swimming to every pupil", "Pool Trust", "Red", "Amber", "Pool closed in May"],
            [2, "Open the courts after school", "Una Field", "Green", "Green", ""],
            [3, "Keep the gym open late", "Pool Trust", "Amber", "Red", "No caretaker"],
            ["Total", 3, "", 3, 3, ""],
        ],
    )
    sheet.merge_cells("D1:E1")
    for merged in ("A1:A2", "B1:B2", "C1:C2", "F1:F2"):
        sheet.merge_cells(merged)
    return book


def notes_below():
    """Notes that run on over the rows beneath an action."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    put(
        sheet,
        [
            excel_heads("Ref", "Action", "Owner", "RAG", "Update"),
            ["A1", "Build a shed for the boats", "Boat Club", "Amber", "Wood is bought."],
            ["", "", "", "", "Two walls stand."],
            ["", "", "", "", "The roof comes in April."],
            ["A2", "Teach rowing on Fridays", "Rae Lund", "Green", "Eleven came."],
            ["A3", "Mend the slipway", "Boat Club", "Red", "No builder found."],
            ["", "", "", "", "Asked three more."],
        ],
    )
    return book


def coloured_by_rule():
    """Scores that rules of the sheet colour."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Scores"
    put(
        sheet,
        [
            excel_heads("No", "Action", "Lead", "RAG", "Stage"),
            [1, "Visit each school with a play", "Stage Left", 3, "begun"],
            [2, "Lend costumes to clubs", "Vi Thorne", 1, "stuck"],
            [3, "Film the midsummer fair", "Stage Left", 2, "begun"],
            [4, "Put the archive online", "Vi Thorne", "", "planned"],
        ],
    )
    solid = {colour: PatternFill(bgColor="FF" + colour) for colour in (RED, AMBER, GREEN)}
    rules = sheet.conditional_formatting
    rules.add("D2:D5", CellIsRule(operator="equal", formula=["1"], fill=solid[RED]))
    rules.add("D2:D5", FormulaRule(formula=["$D2=2"], fill=solid[AMBER]))
    rules.add("D2:D5", CellIsRule(operator="greaterThanOrEqual", formula=["3"], fill=solid[GREEN]))
    return book


def numbers_by_format():
    """Numbers that a number format shows as "Action 14", and a hidden sheet of last year's."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "This year"
    put(
        sheet,
        [
            excel_heads("Number", "What we will do", "Who", "Status", "Comments"),
            [14, "Bake for the foodbank", "Bread Co-op", "On track", "40 loaves a week"],
            [15, "Teach cooking on a budget", "Flo Mead", "Delayed", ""],
            [16, "Grow beans at the allotments", "Bread Co-op", "Complete", "Eaten in August"],
        ],
    )
    for row in (2, 3, 4):
        sheet.cell(row, 1).number_format = '"Action "0'
    old = book.create_sheet("Last year")
    put(old, [["Nothing of this is in force."]])
    old.sheet_state = "hidden"
    return book


LAYOUTS = {
    "docx": [paragraphs, letters, colours, highlights, automatic_numbers, merged_priorities, bands, tracked],
    "xlsx": [
        sheet_a_priority,
        merged_column,
        colours_in_cells,
        dates,
        two_heads,
        notes_below,
        coloured_by_rule,
        numbers_by_format,
    ],
}

if __name__ == "__main__":
    for ending, layouts in LAYOUTS.items():
        for layout in layouts:
            name = layout.__name__.replace("_", "-")
            layout().save(os.path.join(sys.argv[1], "%s.%s" % (name, ending)))
