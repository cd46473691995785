import PDFDocument from 'pdfkit';
import { drawableText } from '../font/drawable-text.ts';
import { paperFonts } from '../font/paper-fonts.ts';
import { type Look, type Looks, looks } from './look.ts';
import type { Measure, Run } from './wrap-lines.ts';

export type Element = PDFKit.PDFStructureElement;

/** The part of a page that text may stand in, points from its upper left corner. */
export type Area = Readonly<{ left: number; right: number; top: number; bottom: number }>;

/** Where a page stands among those of its document. */
export type PagePlace = Readonly<{
  /** From 0, in the whole document. */
  index: number;
  /** From 0, among the pages of its form. */
  ofForm: number;
  /** What a reader sees as its number. */
  number: number;
}>;

/** A kind of page: its size and the part for words, points; and what stands on each of them besides. */
export type PageForm = Readonly<{
  width: number;
  height: number;
  area: Area;
  /** Where the words of its first page begin, if that is not where those of the others do. */
  firstTop?: number;
  /** The number of its first page; the next after the page before where nothing is said. */
  numberedFrom?: number | undefined;
  /**
   * Called when a page was opened, before anything stands on it.
   * @returns what draws the rest when all pages are there: it is told how many they are
   */
  furnish: (sheet: Sheet, place: PagePlace) => (count: number) => void;
}>;

/** A page that was opened. */
export type OpenedPage = Readonly<{
  form: PageForm;
  place: PagePlace;
  finish: (count: number) => void;
}>;

/** Where a document stands: of which form the open page is, where its words begin, and how far down it has come. */
export type Cursor = { form: PageForm | undefined; top: number; y: number };

/** A document that is being drawn, on pages of one form. */
export type Sheet = Readonly<{
  doc: PDFKit.PDFDocument;
  form: PageForm;
  area: Area;
  looks: Looks;
  /** Shared by all forms of pages; pdfkit's own place moves with every word. */
  cursor: Cursor;
  /** Shared too: all that were opened, in their order. */
  pages: Array<OpenedPage>;
  /** The structure's own "Document". */
  root: Element;
  /** Characters that the font lacks, gathered while text is set. */
  lost: Set<string>;
  measure: (look: Look) => Measure;
}>;

/** What a document says of itself. */
export type SheetFacts = Readonly<{
  title: string;
  author: string;
  subject: string;
  /** A tag of BCP 47. */
  language: string;
  /** Further facts of the file's information dictionary, by their names. */
  further?: Readonly<Record<string, string>>;
  /** Stands for the time of making, so that the same paper has the same bytes. */
  madeOn: Date;
  /** False leaves the pages' content readable: for specs. */
  compress?: boolean;
}>;

export const regular = 'regular';
export const bold = 'bold';

/** The same document on pages of another form. */
export const onPages = (sheet: Sheet, form: PageForm): Sheet => ({
  ...sheet,
  form,
  area: form.area,
});

/** Widths of words at one point, remembered: the same words come again and again. */
const measuring = (doc: PDFKit.PDFDocument): Sheet['measure'] => {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const atOnePoint = (text: string, isBold: boolean): number => {
    const kept = known[isBold ? bold : regular];
    const before = kept.get(text);
    if (before !== undefined) return before;
    const width =
      doc
        .font(isBold ? bold : regular)
        .fontSize(100)
        .widthOfString(text) / 100;
    kept.set(text, width);
    return width;
  };
  return (look) => (text, isBold) => atOnePoint(text, isBold || look.bold) * look.size;
};

/** What XML cannot hold (XML 1.0, production 2) is left out. */
const unholdable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escapeXml = (text: string): string =>
  text
    .replace(unholdable, '')
    .replace(/[&<>]/gu, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

/** pdfkit puts what a document says of itself into XML as it is. */
const withSafeMetadata = (doc: PDFKit.PDFDocument, facts: SheetFacts): PDFKit.PDFDocument => {
  const endMetadata = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    doc.info.Title = escapeXml(facts.title);
    if (facts.author !== '') doc.info.Author = escapeXml(facts.author);
    doc.info.Subject = escapeXml(facts.subject);
    endMetadata();
  };
  // What the structure promises (ISO 14289-1, 5): a checker holds the file to it.
  doc.appendXML(
    '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">' +
      '<pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  );
  return doc;
};

/** Opens a tagged document (PDF 1.7) with both cuts of the font and no page yet. */
export const openSheet = (facts: SheetFacts, form: PageForm, own: Looks = looks): Sheet => {
  const fonts = paperFonts();
  const options: PDFKit.PDFDocumentOptions = {
    pdfVersion: '1.7',
    autoFirstPage: false,
    // Page numbers are written when all pages are there.
    bufferPages: true,
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    compress: facts.compress ?? true,
    // A standard font, which nothing is embedded for, would be opened otherwise.
    font: '',
    info: Object.assign(
      {
        Title: facts.title,
        ...(facts.author === '' ? {} : { Author: facts.author }),
        Subject: facts.subject,
        Creator: 'Trackrecord',
        Producer: 'Trackrecord (pdfkit)',
        CreationDate: facts.madeOn,
        ModDate: facts.madeOn,
      },
      facts.further,
    ),
  };
  const doc = withSafeMetadata(new PDFDocument(options), facts);
  doc.registerFont(regular, fonts.regular).registerFont(bold, fonts.bold);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    doc,
    form,
    area: form.area,
    looks: own,
    cursor: { form: undefined, top: 0, y: 0 },
    pages: [],
    root,
    lost: new Set(),
    measure: measuring(doc),
  };
};

/** Runs as the font can draw them; what it lacks is remembered. */
export const drawableRuns = (sheet: Sheet, runs: ReadonlyArray<Run>): ReadonlyArray<Run> =>
  runs.map((run) => {
    const { text, lost } = drawableText(paperFonts().drawable, run.text);
    lost.forEach((one) => sheet.lost.add(one));
    return { ...run, text };
  });

/** Puts on every page what can be said only when all are there: how many they are. */
export const finishPages = ({ doc, pages }: Sheet): void => {
  pages.forEach(({ finish }, index) => {
    doc.switchToPage(index);
    finish(pages.length);
  });
};

/** Ends the document and gives its bytes. */
export const closeSheet = (sheet: Sheet): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Array<Uint8Array> = [];
    sheet.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    sheet.doc.on('error', reject);
    sheet.doc.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    sheet.root.end();
    sheet.doc.end();
  });
