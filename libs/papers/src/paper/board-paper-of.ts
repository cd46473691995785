import type { PaperAnswer } from '@trackrecord/application';
import { copyEnding } from '@trackrecord/documents';
import { dateInWords, type LocalDate } from '@trackrecord/kernel';
import { actionsSection } from './actions-section.ts';
import type { BoardPaper, PaperAbout } from './board-paper.ts';
import { changesSection } from './changes-section.ts';
import { dataNeedsSection } from './data-needs-section.ts';
import { howToReadSection } from './how-to-read-section.ts';
import { indicatorsSection } from './indicators-section.ts';
import { knownInWords } from './known-in-words.ts';
import { owedSection } from './owed-section.ts';
import { summarySection } from './summary-section.ts';

/** What a paper says of itself, beside what the plan says. */
export type PaperMade = Readonly<{
  /** The day on which it is made. */
  madeOn: LocalDate;
}>;

const aboutOf = (answer: PaperAnswer, { madeOn }: PaperMade): PaperAbout => ({
  plan: answer.plan.plan.id,
  asOf: answer.asOf,
  ordinal: answer.ordinal,
  asIn: answer.asIn?.sha256 ?? null,
  madeOn,
  organisation: answer.partnership,
  period: answer.plan.plan.period?.asWritten ?? null,
  language: 'en-GB',
});

const standingOf = (answer: PaperAnswer, { madeOn }: PaperAbout): ReadonlyArray<string> => [
  `As of ${dateInWords(answer.asOf)}`,
  ...(answer.asIn === null ? [] : [`As in “${answer.asIn.name}”`]),
  `As known ${knownInWords(answer)}${answer.knownAt === null ? `, on ${dateInWords(madeOn)}` : ''}`,
  `At ordinal ${answer.ordinal}`,
];

/** More than this does not fit on a footer's one line. */
const longestInFooter = 60;

const shortened = (title: string): string => {
  const line = title.replace(/\s+/gu, ' ').trim();
  if (line.length <= longestInFooter) return line;
  const start = line.slice(0, longestInFooter);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), longestInFooter / 2)).trimEnd()} …`;
};

/**
 * A board paper of a plan: a summary by rating, what changed, the actions by priority, what is owed, the indicators, the
 * data needs, and how to read it. The same answer, made on the same day, gives the same paper.
 */
export const boardPaperOf = (answer: PaperAnswer, made: PaperMade): BoardPaper => {
  const about = aboutOf(answer, made);
  const { title } = answer.plan.plan;
  return {
    about,
    title,
    subtitle: about.period === null ? 'Board paper' : `Board paper, ${about.period}`,
    standing: standingOf(answer, about),
    sections: [
      summarySection(answer),
      changesSection(answer),
      actionsSection(answer),
      owedSection(answer),
      indicatorsSection(answer),
      dataNeedsSection(answer),
      howToReadSection(answer),
    ],
    footer: `${shortened(title)}, as of ${dateInWords(answer.asOf)}, ordinal ${answer.ordinal}`,
    ending: copyEnding(about),
  };
};
