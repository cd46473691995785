import {
  actionOwner,
  actionRef,
  actionStatus,
  actionTimescale,
  dataNeedUnder,
  dataNeedWords,
  importedDocument,
  isThere,
  lookupHolder,
  PartyId,
  plan,
  type PlanOrder,
  RaiseDataNeed,
  ReleaseOwner,
  RemoveTimescale,
  ReopenAction,
  SetTarget,
  actionNote,
  type Step,
  type StreamState,
  type Subject,
  subjectOf,
  targetLabel,
  targetUnder,
  targetWords,
  updateRequest,
  WaiveUpdate,
  WithdrawAction,
  WithdrawNote,
} from '@trackrecord/domain';
import { type Cut, type Held, type LocalDate, Sha256 } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Leaving, leavingOrders } from './leavings.ts';
import { refOf, subjectNamed, textOf } from './words-of.ts';

/** A document that comes after another by its date: what the other said and it does not ends with it. */
export type LaterDocument = Readonly<{ sha256: Sha256; name: string; on: LocalDate }>;

/** A document that was imported for an older date than others: which, and for which date. */
export type Older = Readonly<{ sha256: Sha256; on: LocalDate }>;

/** The documents after a date among those that were imported, whenever that was, in the order of their dates. */
export const laterDocuments = (cut: Cut, { sha256, on }: Older): ReadonlyArray<LaterDocument> =>
  importedDocument
    .membersOf(cut, plan)
    .flatMap(({ id, value }) => {
      const document = id.slice(0, 64);
      return Sha256.is(document) && document !== sha256 && value.on > on
        ? [{ sha256: document, name: value.name, on: value.on }]
        : [];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));

const isOpen = (cut: Cut, subject: string): boolean =>
  O.getOrElseW(() => 'open' as const)(actionStatus.of(cut, subject)) === 'open';

/** What ends of one action: itself, where the later document does not hold it, or what only the older one said. */
const actionOrder = (cut: Cut, { subject, field, held }: Leaving): PlanOrder | undefined => {
  const action = refOf(subject.slice('action:'.length));
  const [set = '', ...rest] = field.split('/');
  const member = refOf(rest.join('/'));
  if (field === 'exists') return WithdrawAction.of({ action });
  if (set === actionNote.name) return WithdrawNote.of({ action, note: member });
  if (set === actionOwner.name && PartyId.is(member))
    return ReleaseOwner.of({ action, party: member });
  if (field === actionTimescale.name && isOpen(cut, subject)) return RemoveTimescale.of({ action });
  return set === updateRequest.name &&
    O.exists(({ state }: { readonly state: string }) => state === 'open')(
      updateRequest.of(cut, subject, member),
    ) &&
    held.value !== null
    ? WaiveUpdate.of({ action, requests: [member] })
    : undefined;
};

const isAction = ({ subject }: Leaving): boolean => subject.startsWith('action:');

const isFrom =
  ({ sha256, on }: Older) =>
  ({ document, effectiveOn }: Held): boolean =>
    document === sha256 && effectiveOn === on;

/** Whether a document that held an item on its date stands against an older one that gave it up before. */
const isGivenUpBefore =
  ({ sha256, on }: LaterDocument, status: string) =>
  (fields: ReadonlyMap<string, Held>): boolean => {
    const [exists, held] = [fields.get('exists'), fields.get('status')];
    return (
      exists?.value === true &&
      exists.document === sha256 &&
      exists.effectiveOn === on &&
      held?.value === status &&
      held.document !== undefined &&
      held.effectiveOn < on
    );
  };

/** Whether an action that went could have its ref again: where another has it, that one is the document's. */
const isRefFree = (cut: Cut, gone: ReadonlySet<string>, action: string): boolean =>
  pipe(
    actionRef.of(cut, subjectOf('action', action)),
    O.chain(lookupHolder(cut)),
    O.filter((holder) => holder !== action && !gone.has(subjectOf('action', holder))),
    O.isNone,
  );

/** What something stands under, where that is still there; else the plan itself. */
const standingPlace =
  (cut: Cut) =>
  (under: O.Option<Subject>): O.Option<Subject> =>
    O.map((subject: Subject) => (isThere(cut, subject) ? subject : subjectNamed(plan, '')))(under);

/** The order by which an item is there again; `undefined` where it never went. */
const revival = (
  cut: Cut,
  later: LaterDocument,
  gone: ReadonlySet<string>,
  [subject, fields]: readonly [string, ReadonlyMap<string, Held>],
): PlanOrder | undefined => {
  const ref = refOf(subject.slice(subject.indexOf(':') + 1));
  if (subject.startsWith('action:') && isGivenUpBefore(later, 'withdrawn')(fields))
    return isRefFree(cut, gone, ref) ? ReopenAction.of({ action: ref }) : undefined;
  if (subject.startsWith('target:') && isGivenUpBefore(later, 'dropped')(fields))
    return O.toUndefined(
      pipe(
        O.Do,
        O.bind('words', () => targetWords.of(cut, subject)),
        O.bind('label', () => targetLabel.of(cut, subject)),
        O.bind('under', () => standingPlace(cut)(targetUnder.of(cut, subject))),
        O.map((said) => SetTarget.of({ target: ref, ...said })),
      ),
    );
  return subject.startsWith('dataNeed:') && isGivenUpBefore(later, 'met')(fields)
    ? O.toUndefined(
        pipe(
          O.Do,
          O.bind('words', () => dataNeedWords.of(cut, subject)),
          O.bind('under', () => standingPlace(cut)(dataNeedUnder.of(cut, subject))),
          O.map((said) => RaiseDataNeed.of({ dataNeed: ref, ...said })),
        ),
      )
    : undefined;
};

/**
 * What an older document that was imported late leaves behind on the date of a later one: whatever still
 * holds by its word alone there is not in the later document, so it ends, as it would have if the two had
 * been imported in their order.
 * @param state as of the later document's date, with the older document's events, and what came of it before
 */
export const leftBehind = (
  { cut }: StreamState,
  older: Older,
  next: LaterDocument,
): ReadonlyArray<Step<PlanOrder>> => {
  const leavings = [...cut].flatMap(([subject, fields]) =>
    [...fields].flatMap(([field, held]): ReadonlyArray<Leaving> =>
      held.value !== null && isFrom(older)(held) ? [{ subject, field, held }] : [],
    ),
  );
  const gone = new Set(
    leavings.filter(({ field }) => field === 'exists').map(({ subject }) => subject),
  );
  const ofActions = leavings
    .filter(isAction)
    .filter(({ subject }) => isThere(cut, subject) && isOpen(cut, subject))
    .filter(({ subject, field }) => field === 'exists' || !gone.has(subject))
    .flatMap((leaving) => actionOrder(cut, leaving) ?? []);
  const revived = [...cut].flatMap((one) => revival(cut, next, gone, one) ?? []);
  return [...ofActions, ...revived, ...leavingOrders(cut, leavings)].map((order) => ({
    order,
    why: textOf(`As the later document ${next.name} has it.`),
    source: { document: next.sha256, block: 1, line: 1 },
  }));
};
