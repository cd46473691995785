import {
  actionNote,
  AddNote,
  type PlanOrder,
  type Ref,
  type Step,
  subjectOf,
  SupersedeNote,
  WithdrawNote,
} from '@trackrecord/domain';
import { type Held, heldBy } from '@trackrecord/kernel';
import type { ProposedAction, ProposedNote } from '../proposal/proposed-action.ts';
import { type Context, sourceOf } from './context.ts';
import { confirming } from './judge.ts';
import { type Outcome, steps, together } from './outcome.ts';
import { refOf, textOf } from './words-of.ts';

type StandingNote = Readonly<{ note: Ref; text: string; held: Held }>;

/** The notes that stand and that documents said: the next document's take their place. People's notes stay. */
export const documentNotes = ({ state }: Context, action: Ref): ReadonlyArray<StandingNote> => {
  const subject = subjectOf('action', action);
  return actionNote.membersOf(state.cut, subject).flatMap(({ id, value }) => {
    const held = heldBy(state.cut, subject, `${actionNote.name}/${id}`);
    return held?.document === undefined ? [] : [{ note: refOf(id), text: value, held }];
  });
};

const lettersIn = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** A note that consists of nothing but words which ask for news has none. */
const onlyAsks = ({ requests }: ProposedAction, { text }: ProposedNote): boolean =>
  requests.length > 0 &&
  lettersIn(requests.reduce((rest, { words }) => rest.replace(words, ' '), text)) === '';

const added = (
  context: Context,
  action: Ref,
  proposed: ProposedAction,
  note: ProposedNote,
  place: number,
): Step<PlanOrder> & Readonly<{ id: Ref }> => {
  const id = refOf(`${context.document.sha256.slice(0, 8)}-${place + 1}`);
  const asks = onlyAsks(proposed, note) ? { onlyAsks: true as const } : {};
  return {
    id,
    order: AddNote.of({ action, note: id, text: textOf(note.text), ...asks }),
    source: sourceOf(context, note.from),
  };
};

/**
 * Holds a document's notes on an action against those of documents before: the same words are said again,
 * others supersede in their order, what is left over is withdrawn.
 */
export const reconcileNotes = (
  context: Context,
  action: Ref,
  proposed: ProposedAction,
): Outcome => {
  const standing = documentNotes(context, action);
  const same = (text: string) => (one: StandingNote) => one.text === textOf(text);
  const kept = standing.filter(({ text }) =>
    proposed.notes.some((note) => textOf(note.text) === text),
  );
  const outgoing = standing.filter((one) => !kept.includes(one));
  const incoming = proposed.notes
    .filter(({ text }) => !standing.some(same(text)))
    .map((note) => added(context, action, proposed, note, proposed.notes.indexOf(note)));
  const subject = subjectOf('action', action);
  return together([
    ...kept.map(({ note, held }) =>
      confirming({ subject, field: `${actionNote.name}/${note}` }, held),
    ),
    ...incoming.map(({ order, source }) =>
      steps({ order, ...(source === undefined ? {} : { source }) }),
    ),
    ...outgoing.map(({ note }, place) => {
      const by = incoming[place];
      const source = sourceOf(context, proposed.from);
      return by === undefined
        ? steps({ order: WithdrawNote.of({ action, note }), source })
        : steps({ order: SupersedeNote.of({ action, note, by: by.id }), source });
    }),
  ]);
};
