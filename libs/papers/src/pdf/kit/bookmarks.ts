import type { Sheet } from './sheet.ts';

/** A place in the list of bookmarks, under which others may stand. */
export type Bookmark = Readonly<{ add: (title: string) => Bookmark }>;

const under = (sheet: Sheet, outline: PDFKit.PDFOutline): Bookmark => ({
  add: (title) => {
    const { doc, cursor } = sheet;
    // pdfkit counts the left of a place from the page's right.
    const place = { expanded: false, left: doc.page.width, top: Math.max(0, cursor.y - 8) };
    return under(sheet, outline.addItem(title, place));
  },
});

/** The document's bookmarks: each leads to where the document stands when it is added. */
export const bookmarksOf = (sheet: Sheet): Bookmark => under(sheet, sheet.doc.outline);
