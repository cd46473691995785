import {
  type ActionAnswer,
  type ActionPart,
  actionsInDocument,
  type PaperAnswer,
  type PlaceOfActions,
} from '@trackrecord/application';
import { actionHeads, nameSeparator, placeInCopy } from '@trackrecord/documents';
import { countInWords, listInWords } from '@trackrecord/kernel';
import { worstFirst } from '@trackrecord/read-models';
import type { PaperBlock, PaperSection } from './board-paper.ts';
import { type ColumnOf, heading, paragraph, ratingCell, tableOf, wordsCell } from './blocks.ts';

const names =
  (role: string) =>
  ({ owners }: ActionAnswer): string =>
    owners
      .filter((owner) => owner.role === role)
      .map(({ name }) => name)
      .join(nameSeparator);

/** The heads by which an edited copy is read again (`actionHeads`). */
export const actionColumns: ReadonlyArray<ColumnOf<ActionAnswer>> = [
  { head: actionHeads.ref, share: 6, of: ({ ref }) => wordsCell(ref) },
  { head: actionHeads.action, share: 30, of: ({ title }) => wordsCell(title) },
  { head: actionHeads.rating, share: 9, of: ({ rating }) => ratingCell(rating) },
  { head: actionHeads.lead, share: 11, of: (action) => wordsCell(names('lead')(action)) },
  { head: actionHeads.support, share: 11, of: (action) => wordsCell(names('support')(action)) },
  {
    head: actionHeads.byWhen,
    share: 10,
    of: ({ timescale }) => wordsCell(timescale?.asWritten),
  },
  { head: actionHeads.latestNote, share: 23, of: ({ notes }) => wordsCell(notes.at(-1)?.text) },
];

const nameOf = ({ plan }: PaperAnswer, { of }: PlaceOfActions): string => {
  const titleIn = (items: ReadonlyArray<Readonly<{ ref: string; title: string }>>, ref: string) =>
    items.find((item) => item.ref === ref)?.title ?? '';
  switch (of._tag) {
    case 'Priority':
      return placeInCopy('Priority', of.ref, titleIn(plan.priorities, of.ref));
    case 'Enabler':
      return placeInCopy('Enabler', of.ref, titleIn(plan.enablers, of.ref));
    case 'Elsewhere':
      return 'Under no priority';
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
    : [
        paragraph(
          `Closed: ${closed.length === 1 ? 'action' : 'actions'} ${listInWords(closed, 'and')}.`,
        ),
      ];
};

const partBlocks =
  (name: string) =>
  (part: ActionPart): ReadonlyArray<PaperBlock> => [
    ...(part.heading === null ? [] : [heading(3, part.heading)]),
    tableOf(`The actions of ${name}.`, actionColumns, part.actions),
  ];

const placeBlocks =
  (answer: PaperAnswer) =>
  (place: PlaceOfActions): ReadonlyArray<PaperBlock> => {
    const actions = place.parts.flatMap((part) => part.actions);
    const name = nameOf(answer, place);
    return [
      heading(2, name),
      ...(actions.length === 0
        ? [paragraph('No actions.')]
        : [
            paragraph(counted(actions)),
            ...place.parts.flatMap(partBlocks(name)),
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
        : places.flatMap(placeBlocks(answer)),
  };
};
