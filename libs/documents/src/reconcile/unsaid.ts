import { heldBy, type Register } from '@trackrecord/kernel';
import { type Context, sourceOf } from './context.ts';
import { type Leaving, leavingOrders } from './leavings.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { neededByPeople } from './peoples-items.ts';
import { textOf } from './words-of.ts';

// No subject holds a line break.
const keyOf = ({ subject, field }: Register): string => `${subject}\n${field}`;

/** The registers that documents filled and that this one is silent about. */
const unsaidIn = ({ state }: Context, still: ReadonlySet<string>): ReadonlyArray<Leaving> =>
  [...state.cut].flatMap(([subject, fields]) =>
    [...fields].flatMap(([field, held]) =>
      held.document === undefined || held.value === null || still.has(keyOf({ subject, field }))
        ? []
        : [{ subject, field, held }],
    ),
  );

const kept = (subject: string): Outcome => ({
  ...nothing,
  warnings: [
    {
      block: 1,
      line: 1,
      text: subject.replace(':', ' '),
      message:
        'stands in the plan but not in the document: left as it is, since what people added stands under it',
    },
  ],
});

/** Takes out what documents brought and this one holds no longer, but for what people still need. */
export const leaveUnsaid = (context: Context, said: ReadonlyArray<Register>): Outcome => {
  const { cut } = context.state;
  const still = new Set(said.map(keyOf));
  const needed = neededByPeople(
    cut,
    (subject) =>
      !still.has(keyOf({ subject, field: 'exists' })) &&
      heldBy(cut, subject, 'exists')?.document === undefined,
  );
  const isNeeded = ({ subject, field }: Leaving) => field === 'exists' && needed.has(subject);
  const unsaid = unsaidIn(context, still);
  return together([
    ...unsaid.filter(isNeeded).map(({ subject }) => kept(subject)),
    steps(
      ...leavingOrders(
        cut,
        unsaid.filter((one) => !isNeeded(one)),
      ).map((order) => ({
        order,
        why: textOf('It stands in the document no longer.'),
        source: sourceOf(context, { block: 1, line: 1, words: '' }),
      })),
    ),
  ]);
};
