import type { PaperAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import { countInWords, dateInWords, listInWords } from '@trackrecord/kernel';
import {
  type AgendaKind,
  agendaKind,
  agendaKinds,
  agendaWords,
  worstFirst,
} from '@trackrecord/read-models';
import type { PaperBlock, PaperSection, RatingBars } from './board-paper.ts';
import {
  bullets,
  type ColumnOf,
  paperRating,
  paragraph,
  ratingCell,
  tableOf,
  wordsCell,
} from './blocks.ts';
import { sinceInWords } from './since-in-words.ts';

type Counts = Readonly<Record<string, number>>;

const countOf = (counts: Counts, rating: string): number =>
  Object.hasOwn(counts, rating) ? (counts[rating] ?? 0) : 0;

/** How many had a rating then (`null`: the plan was not there), and have it now. */
type Tally = Readonly<{ rating: string; then: number | null; now: number }>;

/** Whether there is a then to hold now against. */
const isCompared = ({ before, since, asOf }: PaperAnswer): boolean =>
  before !== null && since.on !== asOf;

const talliesOf = ({ plan, before }: PaperAnswer): ReadonlyArray<Tally> => {
  const [now, then] = [plan.counts.byRating, before?.counts.byRating];
  return worstFirst([...new Set([...Object.keys(now), ...Object.keys(then ?? {})])]).map(
    (rating) => ({
      rating,
      then: then === undefined ? null : countOf(then, rating),
      now: countOf(now, rating),
    }),
  );
};

const difference = ({ then, now }: Tally): string => {
  if (then === null) return '';
  if (then === now) return 'no change';
  return now > then ? `${now - then} more` : `${then - now} fewer`;
};

/** "2 are Red, 1 is Amber and 3 are Not rated"; ratings that nothing has are left out. */
const inWords = (tallies: ReadonlyArray<Tally>, which: (tally: Tally) => number): string =>
  listInWords(
    tallies
      .filter((tally) => which(tally) > 0)
      .map(
        (tally) =>
          `${which(tally)} ${which(tally) === 1 ? 'is' : 'are'} ${tally.rating === notRated ? notRated.toLowerCase() : tally.rating}`,
      ),
    'and',
  );

const opening = ({ plan }: PaperAnswer, tallies: ReadonlyArray<Tally>): string =>
  plan.counts.actions === 0
    ? 'The plan has no actions.'
    : `Of ${countInWords(plan.counts.actions, 'action')}, ${inWords(tallies, ({ now }) => now)}.`;

const shortOf = (tallies: ReadonlyArray<Tally>, which: (tally: Tally) => number): string => {
  const some = tallies.filter((tally) => which(tally) > 0);
  return some.length === 0
    ? 'no actions'
    : some.map((tally) => `${tally.rating} ${which(tally)}`).join(', ');
};

const picture = (answer: PaperAnswer, tallies: ReadonlyArray<Tally>): RatingBars => {
  const some = tallies.filter(({ then, now }) => now > 0 || (then ?? 0) > 0);
  const [now, then] = [dateInWords(answer.asOf), dateInWords(answer.since.on)];
  const thenBar = { label: then, counts: some.map((tally) => tally.then ?? 0) };
  const isBoth = isCompared(answer);
  return {
    _tag: 'RatingBars',
    title: 'Actions by rating',
    alt: `Bars of the actions by rating. ${
      isBoth ? `On ${then}: ${shortOf(tallies, (tally) => tally.then ?? 0)}. ` : ''
    }On ${now}: ${shortOf(tallies, (tally) => tally.now)}.`,
    ratings: some.map(({ rating }) => paperRating(rating)),
    bars: [...(isBoth ? [thenBar] : []), { label: now, counts: some.map((tally) => tally.now) }],
  };
};

const columnsOf = (answer: PaperAnswer): ReadonlyArray<ColumnOf<Tally>> => [
  { head: 'Rating', share: 4, of: ({ rating }) => ratingCell(rating) },
  ...(!isCompared(answer)
    ? []
    : [
        {
          head: `On ${dateInWords(answer.since.on)}`,
          share: 4,
          align: 'end',
          of: ({ then }: Tally) => wordsCell(String(then ?? 0)),
        } as const,
      ]),
  {
    head: `On ${dateInWords(answer.asOf)}`,
    share: 4,
    align: 'end',
    of: ({ now }) => wordsCell(String(now)),
  },
  ...(!isCompared(answer)
    ? []
    : [
        {
          head: 'Change',
          share: 3,
          align: 'end',
          of: (tally: Tally) => wordsCell(difference(tally)),
        } as const,
      ]),
];

const kindsTold = agendaKinds.filter((kind) => kind !== 'silent');

/** Nothing where a paper is of the day that it is compared with: what could have changed? */
const changesInWords = (answer: PaperAnswer): ReadonlyArray<string> => {
  const byKind = Map.groupBy(answer.changes, agendaKind);
  const howMany = (kind: AgendaKind): number => byKind.get(kind)?.length ?? 0;
  const told = kindsTold
    .filter((kind) => howMany(kind) > 0)
    .map((kind) => `${howMany(kind)} ${agendaWords[kind]}`);
  const since = sinceInWords(answer);
  if (told.length > 0) return [`Since ${since}: ${told.join(', ')}.`];
  return answer.since.on === answer.asOf ? [] : [`Since ${since}, nothing has changed.`];
};

const owedInWords = ({ plan, owed }: PaperAnswer): string => {
  const owing = plan.actions.filter(({ updateOwed }) => updateOwed).length;
  const data = owed.filter(({ action, about }) => action === null && about !== 'plan').length;
  const updates =
    owing === 0
      ? 'No action owes an update.'
      : `${countInWords(owing, 'action')} of ${plan.counts.actions} ${owing === 1 ? 'owes' : 'owe'} an update.`;
  return data === 0 ? updates : `${updates} Data is wanting in ${countInWords(data, 'place')}.`;
};

const standingOf = ({ plan: { plan }, asOf }: PaperAnswer): ReadonlyArray<string> => {
  if (plan.successor !== null) return ['The plan is closed, and was carried forward.'];
  if (plan.status !== 'open') return ['The plan is closed.'];
  const latest = plan.period?.latest;
  return latest !== undefined && latest < asOf
    ? [`The plan’s period ended on ${dateInWords(latest)}, and it is still open.`]
    : [];
};

/** How the plan stands: its actions by rating, then and now, and what the board should look at. */
export const summarySection = (answer: PaperAnswer): PaperSection => {
  const tallies = talliesOf(answer);
  const blocks: ReadonlyArray<PaperBlock> = [
    paragraph(opening(answer, tallies)),
    ...(answer.plan.counts.actions === 0 ? [] : [picture(answer, tallies)]),
    tableOf('How many actions have which rating.', columnsOf(answer), [...tallies]),
    bullets([...changesInWords(answer), owedInWords(answer), ...standingOf(answer)]),
  ];
  return { kind: 'summary', heading: 'Summary', isWide: false, blocks };
};
