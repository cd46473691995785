import type { Block } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import { keptBy, keptProperty } from './kept-page.ts';

type Kept = Pick<Document, 'name' | 'blocks' | 'properties'>;

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  // HTML has no way to write it.
  '\0': '\uFFFD',
};

const escaped = (words: string): string =>
  words.replace(/[&<>"\r\0]/gu, (sign) => signs[sign] ?? '');

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${escaped(String(value))}"`;

/** How a block looks on the page, for people: what is read again stands in its data attributes. */
const styleIn = ({ fill }: Block): string | undefined => {
  if (fill === undefined) return undefined;
  return fill.by === 'words' ? `color:${fill.hex}` : `background-color:${fill.hex}`;
};

const elementIn = ({ kind, level }: Block): string =>
  kind === 'heading' ? `h${Math.min(6, Math.max(1, Math.trunc(level ?? 6)))}` : 'p';

const blockIn = (block: Block): string => {
  const { kind, text, marker, level, place, fill, table, aside } = block;
  const element = elementIn(block);
  const attributes = [
    attribute('data-kind', kind),
    attribute('data-level', level),
    attribute('data-marker', marker),
    attribute('data-place', place),
    attribute('data-aside', aside),
    attribute('data-fill', fill?.hex),
    attribute('data-fill-by', fill?.by),
    attribute('data-table', table?.table),
    attribute('data-row', table?.row),
    attribute('data-column', table?.column),
    attribute('data-columns', table?.columns),
    attribute('data-rows', table?.rows),
    attribute('style', styleIn(block)),
  ].join('');
  const shown = marker === undefined ? '' : `<span>${escaped(marker)}</span> `;
  return `<${element}${attributes}>${shown}${escaped(text)}</${element}>`;
};

/** Blocks one after another that are alike in something: of one table, of one row, of one cell. */
const runsBy = (
  blocks: ReadonlyArray<Block>,
  isAlike: (a: Block, b: Block) => boolean,
): ReadonlyArray<ReadonlyArray<Block>> => {
  const runs: Array<Array<Block>> = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && isAlike(last, block)) run.push(block);
    else runs.push([block]);
  }
  return runs;
};

const ofOneCell = ({ table: a }: Block, { table: b }: Block): boolean =>
  a?.column === b?.column && a?.columns === b?.columns && a?.rows === b?.rows;

const cellIn = (blocks: ReadonlyArray<Block>): string => {
  const [first] = blocks;
  const spans = [
    attribute('colspan', first?.table?.columns),
    attribute('rowspan', first?.table?.rows),
  ];
  return `<td${spans.join('')}>${blocks.map(blockIn).join('')}</td>`;
};

const tableIn = (blocks: ReadonlyArray<Block>): string => {
  const rows = runsBy(blocks, ({ table: a }, { table: b }) => a?.row === b?.row).map(
    (row) => `<tr>${runsBy(row, ofOneCell).map(cellIn).join('')}</tr>`,
  );
  return `<table>\n${rows.join('\n')}\n</table>`;
};

const partIn = (blocks: ReadonlyArray<Block>): string =>
  blocks[0]?.table === undefined ? blocks.map(blockIn).join('\n') : tableIn(blocks);

const look =
  'body{font-family:Arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}' +
  'table{border-collapse:collapse;margin:1em 0}td{border:1px solid;padding:.3em;vertical-align:top}' +
  'td p{margin:0;min-height:1em}';

/**
 * A document as a web page of its own that people can read, and from which the reader of web pages reads exactly the
 * same blocks again: what is recorded of a document, other than text, that was put right by hand.
 */
export const keptHtml = ({ name, blocks, properties = {} }: Kept): Uint8Array => {
  const kept = Object.entries(properties).map(
    ([property, value]) =>
      `<meta name="${keptProperty}"${attribute('data-name', property)}${attribute('content', value)}>\n`,
  );
  const parts = runsBy(blocks, ({ table: a }, { table: b }) => a?.table === b?.table).map(partIn);
  return new TextEncoder().encode(
    `<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n` +
      `<meta name="generator" content="${keptBy}">\n<title>${escaped(name)}</title>\n` +
      `${kept.join('')}<style>${look}</style>\n</head>\n<body>\n${parts.join('\n')}\n</body>\n</html>\n`,
  );
};
