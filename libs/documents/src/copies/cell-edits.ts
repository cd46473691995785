import {
  AddNote,
  ChangeRating,
  CloseAction,
  type PlanOrder,
  RemoveRating,
  RemoveTimescale,
  ReopenAction,
  RewordAction,
  scaleOf,
  SetTimescale,
  WithdrawAction,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import { refOf, textOf } from '../reconcile/words-of.ts';
import { ratingSaid } from '../said/rating-said.ts';
import { timescaleSaid } from '../said/timescale-said.ts';
import { type Doing, type EditedAction, notDone, ordered } from './copy-edits.ts';
import { actionHeads, cutMark, wordsInCell } from './copy-form.ts';
import { comparedWords } from './compared-words.ts';
import { plainWords } from './copy-row.ts';
import { ownerEdits } from './owner-edits.ts';
import { placeEdits } from './place-edits.ts';

const saysOf = ({ cells }: EditedAction, field: string): string | undefined =>
  cells.get(field)?.says.trim();

/** What an edited cell comes to; nothing where it was not edited. */
type CellEdit = (doing: Doing, edited: EditedAction) => Outcome;

const titleEdit: CellEdit = (doing, edited) => {
  const says = saysOf(edited, 'action');
  if (says === undefined) return nothing;
  const { action, from } = edited;
  return says === ''
    ? notDone(
        from,
        action.title,
        'the words of the action were taken out: left as they are; delete the whole row to withdraw it',
      )
    : ordered(doing, RewordAction.of({ action: refOf(action.id), title: textOf(says) }), from);
};

const ratingEdit: CellEdit = (doing, edited) => {
  const says = saysOf(edited, 'rating');
  if (says === undefined) return nothing;
  const action = refOf(edited.action.id);
  const from = edited.cells.get('rating')?.from ?? edited.from;
  const scale = scaleOf(doing.context.state.cut);
  const said = ratingSaid(says);
  if (E.isRight(said) && said.right === undefined)
    return ordered(doing, RemoveRating.of({ action }), from);
  if (E.isRight(said) && said.right !== undefined && scale.includes(said.right))
    return ordered(doing, ChangeRating.of({ action, rating: said.right }), from);
  const accepted = `${scale.join(', ')} or Not rated`;
  return notDone(
    from,
    says,
    `“${says}” is no rating that this plan uses: not rated anew. Accepted are ${accepted}.`,
  );
};

/** The date beside a timescale that was written too, where the words give another one. */
const dueBeside = (edited: EditedAction, latest: string | undefined): Outcome => {
  const due = saysOf(edited, 'due') ?? '';
  const date = recogniseTimescale(due)?.timescale.latest;
  return due === '' || date === latest
    ? nothing
    : notDone(
        edited.from,
        due,
        `“${due}” stands beside “${saysOf(edited, 'byWhen') ?? ''}”, which is taken: the date is what its words give`,
      );
};

const timescaleEdit: CellEdit = (doing, edited) => {
  const [words, due] = [saysOf(edited, 'byWhen'), saysOf(edited, 'due')];
  if (words === undefined && due === undefined) return nothing;
  const stands = edited.action.timescale?.asWritten ?? '';
  if (words === undefined && due === '' && stands !== '')
    return notDone(
      edited.from,
      edited.action.title,
      `the date beside “${stands}” was taken out, and those words were not: left as it is. Clear “${actionHeads.byWhen}” to take it away`,
    );
  // The date alone was written: it is the timescale then.
  const said = words === undefined || words === '' ? (due ?? '') : words;
  const action = refOf(edited.action.id);
  if (said === '') return ordered(doing, RemoveTimescale.of({ action }), edited.from);
  const timescale = timescaleSaid(textOf(said), {});
  return together([
    words === undefined || words === '' ? nothing : dueBeside(edited, timescale.latest),
    ordered(doing, SetTimescale.of({ action, timescale }), edited.from),
  ]);
};

const noteEdit =
  (field: 'latestNote' | 'newNote'): CellEdit =>
  (doing, edited) => {
    const says = saysOf(edited, field);
    if (says === undefined) return nothing;
    const { action, from } = edited;
    if (says === '')
      return notDone(
        from,
        action.title,
        'the latest note was taken out: it stays on record; write a new note instead',
      );
    // The same file again brings no note twice.
    if (action.notes.some(({ value }) => comparedWords(value) === comparedWords(says)))
      return nothing;
    const note = refOf(`${doing.context.document.sha256.slice(0, 8)}-${from.block}-${field}`);
    return ordered(doing, AddNote.of({ action: refOf(action.id), note, text: textOf(says) }), from);
  };

/** Opened before anything else, closed after it. */
const statusEdit =
  (when: 'before' | 'after'): CellEdit =>
  (doing, edited) => {
    const says = saysOf(edited, 'status')?.toLowerCase();
    const action = refOf(edited.action.id);
    const orders: Readonly<Record<string, PlanOrder>> =
      when === 'before'
        ? { open: ReopenAction.of({ action }) }
        : { closed: CloseAction.of({ action }), withdrawn: WithdrawAction.of({ action }) };
    const order = says === undefined ? undefined : orders[says];
    return order === undefined ? nothing : ordered(doing, order, edited.from);
  };

const statuses = ['open', 'closed', 'withdrawn'];

const statusDoubt: CellEdit = (_doing, edited) => {
  const says = saysOf(edited, 'status');
  return says === undefined || statuses.includes(says.toLowerCase())
    ? nothing
    : notDone(
        edited.from,
        says,
        `“${says}” is no status: left as it is. Accepted are ${statuses.join(', ')}.`,
      );
};

/** What only an open action takes. */
const onOpenAction: ReadonlyArray<CellEdit> = [ratingEdit, timescaleEdit, ownerEdits];

const workEdits: CellEdit = (doing, edited) => {
  const { action, from } = edited;
  const outcome = together(onOpenAction.map((edit) => edit(doing, edited)));
  const isOpen = action.status === 'open' || saysOf(edited, 'status')?.toLowerCase() === 'open';
  return isOpen || outcome.steps.length === 0
    ? outcome
    : notDone(
        from,
        action.title,
        `action ${action.ref} is ${action.status}: its rating, owners and date are left as they are. To change them, make its status “open”`,
      );
};

/** A cell that was cut when the copy was made holds no more than its beginning: what was edited there is not all of it. */
const withoutCut = (edited: EditedAction): Readonly<{ whole: EditedAction; cut: Outcome }> => {
  const isCut = (words: string): boolean => plainWords(words).endsWith(plainWords(cutMark));
  const cut = [...edited.cells].filter(
    ([, { was, says }]) => isCut(wordsInCell(was)) || isCut(says),
  );
  return {
    whole: {
      ...edited,
      cells: new Map([...edited.cells].filter(([field]) => !cut.some(([one]) => one === field))),
    },
    cut: together(
      cut.map(([field]) =>
        notDone(
          edited.from,
          edited.action.title,
          `the cell “${field}” was too long for the file and was cut: left as it is. Change it in the plan`,
        ),
      ),
    ),
  };
};

/** What the edited cells of one action come to, but for its number, which changes with all others. */
export const cellEdits: CellEdit = (doing, edited) => {
  const { whole, cut } = withoutCut(edited);
  return together([
    cut,
    ...[
      statusEdit('before'),
      statusDoubt,
      titleEdit,
      placeEdits,
      workEdits,
      noteEdit('latestNote'),
      noteEdit('newNote'),
      statusEdit('after'),
    ].map((edit) => edit(doing, whole)),
  ]);
};
