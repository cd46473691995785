import type { Ordinal } from '@trackrecord/kernel';
import type { AssertionRecord } from '@trackrecord/read-models';

/** A later change of a register, or that what stood in it was taken back: by whom, recorded at which ordinal. */
export type Change = Readonly<{ record: AssertionRecord; value: AssertionRecord['value'] }> &
  Readonly<{ by: AssertionRecord['recordedBy']; ordinal: Ordinal }>;

const later = (a: AssertionRecord, b: AssertionRecord): AssertionRecord =>
  b.effectiveOn > a.effectiveOn || (b.effectiveOn === a.effectiveOn && b.ordinal > a.ordinal)
    ? b
    : a;

/** What was looked at in a register, if it was taken back since. */
const takenBack = (
  records: ReadonlyArray<AssertionRecord>,
  basedOn: Ordinal,
): ReadonlyArray<Change> =>
  [...Map.groupBy(records, ({ subject, field }) => `${subject} ${field}`).values()].flatMap(
    (register) => {
      const [first, ...others] = register.filter(
        ({ ordinal, retracted }) =>
          ordinal <= basedOn && (retracted === undefined || retracted.ordinal > basedOn),
      );
      if (first === undefined) return [];
      const record = others.reduce(later, first);
      return record.retracted === undefined
        ? []
        : [
            {
              record,
              value: null,
              by: record.retracted.recordedBy,
              ordinal: record.retracted.ordinal,
            },
          ];
    },
  );

/** The last change since in any of these registers; what came since and was taken back again is none. */
export const lastChange = (
  records: ReadonlyArray<AssertionRecord>,
  basedOn: Ordinal,
): Change | undefined => {
  const since = records
    .filter(({ ordinal, retracted }) => ordinal > basedOn && retracted === undefined)
    .map((record) => ({
      record,
      value: record.value,
      by: record.recordedBy,
      ordinal: record.ordinal,
    }));
  return [...takenBack(records, basedOn), ...since]
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .at(-1);
};
