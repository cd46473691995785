import { Ordinal } from '@trackrecord/kernel';
import {
  basedOnField,
  becameTrueField,
  doField,
  emptyTypedRow,
  type GridDeed,
  gridDeeds,
  onWordOfField,
  rowField,
  rowFieldIn,
  type TypedRow,
  type TypedRows,
} from '@trackrecord/pages';
import type { Fields } from '../../http/exchange.ts';
import type { GridDraft, GridWork } from './grid-draft.ts';

/** A review grid as it was sent, with what was left half-finished of actions that were not on it. */
export type SentGrid = Readonly<{
  deed: GridDeed;
  work: GridWork;
  /** The refs of the actions that stood on it. */
  shown: ReadonlySet<string>;
}>;

const zero = 0;

/** What the form says its author looked at; where it says nothing, everything since the beginning is told to them. */
const basedOnIn = (form: Fields): Ordinal => {
  const typed = form.raw(basedOnField);
  const ordinal = /^\d{1,15}$/u.test(typed) ? Number(typed) : zero;
  if (Ordinal.is(ordinal)) return ordinal;
  throw new Error(`${ordinal} is no ordinal`);
};

const unixLines = (text: string): string => text.replace(/\r\n/gu, '\n');

const rowIn = (form: Fields, ref: string): TypedRow => ({
  ...emptyTypedRow,
  rating: form.raw(rowField('rating', ref)).trim(),
  note: unixLines(form.raw(rowField('note', ref))),
  why: form.raw(rowField('why', ref)),
  same: form.one(rowField('same', ref)) !== undefined,
  answers: form.one(rowField('answers', ref)) !== undefined,
});

const shownIn = (form: Fields): ReadonlySet<string> =>
  new Set(
    form.names().flatMap((name) => {
      const field = rowFieldIn(name);
      return field === undefined ? [] : [field.ref];
    }),
  );

const rowsIn = (
  form: Fields,
  shown: ReadonlySet<string>,
  draft: GridDraft | undefined,
): TypedRows =>
  new Map([...(draft?.rows ?? []), ...[...shown].map((ref) => [ref, rowIn(form, ref)] as const)]);

/** A deed that is not known does no harm. */
const deedIn = (form: Fields): GridDeed =>
  gridDeeds.find((one) => one === form.one(doField)) ?? 'save';

/** Reads a grid that was sent; actions that were not on it keep what was saved for them before. */
export const sentGrid = (form: Fields, draft: GridDraft | undefined): SentGrid => {
  const shown = shownIn(form);
  return {
    deed: deedIn(form),
    shown,
    work: {
      effectiveOn: form.raw(becameTrueField),
      onWordOf: form.raw(onWordOfField),
      rows: rowsIn(form, shown, draft),
      basedOn: basedOnIn(form),
    },
  };
};
