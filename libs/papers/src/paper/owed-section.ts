import {
  lateness,
  type OwedAnswer,
  type PaperAnswer,
  reasonInWords,
} from '@trackrecord/application';
import { dateInWords } from '@trackrecord/kernel';
import { byRef } from '@trackrecord/read-models';
import { itemOf } from '../sheets/plan-items.ts';
import type { PaperBlock, PaperSection } from './board-paper.ts';
import { type ColumnOf, heading, paragraph, tableOf, wordsCell } from './blocks.ts';
import { inShort } from './in-short.ts';
import { itemsIn } from './items-in.ts';

/** What one party owes on one action, for whatever reasons. */
type Line = Readonly<{ first: OwedAnswer; debts: ReadonlyArray<OwedAnswer> }>;

const collator = new Intl.Collator('en', { numeric: true });

/** By name; of one party by ref. */
const inOrder = ({ first: a }: Line, { first: b }: Line): number =>
  collator.compare(a.party?.name ?? '', b.party?.name ?? '') ||
  collator.compare(a.party?.id ?? '', b.party?.id ?? '') ||
  byRef({ ref: a.action ?? '' }, { ref: b.action ?? '' });

const linesIn = (owed: ReadonlyArray<OwedAnswer>): ReadonlyArray<Line> =>
  [
    ...Map.groupBy(
      owed.filter(({ action }) => action !== null),
      ({ action, party }) => JSON.stringify([action, party?.id ?? null]),
    ).values(),
  ]
    .flatMap((debts): ReadonlyArray<Line> => {
      const [first] = debts;
      return first === undefined ? [] : [{ first, debts }];
    })
    .toSorted(inOrder);

const earliest = (debts: ReadonlyArray<OwedAnswer>): OwedAnswer['since'] | undefined =>
  debts.map(({ since }) => since).toSorted()[0];

const sinceOf = (debts: ReadonlyArray<OwedAnswer>): string => {
  const since = earliest(debts);
  return since === undefined ? '' : dateInWords(since);
};

const latenessOf = (debts: ReadonlyArray<OwedAnswer>): string =>
  lateness(Math.max(...debts.map(({ daysOverdue }) => daysOverdue)));

const who: ColumnOf<Line> = {
  head: 'Who',
  share: 18,
  of: ({ first }) => wordsCell(first.party?.name),
};

const what: ReadonlyArray<ColumnOf<Line>> = [
  { head: 'Ref', share: 7, of: ({ first }) => wordsCell(first.action) },
  { head: 'Action', share: 31, of: ({ first }) => wordsCell(inShort(first.title ?? '')) },
  {
    head: 'Why',
    share: 27,
    of: ({ debts }) => wordsCell(...debts.map((debt) => reasonInWords(debt, null))),
  },
  {
    head: 'Since',
    share: 18,
    of: ({ debts }) => wordsCell(sinceOf(debts), latenessOf(debts)),
  },
];

/** Those whom somebody answers for, each by name; then those for which nobody is named. */
const actionBlocks = (lines: ReadonlyArray<Line>): ReadonlyArray<PaperBlock> => {
  const named = lines.filter(({ first }) => first.party !== null);
  const nobody = lines.filter(({ first }) => first.party === null);
  return [
    ...(named.length === 0
      ? []
      : [
          tableOf('Who owes an update of which action, why and since when.', [who, ...what], named),
        ]),
    ...(nobody.length === 0
      ? []
      : [
          heading(2, 'Nobody is named: the plan’s manager answers for these'),
          tableOf('The actions that owe an update and that nobody is named for.', what, nobody),
        ]),
  ];
};

const dataColumns = (items: ReadonlyMap<string, string>): ReadonlyArray<ColumnOf<OwedAnswer>> => [
  {
    head: 'What',
    share: 46,
    // A data need goes by its words alone.
    of: ({ about, title }) => wordsCell(items.get(about) ?? title ?? itemOf(items, about)),
  },
  { head: 'Why', share: 34, of: (debt) => wordsCell(reasonInWords(debt, null)) },
  {
    head: 'Since',
    share: 20,
    of: ({ since, daysOverdue }) => wordsCell(dateInWords(since), lateness(daysOverdue)),
  },
];

const dataBlocks = (answer: PaperAnswer): ReadonlyArray<PaperBlock> => {
  const data = answer.owed.filter(({ action, about }) => action === null && about !== 'plan');
  return data.length === 0
    ? []
    : [
        heading(2, 'Data that is wanting'),
        tableOf(
          'The data that the plan lacks, why and since when.',
          dataColumns(itemsIn(answer)),
          data,
        ),
      ];
};

/** Who owes an update of what, and since when; then the data that is wanting, which nobody owns. */
export const owedSection = (answer: PaperAnswer): PaperSection => {
  const lines = linesIn(answer.owed);
  const whole = answer.owed.filter(({ about }) => about === 'plan');
  return {
    kind: 'owed',
    heading: 'Updates owed',
    isWide: false,
    blocks:
      answer.owed.length === 0
        ? [paragraph('Nothing is owed.')]
        : [
            ...whole.map((debt) => paragraph(reasonInWords(debt, null))),
            ...(lines.length === 0
              ? [paragraph('No update of an action is owed.')]
              : actionBlocks(lines)),
            ...dataBlocks(answer),
          ],
  };
};
