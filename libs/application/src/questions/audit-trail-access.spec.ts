import {
  AccountClosed,
  AccountOpened,
  AccountReopened,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PasswordRenewed,
  PlanId,
  RatingChanged,
  RoleGranted,
  RoleRevoked,
  TokenIssued,
  TokenRevoked,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  happened,
  holding,
  type Logged,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { type AuditTrailAnswer, auditTrailAnswer } from './audit-trail-answer.ts';
import { resolveQuestion } from './resolve-question.ts';
import type { TrailAsked } from './trail-filter.ts';

const date = must(LocalDate);

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');

const manager = { role: 'manager', plan: 'harbour' };

const byTansley = {
  recordedBy: { party: 'p-1', verified: true },
  channel: 'web',
  recordedAt: '2026-07-02T08:00:00.000Z',
};

const digest = 'ab'.repeat(32);

/** Tansley (p-1) is the first administrator, from the command line; she lets Reed (p-2, and p-3) in, and a program. */
const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-1', person('R. Tansley')],
  /* 2 */ ['party-p-2', person('M. Reed')],
  /* 3 */ ['party-p-3', person('Mary Reed')],
  /* 4 */ ['plan-harbour', aPlan, byTansley],
  /* 5 */ ['plan-harbour', anAction('27'), byTansley],
  /* 6 */ [
    'access-a-1',
    happened(AccountOpened, { party: 'p-1', signInName: 'tansley' }, '2026-01-05'),
    { ...byTansley, channel: 'command line' },
  ],
  /* 7 */ [
    'access-a-1',
    happened(RoleGranted, { role: 'administrator' }, '2026-01-05'),
    { ...byTansley, channel: 'command line' },
  ],
  /* 8 */ [
    'access-a-2',
    happened(AccountOpened, { party: 'p-3', signInName: 'm.reed' }, '2026-02-01'),
    byTansley,
  ],
  /* 9 */ ['access-a-2', happened(RoleGranted, manager, '2026-02-01'), byTansley],
  /* 10 */ [
    'plan-harbour',
    happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-02-02'),
    byTansley,
  ],
  /* 11 */ [
    'access-a-2',
    happened(RoleRevoked, manager, '2026-03-01'),
    { ...byTansley, why: 'Moved on' },
  ],
  /* 12 */ ['access-a-2', happened(AccountClosed, {}, '2026-03-02'), byTansley],
  /* 13 */ ['access-a-2', happened(AccountReopened, {}, '2026-04-01'), byTansley],
  /* 14 */ [
    'access-a-2',
    happened(PasswordRenewed, { password: 'w-1', how: 'given' }, '2026-04-02'),
    byTansley,
  ],
  /* 15 */ [
    'access-a-2',
    happened(PasswordRenewed, { password: 'w-2', how: 'chosen' }, '2026-04-03'),
    { ...byTansley, recordedBy: { party: 'p-3', verified: true } },
  ],
  /* 16 */ [
    'access-a-3',
    happened(
      TokenIssued,
      { name: 'Quarterly figures', role: 'auditor', party: 'p-2', digest },
      '2026-05-01',
    ),
    { ...byTansley, channel: 'api' },
  ],
  /* 17 */ ['access-a-3', happened(TokenRevoked, {}, '2026-06-01'), byTansley],
  /* 18 */ ['party-p-3', happened(PartyMerged, { into: 'p-2' }, '2026-06-02'), byTansley],
  /* 19 */ ['access-a-1', happened(RoleGranted, { role: 'auditor' }, '2026-08-01'), byTansley],
];

const whole = { asOf: date('2026-06-30'), knownAt: ordinal(19) };

