import {
  auditTrailAnswer,
  type MakeOrders,
  type OnAction,
  retractOrder,
} from '@trackrecord/application';
import { type Ordinal, readOrdinal } from '@trackrecord/kernel';
import { actionPath, longText } from '@trackrecord/pages';
import { type HistoryAnswer, trailSentence } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { actionFormKind } from '../action-form-kind.ts';
import type { ActionPlace, ChangeForm, FormKind } from '../change-form.ts';
import { wrong } from './read-fields.ts';

/** A wrong entry: what one event said, of this action and maybe of others. */
export type EntryPlace = ActionPlace & Readonly<{ lines: ReadonlyArray<HistoryAnswer> }>;

const ordinalIn = (text: string): Ordinal | undefined => {
  const ordinal = readOrdinal(text);
  return ordinal === undefined || ordinal === 0 ? undefined : ordinal;
};

/** More than any entry has but an import, which is undone in another way. */
const mostLines = 100;

/** Forms about one entry of an action's history. */
export const entryFormKind: FormKind<EntryPlace, MakeOrders<OnAction>> = {
  ...actionFormKind,
  place: (desk, exchange, of) =>
    pipe(
      actionFormKind.place(desk, exchange, of),
      E.chain((place) => {
        const ordinal = ordinalIn(of.filled.text('ordinal'));
        return ordinal === undefined
          ? E.right({ ...place, lines: [] })
          : pipe(
              auditTrailAnswer(desk)(
                [of.asked.resolved],
                { withConfirmed: true },
                { newestFirst: false, limit: mostLines, after: String(ordinal - 1) },
              ),
              E.map(({ rows }) => ({
                ...place,
                lines: rows.filter((row) => row.ordinal === ordinal),
              })),
            );
      }),
    ),
  standingHeading: 'What was said',
  standing: ({ lines }) =>
    lines.map((line) => ({ key: '', html: longText(`${trailSentence(line)}.`, 300) })),
};

/** Whether an entry is one that can be taken back here, and why not. */
const hindrance = ({ lines, filled, action }: EntryPlace): string | undefined => {
  const [line] = lines;
  if (line === undefined)
    return `There is no entry “${filled.text('ordinal').slice(0, 20)}” in the history of this plan. Choose “This was wrong” beside an entry of the action’s history.`;
  if (line.confirmed || line.type === 'DocumentImported')
    return 'A document said this again with much else: undo its import to take that back, or take back the entry that said it first.';
  if (line.retracted !== null) return `This was taken back already, by ${line.retracted.by}.`;
  return lines.some(({ ref, subject }) => subject === `action ${action.ref}` && ref === action.ref)
    ? undefined
    : `The entry ${line.ordinal} is not about action ${action.ref}.`;
};

const bringsIt = ({ lines }: EntryPlace): boolean =>
  lines.some(({ type }) => type === 'ActionCreated');

/** Takes back a wrong entry: as known from now on it never held. */
export const retractForm: ChangeForm<EntryPlace, MakeOrders<OnAction>> = {
  name: 'retract',
  may: 'manage',
  carries: ['ordinal'],
  undated: true,
  needsWhy: true,
  fieldOf: { events: 'why', ordinals: 'why' },
  shows: (of) => ({
    heading: 'This was wrong',
    lead: [
      'What the entry says is taken back, all of it: from now on the plan knows that it never held. It stays in the history, struck through, with your reason; and the plan as it was known until now still shows it.',
      'If it was right once and has changed since, do not take it back: record what it became, and when.',
    ],
    ...(bringsIt(of)
      ? {
          warning:
            'The action is in the plan by this very entry. Without it there is no such action. To end an action that was real, close or withdraw it.',
        }
      : {}),
    fields: [],
    button: 'Take it back',
    warns: true,
  }),
  reads: (of) => {
    const why = hindrance(of);
    const ordinal = of.lines[0]?.ordinal;
    if (why !== undefined || ordinal === undefined) return wrong('why', why ?? '');
    return E.right({
      make: retractOrder([ordinal]),
      done: `The entry ${ordinal} was taken back.`,
      nothingNew: 'It was taken back already.',
      mine: 'Taken back',
      leadsTo: bringsIt(of)
        ? `/plans/${of.asked.plan}`
        : `${actionPath(of.asked.plan, of.action.ref)}#history`,
    });
  },
};
