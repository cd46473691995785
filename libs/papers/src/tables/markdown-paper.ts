import type { BoardPaper, PaperBlock, PaperCell, PaperTable } from '../paper/board-paper.ts';

/** What Markdown would take for its own wherever it stands; every one of them may have a backslash before it. */
const special = /[\\`*_{}[\]<>|~&#$]/gu;

/** What it takes for its own at the beginning of a line alone: a list, an underlining. */
const opening = /^[-+=]/u;

/** A list by numbers: "1. " and "1) ". */
const numbered = /^(\d{1,9})([.)])(?=\s|$)/u;

/** Words on one line that mean themselves. */
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(special, '\\$&')
    .replace(opening, '\\$&')
    .replace(numbered, '$1\\$2');

const cellWords = (cell: PaperCell): string => {
  switch (cell._tag) {
    case 'Words':
      return cell.paragraphs.map(escaped).join('<br>');
    case 'Rating':
      return escaped(cell.rating.word);
  }
};

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`;

const tableLines = ({ columns, rows }: PaperTable): string =>
  [
    row(columns.map(({ head }) => escaped(head))),
    row(columns.map(({ align }) => (align === 'end' ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(cellWords))),
  ].join('\n');

/** A picture is told in its own words: there is none in a text. */
const blockText = (block: PaperBlock): string => {
  switch (block._tag) {
    case 'Heading':
      return `${'#'.repeat(block.level + 1)} ${escaped(block.words)}`;
    case 'Paragraph':
      return escaped(block.words);
    case 'Bullets':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'Table':
      return tableLines(block);
    case 'RatingBars':
    case 'Lines':
      return `> ${escaped(block.alt)}`;
  }
};

/** A board paper as Markdown (CommonMark with GitHub's tables): nothing that people wrote is taken for markup. */
export const markdownPaper = (paper: BoardPaper): string =>
  `${[
    `# ${escaped(paper.title)}`,
    escaped(paper.subtitle),
    paper.standing.map((line) => `- ${escaped(line)}`).join('\n'),
    ...paper.sections.flatMap(({ heading, blocks }) => [
      `## ${escaped(heading)}`,
      ...blocks.map(blockText),
    ]),
    escaped(paper.ending),
  ].join('\n\n')}\n`;
