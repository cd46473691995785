import { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { BoardPaper, PaperBlock, PaperSection } from '../board-paper.ts';

const day = (text: string): LocalDate => {
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} is no date`);
};

const ordinal = (number: number): Ordinal => {
  if (Ordinal.is(number)) return number;
  throw new Error(`${number} is no ordinal`);
};

/** A section of a paper for specs. */
export const aSection = (
  blocks: ReadonlyArray<PaperBlock>,
  more: Partial<PaperSection> = {},
): PaperSection => ({ kind: 'summary', heading: 'Summary', isWide: false, blocks, ...more });

/** A paper for specs of those who write papers: of the plan "harbour", on 30 June 2026 at ordinal 812. */
export const aBoardPaper = (
  sections: ReadonlyArray<PaperSection>,
  more: Partial<BoardPaper> = {},
): BoardPaper => ({
  about: {
    plan: 'harbour',
    asOf: day('2026-06-30'),
    ordinal: ordinal(812),
    asIn: null,
    madeOn: day('2026-07-01'),
    organisation: 'Harbour Partnership',
    period: '2026 – 2028',
    language: 'en-GB',
  },
  title: 'Harbour Plan',
  subtitle: 'Board paper, 2026 – 2028',
  standing: ['As of 30 June 2026', 'As known on 1 July 2026 at 09:00', 'At ordinal 812'],
  sections,
  footer: 'Harbour Plan, as of 30 June 2026, ordinal 812',
  ending: 'Made by Trackrecord from plan harbour as of 2026-06-30, at ordinal 812',
  ...more,
});
