import {
  actionOwner,
  actionStatus,
  actionTimescale,
  importedDocument,
  isThere,
  PartyId,
  plan,
  type PlanOrder,
  ReleaseOwner,
  RemoveTimescale,
  ReopenAction,
  actionNote,
  type Step,
  type StreamState,
  updateRequest,
  WaiveUpdate,
  WithdrawAction,
  WithdrawNote,
} from '@trackrecord/domain';
import { type Cut, type Held, type LocalDate, Sha256 } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { type Leaving, leavingOrders } from './leavings.ts';
import { refOf, textOf } from './words-of.ts';

/** The document that comes after another by its date: what the other said and it does not ends with it. */
export type NextDocument = Readonly<{ sha256: Sha256; name: string; on: LocalDate }>;

/** A document that was imported for an older date than others: which, and for which date. */
export type Older = Readonly<{ sha256: Sha256; on: LocalDate }>;

/** The next document after a date among those that were imported, whenever that was. */
export const nextDocument = (cut: Cut, { sha256, on }: Older): NextDocument | undefined =>
  importedDocument
    .membersOf(cut, plan)
    .flatMap(({ id, value }) => {
      const document = id.slice(0, 64);
      return Sha256.is(document) && document !== sha256 && value.on > on
        ? [{ sha256: document, name: value.name, on: value.on }]
        : [];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];

const isOpen = (cut: Cut, subject: string): boolean =>
  O.getOrElseW(() => 'open' as const)(actionStatus.of(cut, subject)) === 'open';

/** What ends of one action: itself, where the next document does not hold it, or what only the older one said. */
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

/** Actions that the older document withdrew and that the next one holds. */
const wronglyWithdrawn = (cut: Cut, older: Older): ReadonlyArray<PlanOrder> =>
  [...cut].flatMap(([subject, fields]) => {
    const [exists, status] = [fields.get('exists'), fields.get(actionStatus.name)];
    return subject.startsWith('action:') &&
      exists?.value === true &&
      !isFrom(older)(exists) &&
      status?.value === 'withdrawn' &&
      isFrom(older)(status) &&
      exists.effectiveOn > older.on
      ? [ReopenAction.of({ action: refOf(subject.slice('action:'.length)) })]
      : [];
  });

/**
 * What an older document that was imported late leaves behind on the date of the next one: whatever still
 * holds by its word alone there is not in the next document, so it ends, as it would have if the two had
 * been imported in their order.
 * @param state as of the next document's date, with the older document's events
 */
export const leftBehind = (
  { cut }: StreamState,
  older: Older,
  next: NextDocument,
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
  return [...wronglyWithdrawn(cut, older), ...ofActions, ...leavingOrders(cut, leavings)].map(
    (order) => ({
      order,
      why: textOf(`It does not stand in the next document, ${next.name}.`),
      source: { document: next.sha256, block: 1, line: 1 },
    }),
  );
};
