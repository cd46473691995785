"""Builds the Word template of an organisation, as python-docx writes one. Words: where the logo is, where it goes."""

import sys

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

logo, template = sys.argv[1:]


def field(paragraph, code):
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            sign = OxmlElement("w:instrText")
            sign.text = code
        else:
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
        run._r.append(sign)


def picture(paragraph, width, words):
    shape = paragraph.add_run().add_picture(logo, width=width)
    shape._inline.docPr.set("descr", words)


document = Document()
for name, size, colour in (("Normal", 12, "223344"), ("Heading 1", 18, "6A1B4D")):
    style = document.styles[name].font
    style.size, style.color.rgb, style.name = Pt(size), RGBColor.from_string(colour), "Georgia"

cover = document.sections[0]
cover.page_width, cover.page_height = Cm(21), Cm(29.7)
cover.left_margin = cover.right_margin = Cm(2)
cover.different_first_page_header_footer = True
first = document.add_paragraph()
first.alignment = WD_ALIGN_PARAGRAPH.CENTER
picture(first, Cm(8), "Harbour Partnership: a sun and its beam")
title = document.add_paragraph("{{title}}", style="Title")
title.alignment = WD_ALIGN_PARAGRAPH.CENTER
asof = document.add_paragraph("Paper for the board, ")
asof.add_run("{{as").bold = True
asof.add_run(" of}}")

header = cover.header.paragraphs[0]
header.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
picture(header, Cm(3), "Harbour Partnership")
header.add_run("\tChildren and young people")
footer = cover.footer.paragraphs[0]
footer.add_run("At ordinal {{ordinal}}, page ")
field(footer, " PAGE ")
footer.add_run(" of ")
field(footer, " NUMPAGES ")

wide = document.add_section(WD_SECTION.NEW_PAGE)
wide.orientation = WD_ORIENT.LANDSCAPE
wide.page_width, wide.page_height = Cm(29.7), Cm(21)
wide.different_first_page_header_footer = False
document.add_paragraph("{{paper}}")
document.add_paragraph("Harbour House, 1 Quay Street")
document.save(template)
