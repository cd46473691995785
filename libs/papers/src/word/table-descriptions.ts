import type { BoardPaper, PaperTable } from '../paper/board-paper.ts';
import { escaped, type Parts, setText, textOf } from '../package/package-parts.ts';
import { xmlWords } from './xml-words.ts';

const text = 'word/document.xml';

const summariesOf = ({ sections }: BoardPaper): ReadonlyArray<string> =>
  sections
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is PaperTable => block._tag === 'Table')
    .map(({ summary }) => summary);

/**
 * Says of each of a paper's tables what it holds, for whoever hears it, which the library has no way to say. They are
 * known from a template's own tables by the style of their heads.
 */
export const describeTables = (parts: Parts, paper: BoardPaper, columnHead: string): void => {
  const summaries = summariesOf(paper).values();
  const heads = `<w:pStyle w:val="${columnHead}"/>`;
  const described = textOf(parts, text).replace(
    /(<w:tbl><w:tblPr>(?:(?!<\/w:tblPr>)[\s\S])*)(<\/w:tblPr>(?:(?!<\/w:tr>)[\s\S])*)/gu,
    (whole, start: string, rest: string) => {
      if (!rest.includes(heads)) return whole;
      const { value: summary } = summaries.next();
      return summary === undefined
        ? whole
        : `${start}<w:tblDescription w:val="${escaped(xmlWords(summary))}"/>${rest}`;
    },
  );
  setText(parts, text, described);
};
