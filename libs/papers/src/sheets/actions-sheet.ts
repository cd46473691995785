import type { ActionAnswer, WorkbookAnswer } from '@trackrecord/application';
import { actionHeads, copySheets, nameSeparator } from '@trackrecord/documents';
import { itemOf, planItems } from './plan-items.ts';
import { type Cell, type ColumnOf, day, empty, type Sheet, sheetOf, words } from './sheet.ts';

type Of = Pick<WorkbookAnswer, 'plan' | 'ids'>;
type Column = ColumnOf<ActionAnswer>;

const ownersAs =
  (role: string) =>
  ({ owners }: ActionAnswer): Cell =>
    words(
      owners
        .filter((owner) => owner.role === role)
        .map(({ name }) => name)
        .join(nameSeparator),
    );

/** Where an action stands: its priority, and its theme and results where the plan has such. */
const placeColumns = (of: Of): ReadonlyArray<Column> => {
  const items = planItems(of);
  const called = (kind: string, ref: string | null): ReadonlyArray<string> =>
    ref === null ? [] : [itemOf(items, `${kind}:${ref}`)];
  const { actions } = of.plan;
  return [
    {
      head: actionHeads.priority,
      width: 22,
      kind: 'long',
      of: ({ under }) =>
        words(
          [...called('priority', under.priority), ...called('enabler', under.enabler)].join(
            nameSeparator,
          ),
        ),
    },
    ...(actions.every(({ under }) => under.theme === null)
      ? []
      : [
          {
            head: actionHeads.theme,
            width: 18,
            kind: 'long',
            of: ({ under }: ActionAnswer) => words(called('theme', under.theme).join('')),
          } as const,
        ]),
    ...(actions.every(({ under }) => under.results.length === 0)
      ? []
      : [
          {
            head: actionHeads.result,
            width: 22,
            kind: 'long',
            of: ({ under }: ActionAnswer) =>
              words(under.results.flatMap((ref) => called('result', ref)).join(nameSeparator)),
          } as const,
        ]),
  ];
};

const workColumns = ({ plan }: Of): ReadonlyArray<Column> => [
  { head: actionHeads.action, width: 44, kind: 'long', of: ({ title }) => words(title) },
  {
    head: actionHeads.rating,
    width: 14,
    kind: 'rating',
    choices: Object.keys(plan.counts.byRating),
    of: ({ rating }) => words(rating),
  },
  { head: actionHeads.lead, width: 18, kind: 'long', of: ownersAs('lead') },
  { head: actionHeads.support, width: 18, kind: 'long', of: ownersAs('support') },
  {
    head: actionHeads.byWhen,
    width: 14,
    kind: 'long',
    of: ({ timescale }) => words(timescale?.asWritten),
  },
  { head: actionHeads.due, width: 13, kind: 'day', of: ({ timescale }) => day(timescale?.latest) },
  {
    head: actionHeads.status,
    width: 10,
    kind: 'short',
    choices: ['open', 'closed'],
    of: ({ status }) => words(status),
  },
  {
    head: actionHeads.latestNote,
    width: 36,
    kind: 'long',
    of: ({ notes }) => words(notes.at(-1)?.text),
  },
  { head: actionHeads.newNote, width: 28, kind: 'long', of: () => empty },
];

/** The action register: one row an action, in the plan's order, with room for what whoever edits it has to add. */
export const actionsSheet = (of: Of): Sheet =>
  sheetOf(
    copySheets.actions,
    [
      {
        head: actionHeads.id,
        width: 12,
        kind: 'short',
        hidden: true,
        of: ({ ref }) => words(of.ids.get(ref)),
      },
      { head: actionHeads.ref, width: 8, kind: 'short', of: ({ ref }) => words(ref) },
      ...placeColumns(of),
      ...workColumns(of),
    ],
    of.plan.actions,
    2,
  );
