import { dateInWords } from '@trackrecord/kernel';
import type { BoardPaper } from '../../paper/board-paper.ts';

/** What a template may ask for in double braces: `{{as of}}`. Spaces and capitals do not matter. */
export const placeholders = [
  'title',
  'subtitle',
  'period',
  'organisation',
  'plan',
  'as of',
  'known at',
  'ordinal',
  'made on',
  'paper',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What each becomes, for whoever makes a template. */
export const placeholderMeanings: Readonly<Record<Placeholder, string>> = {
  title: 'the plan’s title',
  subtitle: '“Board paper”, and the plan’s period',
  period: 'the plan’s period',
  organisation: 'the partnership whose plan it is',
  plan: 'the plan’s short name',
  'as of': 'the date that the paper speaks of',
  'known at': 'up to when what was recorded is told',
  ordinal: 'the ordinal up to which it is told',
  'made on': 'the day on which the paper was made',
  paper: 'the paper itself: once, in a paragraph of its own',
};

/** Which placeholder is meant by what stands between the braces; `undefined` where it is none. */
export const placeholderOf = (typed: string): Placeholder | undefined => {
  const name = typed
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase();
  return placeholders.find((one) => one === name);
};

const knownAt = ({ standing }: BoardPaper): string =>
  (standing.find((line) => line.startsWith('As known ')) ?? '').replace(
    /^As known (?:on |at )?/u,
    '',
  );

/** The words that a placeholder is filled in with; of what nobody said, nothing. */
export const wordsFor = (
  paper: BoardPaper,
): Readonly<Record<Exclude<Placeholder, 'paper'>, string>> => {
  const { about, title, subtitle } = paper;
  return {
    title,
    subtitle,
    period: about.period ?? '',
    organisation: about.organisation ?? '',
    plan: about.plan,
    'as of': dateInWords(about.asOf),
    'known at': knownAt(paper),
    ordinal: String(about.ordinal),
    'made on': dateInWords(about.madeOn),
  };
};
