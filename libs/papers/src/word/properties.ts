import { copyForms } from '@trackrecord/documents';
import { dateInWords } from '@trackrecord/kernel';
import { copyFacts } from '../copies/copy-facts.ts';
import type { BoardPaper } from '../paper/board-paper.ts';
import { xmlWords } from './xml-words.ts';

/** What Word shows of a paper under File, Info. */
export const documentProperties = ({ title, subtitle, about }: BoardPaper) => ({
  title: xmlWords(`${title}, as of ${dateInWords(about.asOf)}`),
  subject: xmlWords(subtitle),
  creator: xmlWords(about.organisation ?? 'Trackrecord'),
  lastModifiedBy: 'Trackrecord',
  keywords: 'board paper, action plan',
});

/** By which an edited copy is known again, in the order in which they are written. */
export const copyPropertiesOf = ({ about }: BoardPaper): ReturnType<typeof copyFacts> =>
  copyFacts(about, copyForms.boardPaper);
