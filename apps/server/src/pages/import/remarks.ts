import { type Failure, firstDateOf, type ImportWarning } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { ukDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import { pagesZone } from '../asked-dates.ts';
import type { ImportDraft } from './import-draft.ts';
import type { PlanPlace } from './plan-place.ts';
import type { Reading } from './reading.ts';

const ofPeriod = ({ proposal: { period } }: Reading, on: LocalDate): ReadonlyArray<string> => {
  if (period === undefined) return [];
  const { earliest, latest, asWritten } = period;
  const outside =
    (latest !== undefined && on > latest) || (earliest !== undefined && on < earliest);
  return outside
    ? [
        `${ukDate(on)} lies outside of the period that the document names, “${asWritten}”. Is that the day which it speaks of?`,
      ]
    : [];
};

const ofBeginning = (firstOn: LocalDate | null, { on }: ImportDraft): ReadonlyArray<string> =>
  firstOn !== null && on < firstOn
    ? [
        `So far the plan begins on ${ukDate(firstOn)}. With this document it would begin on ${ukDate(on)}.`,
      ]
    : [];

/** A warning about something in the plan names it by itself, or as its words. */
const ofPlan = ({ text, message }: ImportWarning): string => {
  const said = message.startsWith('stands') ? `${text} ${message}` : `${message} (“${text}”)`;
  return `${said.slice(0, 1).toLocaleUpperCase('en')}${said.slice(1)}.`;
};

/** What is worth knowing before an upload is recorded, and is no fault of its words. */
export const remarksOn = (
  desk: Desk,
  place: PlanPlace,
  draft: ImportDraft,
  reading: Reading,
  warnings: ReadonlyArray<ImportWarning>,
): E.Either<Failure, ReadonlyArray<string>> =>
  pipe(
    place.title === null ? E.right(null) : firstDateOf(desk)(place.plan, place.head),
    E.map((firstOn) => [
      ...(draft.isNew && place.title !== null
        ? [`There is a plan “${place.plan}” by now: this would be its next version.`]
        : []),
      ...(draft.on > desk.clock.today(pagesZone)
        ? [
            `${ukDate(draft.on)} is still to come. Until that day the plan goes on saying what it says now.`,
          ]
        : []),
      ...ofBeginning(firstOn, draft),
      ...ofPeriod(reading, draft.on),
      ...warnings.map(ofPlan),
    ]),
  );