describe('the audit trail of who may come in', () => {
  let deps: Readable;
  beforeAll(async () => {
    deps = await holding(...log);
  });

  const asked = (
    more: Partial<TrailAsked> = {},
    withPlan = false,
  ): E.Either<Failure, AuditTrailAnswer> =>
    auditTrailAnswer(deps)(
      withPlan ? [rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}))] : [],
      { withConfirmed: false, access: whole, ...more },
      { newestFirst: false, limit: 100 },
    );

  const sentences = (more: Partial<TrailAsked> = {}, withPlan = false) =>
    rightOf(asked(more, withPlan)).rows.map(({ ordinal: at, sentence }) => `${at} ${sentence}`);

  const ordinals = (more: Partial<TrailAsked> = {}, withPlan = false) =>
    rightOf(asked(more, withPlan)).rows.map(({ ordinal: at }) => Number(at));

  it('given all of it, then a sentence for each thing that was given or taken, with who, when and why', () => {
    const recorded = 'recorded on 2 July 2026 at 09:00';
    expect(sentences()).toEqual([
      `6 Account “tansley” of R. Tansley: Opened by R. Tansley on 5 January 2026, ${recorded}`,
      `7 Account “tansley” of R. Tansley: Given the role administrator on every plan by R. Tansley on 5 January 2026, ${recorded}`,
      `8 Account “m.reed” of M. Reed: Opened by R. Tansley on 1 February 2026, ${recorded}`,
      `9 Account “m.reed” of M. Reed: Given the role manager on the plan harbour by R. Tansley on 1 February 2026, ${recorded}`,
      `11 Account “m.reed” of M. Reed: Role manager on the plan harbour taken away by R. Tansley on 1 March 2026, ${recorded}, because “Moved on”`,
      `12 Account “m.reed” of M. Reed: Closed by R. Tansley on 2 March 2026, ${recorded}`,
      `13 Account “m.reed” of M. Reed: Opened again by R. Tansley on 1 April 2026, ${recorded}`,
      `14 Account “m.reed” of M. Reed: Given a new password by R. Tansley on 2 April 2026, ${recorded}`,
      `15 Account “m.reed” of M. Reed: Password changed by M. Reed on 3 April 2026, ${recorded}`,
      `16 Token “Quarterly figures” for M. Reed: Issued with the role auditor on every plan by R. Tansley on 1 May 2026, ${recorded}`,
      `17 Token “Quarterly figures” for M. Reed: Revoked by R. Tansley on 1 June 2026, ${recorded}`,
    ]);
  });

  it('given a role, then the line has it in words, and whose account by its id', () => {
    expect(rightOf(asked()).rows.find(({ ordinal: at }) => at === 9)).toMatchObject({
      plan: null,
      subject: 'account “m.reed” of M. Reed',
      ref: 'a-2',
      field: 'role',
      from: null,
      to: 'manager on the plan harbour',
      channel: 'web',
      verified: true,
    });
  });

  it('given anything, then nothing of a token’s secret is in it', () => {
    expect(JSON.stringify(rightOf(asked()))).not.toContain(digest);
  });

  it('given plans too, then all lines in the order in which they were recorded', () => {
    const among = ordinals({}, true);
    expect(among).toEqual(among.toSorted((a, b) => a - b));
    expect(among).toContain(10);
    expect(among).toContain(9);
    expect(rightOf(asked({}, true)).filter).toBe(
      'Audit trail of Harbour Children’s Plan; accounts, roles and tokens, as of 30 June 2026, as known at ordinal 19, without what documents merely said again',
    );
  });

  it.each<readonly [string, Partial<TrailAsked>, ReadonlyArray<number>]>([
    ['the person who recorded it', { person: must(PartyId)('p-3') }, [15]],
    ['a channel', { channel: 'api' }, [16]],
    ['dates', { effectiveFrom: date('2026-03-01'), effectiveTo: date('2026-03-31') }, [11, 12]],
    ['a field of access', { field: 'role' }, [7, 9, 11, 16]],
    ['a date in the past', { access: { ...whole, asOf: date('2026-01-31') } }, [6, 7]],
    [
      'a date to come',
      { access: { ...whole, asOf: date('2026-08-01') }, field: 'role' },
      [7, 9, 11, 16, 19],
    ],
    ['less that was known', { access: { ...whole, knownAt: ordinal(7) } }, [6, 7]],
    ['access alone', { subject: 'access', field: 'status' }, [6, 8, 12, 13]],
    ['an account by its sign-in name', { subject: 'account:TANSLEY' }, [6, 7]],
    ['a token by its name', { subject: 'token:quarterly figures' }, [16, 17]],
    ['a token by its id', { subject: 'token:a-3' }, [16, 17]],
  ])('given %s, then those lines', (_what, more, expected) => {
    expect(ordinals(more)).toEqual(expected);
  });

  it('given a person as the subject, then their own lines, and those of their accounts and tokens by every spelling', () => {
    expect(ordinals({ subject: 'party:p-2' })).toEqual([
      2, 2, 3, 3, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18,
    ]);
  });

  it('given a subject or a field of plans, then nothing of access', () => {
    expect(ordinals({ subject: 'action:27' }, true).every((at) => [5, 10].includes(at))).toBe(true);
    expect(ordinals({ field: 'rating' }, true)).toEqual([10]);
    expect(E.isLeft(asked({ field: 'colour' }, true))).toBe(true);
  });

  it('given what nobody has, then it is told', () => {
    expect(asked({ subject: 'account:nobody' })).toEqual(
      E.left({ _tag: 'Missing', field: 'subject', message: 'Nobody signs in as "nobody".' }),
    );
  });

  it('given that it was not asked for, then none of it, and whoever asks of it is told where it stands', () => {
    expect(ordinals({ access: undefined }, true)).not.toContain(6);
    expect(asked({ access: undefined, subject: 'access' })).toMatchObject(
      E.left({ _tag: 'Invalid', field: 'subject' }),
    );
  });
});
