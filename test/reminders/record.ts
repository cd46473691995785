import { listRuns, loadRun, type Readable } from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import type { ReminderMessage, ReminderRun } from '@trackrecord/read-models';
import { rightOf } from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import type { ExpectedEnd, ExpectedItem, ExpectedMessage } from './oracle.ts';
import { plan } from './desk.ts';
import type { Happening } from './happenings.ts';
import { keyOf } from './plan-model.ts';

/** All runs of the plan, the first first, as the log tells them. */
export const runsIn = ({ views }: Pick<Readable, 'views'>): ReadonlyArray<ReminderRun> => {
  const head = rightOf(views.head());
  return rightOf(listRuns({ views }, plan)).flatMap((day) => {
    const run = rightOf(loadRun({ views }, plan, day, head));
    return O.isSome(run) ? [run.value] : [];
  });
};

type RunItem = ReminderMessage['items'][number];

/** An item in the words of the oracle. */
export const itemTold = ({
  debt,
  dueOn,
  level,
  because,
  insteadOf = [],
}: RunItem): ExpectedItem => ({
  about: debt.about,
  reason: debt.reason,
  since: debt.since,
  due: dueOn,
  request: debt.request,
  level,
  because,
  insteadOf: insteadOf.toSorted(),
});

/** Messages as one text each, to be compared: whom to, and all that they ask for. */
export const toldAs = (
  messages: ReadonlyArray<Pick<ExpectedMessage, 'to' | 'items'>>,
): ReadonlyArray<string> =>
  messages
    .map(({ to, items }) => {
      const lines = items.map(({ level, because, insteadOf, due, ...debt }) =>
        [keyOf(debt), due, level, because, insteadOf].join(' / '),
      );
      return [to, ...lines.toSorted()].join('\n  ');
    })
    .toSorted();

/** What was asked for in a run and has not been taken out. */
export const messagesIn = ({
  messages,
}: ReminderRun): ReadonlyArray<Pick<ExpectedMessage, 'to' | 'items'>> =>
  messages
    .map(({ to, items }) => ({
      to,
      items: items.filter(({ withdrawn }) => withdrawn === null).map(itemTold),
    }))
    .filter(({ items }) => items.length > 0);

/** What each happening made. */
export type Told = ReadonlyMap<Happening, ReadonlyArray<DomainEvent>>;

const endLine = (on: string, to: string, debt: string, by: string): string =>
  [on, to, debt, by].join(' / ');

/** How everything ended that was asked, as the log tells it. */
export const endsIn = (runs: ReadonlyArray<ReminderRun>, events: Told): ReadonlyArray<string> => {
  const firstOf = new Map(
    [...events.values()].flatMap((all) => all.map(({ id }) => [id, all[0]?.id ?? id] as const)),
  );
  return runs
    .flatMap(({ on, messages }) =>
      messages.flatMap(({ to, items }) =>
        items.flatMap(({ debt, settled }) =>
          settled === null
            ? []
            : [
                endLine(
                  on,
                  to,
                  keyOf(debt),
                  settled.is === 'answered'
                    ? (firstOf.get(settled.by) ?? settled.by)
                    : 'owed no longer',
                ),
              ],
        ),
      ),
    )
    .toSorted();
};

/** The same by the oracle, where an answer is any event of what happened: it is told as the first. */
export const endsExpected = (
  ends: ReadonlyArray<ExpectedEnd>,
  events: Told,
): ReadonlyArray<string> =>
  ends
    .map(({ on, to, debt, by, isAnswered }) =>
      endLine(on, to, debt, isAnswered ? (events.get(by)?.[0]?.id ?? 'nothing') : 'owed no longer'),
    )
    .toSorted();
