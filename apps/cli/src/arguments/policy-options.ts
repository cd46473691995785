import { invalid, type Writable } from '@trackrecord/application';
import type { ReminderPolicy } from '@trackrecord/domain';
import type { Command } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import {
  datesIn,
  listIn,
  oneOf,
  orNever,
  partyIn,
  type Read,
  regions,
  said,
  timeIn,
  zoneIn,
} from './policy-values.ts';

/** What is said of a policy on the command line; what is not said stays as it is. */
export type PolicyOptions = Readonly<{
  before?: string;
  after?: string;
  thenEvery?: string;
  support?: string;
  manager?: string;
  sponsor?: string;
  managerIs?: string;
  sponsorIs?: string;
  weekends?: string;
  holidays?: string;
  quietDays?: string;
  at?: string;
  timeZone?: string;
  form?: string;
  pause?: boolean;
  resume?: boolean;
}>;

/** Their names. */
export const policyOptionNames: ReadonlyArray<keyof PolicyOptions> = [
  ...(['before', 'after', 'thenEvery', 'support', 'manager', 'sponsor'] as const),
  ...(['managerIs', 'sponsorIs', 'weekends', 'holidays', 'quietDays'] as const),
  ...(['at', 'timeZone', 'form', 'pause', 'resume'] as const),
];

export const withPolicy = (command: Command): Command =>
  command
    .option('--before <days>', 'so many days before an update is due: 7, or 3,7; none')
    .option('--after <days>', 'so many days after it was due: 1,8,15; none')
    .option('--then-every <days>', 'and then every so many days; never')
    .option('--support <days>', 'after how many days whoever helps with it is asked too; never')
    .option('--manager <days>', 'after how many days the plan’s manager is asked too; never')
    .option('--sponsor <days>', 'after how many days its sponsor is asked too; never')
    .option('--manager-is <name>', 'who answers for what nobody owns; nobody: by their role')
    .option('--sponsor-is <name>', 'who is asked in the end; nobody')
    .option('--weekends <how>', 'quiet, or send')
    .option('--holidays <where>', 'England, Scotland, Wales, Northern Ireland, or none')
    .option(
      '--quiet-days <dates>',
      'further days on which nothing is sent: 2026-12-24,2026-12-31; none',
    )
    .option('--at <time>', 'from when on they go out: 09:00')
    .option(
      '--time-zone <zone>',
      'by the clock of another place than the plan’s: Europe/Lisbon; plan',
    )
    .option('--form <form>', 'digest (one message a person) or single (one a thing)')
    .option('--pause', 'send nothing until --resume')
    .option('--resume', 'send again');

const pausedBy = ({ pause, resume }: PolicyOptions, held: boolean): Read<boolean> => {
  if (pause === true && resume === true)
    return E.left(invalid('--pause and --resume say the opposite of each other.'));
  return E.right(pause === true || (held && resume !== true));
};

type Escalation = ReminderPolicy['escalation'];

const escalationIn = (
  { support, manager, sponsor }: PolicyOptions,
  held: Escalation,
): Read<Escalation> =>
  pipe(
    E.Do,
    E.bind('support', () => said(support, held.support, orNever('--support'))),
    E.bind('manager', () => said(manager, held.manager, orNever('--manager'))),
    E.bind('sponsor', () => said(sponsor, held.sponsor, orNever('--sponsor'))),
    E.map((all) => ({
      ...(all.support === undefined ? {} : { support: all.support }),
      ...(all.manager === undefined ? {} : { manager: all.manager }),
      ...(all.sponsor === undefined ? {} : { sponsor: all.sponsor }),
    })),
  );

type Quiet = ReminderPolicy['quiet'];

const weekendWays = new Map([
  ['quiet', true],
  ['send', false],
]);

const quietIn = ({ weekends, holidays, quietDays }: PolicyOptions, held: Quiet): Read<Quiet> =>
  pipe(
    E.Do,
    E.bind('weekends', () => said(weekends, held.weekends, oneOf('--weekends', weekendWays))),
    E.bind('holidays', () => said(holidays, held.holidays, oneOf('--holidays', regions))),
    E.bind('days', () => said(quietDays, held.days, datesIn)),
    E.map((all) => ({
      weekends: all.weekends,
      ...(all.holidays === undefined ? {} : { holidays: all.holidays }),
      ...(all.days === undefined ? {} : { days: all.days }),
    })),
  );

type Forms = ReadonlyMap<string, ReminderPolicy['form']>;

const forms: Forms = new Map([
  ['digest', 'digest'],
  ['single', 'single'],
]);

type Days = Pick<ReminderPolicy, 'daysBefore' | 'daysAfter' | 'thenEvery'>;

const daysOf = (options: PolicyOptions, held: ReminderPolicy): Read<Days> =>
  pipe(
    E.Do,
    E.bind('daysBefore', () => said(options.before, held.daysBefore, listIn('--before'))),
    E.bind('daysAfter', () => said(options.after, held.daysAfter, listIn('--after'))),
    E.bind('thenEvery', () => said(options.thenEvery, held.thenEvery, orNever('--then-every'))),
    E.map(({ thenEvery, ...days }) => ({
      ...days,
      ...(thenEvery === undefined ? {} : { thenEvery }),
    })),
  );

type People = Pick<ReminderPolicy, 'manager' | 'sponsor'>;

const peopleIn = (
  deps: Writable,
  { managerIs, sponsorIs }: PolicyOptions,
  held: People,
): Read<People> =>
  pipe(
    E.Do,
    E.bind('manager', () => said(managerIs, held.manager, partyIn(deps, '--manager-is'))),
    E.bind('sponsor', () => said(sponsorIs, held.sponsor, partyIn(deps, '--sponsor-is'))),
    E.map(({ manager, sponsor }) => ({
      ...(manager === undefined ? {} : { manager }),
      ...(sponsor === undefined ? {} : { sponsor }),
    })),
  );

/** A policy with what the options say of it. */
export const policyWith = (
  deps: Writable,
  held: ReminderPolicy,
  options: PolicyOptions,
): Read<ReminderPolicy> =>
  pipe(
    E.Do,
    E.bind('days', () => daysOf(options, held)),
    E.bind('escalation', () => escalationIn(options, held.escalation)),
    E.bind('people', () => peopleIn(deps, options, held)),
    E.bind('quiet', () => quietIn(options, held.quiet)),
    E.bind('at', () => said(options.at, held.at, timeIn)),
    E.bind('zone', () => said(options.timeZone, held.timeZone, zoneIn)),
    E.bind('form', () => said(options.form, held.form, oneOf('--form', forms))),
    E.bind('paused', () => pausedBy(options, held.paused)),
    E.map(({ days, people, zone, ...all }) => ({
      ...{ ...all, ...days, ...people },
      ...(zone === undefined ? {} : { timeZone: zone }),
    })),
  );
