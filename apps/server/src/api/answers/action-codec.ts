import type { ActionAnswer, OwnerAnswer } from '@trackrecord/application';
import { CrossReference, Timescale } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';

const Owner: t.Type<OwnerAnswer, unknown, unknown> = t.type(
  { party: t.string, name: t.string, role: t.string },
  'Owner',
);

/** The members of an action, for answers that say more of it. */
export const actionMembers = {
  ref: t.string,
  number: nullable(t.number),
  label: t.string,
  title: t.string,
  rating: t.string,
  status: t.string,
  under: t.type({
    priority: nullable(t.string),
    theme: nullable(t.string),
    enabler: nullable(t.string),
    results: t.readonlyArray(t.string),
  }),
  owners: t.readonlyArray(Owner),
  timescale: nullable(Timescale),
  createdOn: nullable(LocalDate),
  lastUpdatedOn: nullable(LocalDate),
  updateOwed: t.boolean,
  notes: t.readonlyArray(t.type({ text: t.string, on: LocalDate })),
  requests: t.readonlyArray(
    t.type({
      of: t.readonlyArray(t.string),
      words: t.string,
      state: t.string,
      askedOn: LocalDate,
    }),
  ),
  crossReferences: t.readonlyArray(CrossReference),
  knownAs: t.readonlyArray(t.string),
};

export const ActionCodec: t.Type<ActionAnswer, unknown, unknown> = t.type(actionMembers, 'Action');
