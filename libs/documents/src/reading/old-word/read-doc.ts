import type { Aside, Flow, FlowParagraph, FlowRow, FlowTable } from '../flow/flow.ts';
import { piecesOfFlow } from '../flow/pieces-of-flow.ts';
import { plainWords, quoted } from '../flow/plain-words.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { checkCompoundFile } from './check-compound-file.ts';
import { partsOfBody } from './parts-of-body.ts';
import { takeTextOut } from './take-text-out.ts';

const asTheyAre = { filterUnicode: false } as const;

const extracted = async (name: string, bytes: Uint8Array) => {
  checkCompoundFile(name, bytes);
  try {
    return await takeTextOut(bytes);
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message.slice(0, 200) : 'unknown';
    const seen = `its text cannot be taken out (${said})`;
    return refuse({
      _tag: 'Damaged',
      name,
      part: 'the WordDocument stream',
      seen,
      accepted: 'a whole Word document',
    });
  }
};

const linesIn = (text: string): ReadonlyArray<string> =>
  text
    .split(/[\r\n\t]+/u)
    .map(plainWords)
    .filter((line) => line !== '');

/** Bullets that were typed in a font of symbols come as private signs. */
const paragraph = (words: string, place?: string): FlowParagraph => ({
  flow: 'paragraph',
  kind: 'paragraph',
  lines: [{ text: plainWords(words.replace(/[\uF000-\uF0FF]/gu, '•')), asides: [] }],
  ...(place === undefined ? {} : { place }),
});

const rowOf = (cells: ReadonlyArray<ReadonlyArray<string>>, row: number): FlowRow => ({
  row,
  cells: cells.map((lines, at) => ({
    column: at + 1,
    columns: 1,
    rows: 1,
    content: lines.map((line) => paragraph(line)),
  })),
});

/** Rows one after another are a table. */
const flowOfBody = (body: string): ReadonlyArray<Flow> => {
  const flow: Array<Flow> = [];
  let rows: Array<FlowRow> = [];
  const endTable = (): void => {
    const table: FlowTable = { flow: 'table', rows };
    if (rows.length > 0) flow.push(table);
    rows = [];
  };
  for (const part of partsOfBody(body)) {
    if (part.is === 'row') rows.push(rowOf(part.cells, rows.length + 1));
    else {
      endTable();
      flow.push(paragraph(part.words));
    }
  }
  endTable();
  return flow;
};

const unseen: Aside = {
  kind: 'doubtful',
  words:
    'Of an old Word document (.doc) only the words are read: its colours, automatic numbers, merged cells and pictures are not. Where a rating is a colour, save the document as .docx and send that.',
};

const asides = (kind: Aside['kind'], what: string, text: string, place: string) =>
  linesIn(text).map((line): Flow => ({
    flow: 'aside',
    aside: { kind, words: `${what}: ${quoted(line)}` },
    place,
  }));

/** Reads a Word document of before 2007 as text: its paragraphs, and the cells of its tables. */
export const readDoc: Reader = async ({ name, bytes, progress }) => {
  const document = await extracted(name, bytes);
  progress(1, 2);
  const notes = (['footnote', 'endnote'] as const).flatMap((is) =>
    linesIn(
      is === 'footnote' ? document.getFootnotes(asTheyAre) : document.getEndnotes(asTheyAre),
    ).map((line, at) => paragraph(`[${at + 1}] ${line}`, `${is} ${at + 1}`)),
  );
  const header = document.getHeaders({ ...asTheyAre, includeFooters: false });
  const read = piecesOfFlow(name, [
    ...flowOfBody(document.getBody(asTheyAre)),
    ...linesIn(document.getTextboxes(asTheyAre)).map((line) => paragraph(line, 'text box')),
    ...notes,
    { flow: 'aside', aside: unseen, place: '' },
    ...asides('comment', 'Comment', document.getAnnotations(asTheyAre), ''),
    ...asides('around the page', 'Header', header, 'header'),
    ...asides('around the page', 'Footer', document.getFooters(asTheyAre), 'footer'),
  ]);
  progress(2, 2);
  return read;
};
