import type { NarrativePart } from '@trackrecord/domain';
import { escapeHtml } from '../words/escape-html.ts';

const bullet = /^\s*[·•▪◦-]\s+/u;

type Block =
  | Readonly<{ _tag: 'Text'; text: string }>
  | Readonly<{ _tag: 'List'; items: ReadonlyArray<string> }>
  | Readonly<{ _tag: 'Table'; rows: ReadonlyArray<ReadonlyArray<string>> }>;

/** Lines that begin with a bullet, one after the other, are one list. */
const blocksOf = (parts: ReadonlyArray<NarrativePart>): ReadonlyArray<Block> =>
  parts.reduce<ReadonlyArray<Block>>((blocks, part) => {
    if (part.kind === 'table') return [...blocks, { _tag: 'Table', rows: part.rows }];
    if (!bullet.test(part.text)) return [...blocks, { _tag: 'Text', text: part.text }];
    const item = part.text.replace(bullet, '');
    const last = blocks.at(-1);
    return last?._tag === 'List'
      ? [...blocks.slice(0, -1), { _tag: 'List', items: [...last.items, item] }]
      : [...blocks, { _tag: 'List', items: [item] }];
  }, []);

const cell = (text: string): string => escapeHtml(text).replace(/\r?\n/gu, '<br>');

const row = (cells: ReadonlyArray<string>, head: boolean): string =>
  `<tr class="govuk-table__row">${cells
    .map((text) =>
      head
        ? `<th scope="col" class="govuk-table__header">${cell(text)}</th>`
        : `<td class="govuk-table__cell">${cell(text)}</td>`,
    )
    .join('')}</tr>`;

/** A first row that names every column is its head. */
const hasHead = (rows: ReadonlyArray<ReadonlyArray<string>>): boolean =>
  rows.length > 1 && (rows[0] ?? []).every((text) => text.trim() !== '');

/** Scrolls by itself where it is wider than the screen, by keyboard too. */
const table = (rows: ReadonlyArray<ReadonlyArray<string>>, name: string): string => {
  const head = hasHead(rows);
  const [first = []] = rows;
  return (
    `<div class="app-scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}"><table class="govuk-table app-table">` +
    (head ? `<thead class="govuk-table__head">${row(first, true)}</thead>` : '') +
    `<tbody class="govuk-table__body">${rows
      .slice(head ? 1 : 0)
      .map((cells) => row(cells, false))
      .join('')}</tbody></table></div>`
  );
};

const blockHtml = (block: Block, name: string): string => {
  switch (block._tag) {
    case 'Text':
      return `<p class="govuk-body">${cell(block.text)}</p>`;
    case 'List':
      return `<ul class="govuk-list govuk-list--bullet">${block.items
        .map((item) => `<li>${cell(item)}</li>`)
        .join('')}</ul>`;
    case 'Table':
      return table(block.rows, name);
  }
};

/**
 * A section of a plan's own text as HTML: paragraphs, lists and tables as they stood.
 * @param heading what the section is called: its tables are named by it
 */
export const narrativeHtml = (parts: ReadonlyArray<NarrativePart>, heading: string): string =>
  blocksOf(parts)
    .map((block, place) => blockHtml(block, `${heading}, table ${place + 1}`))
    .join('');
