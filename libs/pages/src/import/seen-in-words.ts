import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';

/** A block of a text as it is counted. */
type Seen = Readonly<{
  kind: 'paragraph' | 'heading' | 'list item' | 'cell';
  text: string;
  table?: Readonly<{ table: number }> | undefined;
}>;

const cut = (words: string): string => (words.length > 120 ? `${words.slice(0, 120)}…` : words);

const countOf = (blocks: ReadonlyArray<Seen>, kind: Seen['kind']): number =>
  blocks.filter((block) => block.kind === kind).length;

const counted = (howMany: number, one: string, many?: string): ReadonlyArray<string> =>
  howMany === 0 ? [] : [count(howMany, one, many)];

/** What was seen in a text that is no plan: how much of what, and how it begins. */
export const seenInWords = (blocks: ReadonlyArray<Seen>): ReadonlyArray<string> => {
  const tables = new Set(blocks.flatMap(({ table }) => (table === undefined ? [] : [table.table])));
  const kinds = [
    ...counted(countOf(blocks, 'paragraph'), 'paragraph'),
    ...counted(countOf(blocks, 'heading'), 'heading'),
    ...counted(countOf(blocks, 'list item'), 'item of a list', 'items of lists'),
    ...(tables.size === 0
      ? []
      : [`${count(countOf(blocks, 'cell'), 'cell')} in ${count(tables.size, 'table')}`]),
  ];
  const first = blocks.map(({ text }) => text).filter((text) => text !== '');
  return [
    `${listInWords(kinds, 'and')}.`,
    ...first
      .slice(0, 3)
      .map((text, place) => `${place === 0 ? 'It begins' : 'Then'}: “${cut(text)}”`),
  ];
};
