import {
  PartnershipRegistered,
  PartnershipRenamed,
  PlanId,
  PlanRegistered,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { happened, holding, type Logged, must, ordinal } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { expect, it } from 'vitest';
import { partnershipOf } from './partnership-of.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

const registered = (plan: string, more: object): Logged => [
  `plan-${plan}`,
  happened(
    PlanRegistered,
    { plan, title: 'A plan', timeZone: 'Europe/London', ...more },
    '2026-01-01',
  ),
];

const log: ReadonlyArray<Logged> = [
  /* 1 */ ['partnership-west', happened(PartnershipRegistered, { name: 'West' }, '2026-01-01')],
  /* 2 */ registered('harbour', { partnership: 'west' }),
  /* 3 */ registered('moor', {}),
  /* 4 */ registered('vale', { partnership: 'nowhere' }),
  /* 5 */ ['partnership-west', happened(PartnershipRenamed, { name: 'Zest' }, '2026-06-30')],
];

it.each<readonly [string, Question, string | null]>([
  ['harbour', {}, 'Zest'],
  ['harbour', { asOf: must(LocalDate)('2026-01-01') }, 'Zest'],
  ['harbour', { knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(4) } }, 'West'],
  ['moor', {}, null],
  ['vale', {}, 'nowhere'],
])(
  'given plan %s, when %j is asked, then its partnership goes by the name that is known then',
  async (plan, question, name) => {
    const deps = await holding(...log);
    const answer = pipe(
      resolveQuestion(deps)(must(PlanId)(plan), question),
      E.chain(partnershipOf(deps)),
    );
    expect(answer).toEqual(E.right(name));
  },
);
