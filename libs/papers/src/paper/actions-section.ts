import {
  type ActionAnswer,
  type ActionPart,
  actionsInDocument,
  type PaperAnswer,
  type PlaceOfActions,
} from '@trackrecord/application';
import { actionHeads, nameSeparator, underNoPlace } from '@trackrecord/documents';
import { countInWords } from '@trackrecord/kernel';
import { worstFirst, itemInWords } from '@trackrecord/read-models';
import type { PaperBlock, PaperSection } from './board-paper.ts';
import { type ColumnOf, heading, paragraph, ratingCell, tableOf, wordsCell } from './blocks.ts';
import { refsInWords } from './refs-in-words.ts';

const names =
  (role: string) =>
  ({ owners }: ActionAnswer): string =>
    owners
      .filter((owner) => owner.role === role)
      .map(({ name }) => name)
      .join(nameSeparator);

type Columns = ReadonlyArray<ColumnOf<ActionAnswer>>;

/** A column that the whole plan has nothing for takes no more room than its head. */
const shareOf = (
  of: (action: ActionAnswer) => string,
  actions: ReadonlyArray<ActionAnswer>,
  shares: Readonly<{ used: number; empty: number }>,
): number => (actions.some((action) => of(action) !== '') ? shares.used : shares.empty);

const byWhen = ({ timescale }: ActionAnswer): string => timescale?.asWritten ?? '';

const latestNote = ({ notes }: ActionAnswer): string => notes.at(-1)?.text ?? '';

/** The heads by which an edited copy is read again (`actionHeads`); alike in all tables of a paper. */
const columnsFor = (actions: ReadonlyArray<ActionAnswer>): Columns => {
  const [lead, support] = [names('lead'), names('support')];
  return [
    { head: actionHeads.ref, share: 5, of: ({ ref }) => wordsCell(ref) },
    { head: actionHeads.action, share: 30, of: ({ title }) => wordsCell(title) },
    { head: actionHeads.rating, share: 9, of: ({ rating }) => ratingCell(rating) },
    {
      head: actionHeads.lead,
      share: shareOf(lead, actions, { used: 10, empty: 6 }),
      of: (action) => wordsCell(lead(action)),
    },
    {
      head: actionHeads.support,
      share: shareOf(support, actions, { used: 10, empty: 8 }),
      of: (action) => wordsCell(support(action)),
    },
    {
      head: actionHeads.byWhen,
      share: shareOf(byWhen, actions, { used: 9, empty: 8 }),
      of: (action) => wordsCell(byWhen(action)),
    },
    {
      head: actionHeads.latestNote,
      share: shareOf(latestNote, actions, { used: 27, empty: 9 }),
      of: (action) => wordsCell(latestNote(action)),
    },
  ];
};

const nameOf = ({ plan }: PaperAnswer, { of }: PlaceOfActions): string => {
  const titleIn = (items: ReadonlyArray<Readonly<{ ref: string; title: string }>>, ref: string) =>
    items.find((item) => item.ref === ref)?.title ?? '';
  switch (of._tag) {
    case 'Priority':
      return itemInWords('Priority', of.ref, titleIn(plan.priorities, of.ref));
    case 'Enabler':
      return itemInWords('Enabler', of.ref, titleIn(plan.enablers, of.ref));
    case 'Elsewhere':
      return underNoPlace;
  }
};

/** "12 actions: Red 2, Amber 3, Green 7." */
const counted = (actions: ReadonlyArray<ActionAnswer>): string => {
  const byRating = Map.groupBy(actions, ({ rating }) => rating);
  const ratings = worstFirst([...byRating.keys()]).map(
    (rating) => `${rating} ${byRating.get(rating)?.length ?? 0}`,
  );
  return `${countInWords(actions.length, 'action')}: ${ratings.join(', ')}.`;
};

const closedIn = (actions: ReadonlyArray<ActionAnswer>): ReadonlyArray<PaperBlock> => {
  const closed = actions.filter(({ status }) => status === 'closed').map(({ ref }) => ref);
  return closed.length === 0
    ? []
    : [paragraph(`Closed: ${closed.length === 1 ? 'action' : 'actions'} ${refsInWords(closed)}.`)];
};

const partBlocks =
  (name: string, columns: Columns) =>
  (part: ActionPart): ReadonlyArray<PaperBlock> => [
    ...(part.heading === null ? [] : [heading(3, part.heading)]),
    tableOf(`The actions of ${name}.`, columns, part.actions),
  ];

const placeBlocks =
  (answer: PaperAnswer, columns: Columns) =>
  (place: PlaceOfActions): ReadonlyArray<PaperBlock> => {
    const actions = place.parts.flatMap((part) => part.actions);
    const name = nameOf(answer, place);
    return [
      heading(2, name),
      ...(actions.length === 0
        ? [paragraph('No actions.')]
        : [
            paragraph(counted(actions)),
            ...place.parts.flatMap(partBlocks(name, columns)),
            ...closedIn(actions),
          ]),
    ];
  };

/** The plan's actions by priority, as its own document has them. */
export const actionsSection = (answer: PaperAnswer): PaperSection => {
  const places = actionsInDocument(answer.plan, answer.plan.actions).filter(
    ({ of, parts }) => of._tag !== 'Elsewhere' || parts.length > 0,
  );
  return {
    kind: 'actions',
    heading: 'Actions by priority',
    isWide: true,
    blocks:
      places.length === 0
        ? [paragraph('The plan has no actions.')]
        : places.flatMap(placeBlocks(answer, columnsFor(answer.plan.actions))),
  };
};
