import type { AskedAnswer, DueReminder, MessageAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { EventId, Instant, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { peopleAsked } from './people-asked.ts';
import {
  outcomeElsewhere,
  outcomeInWords,
  outcomesInWords,
  standsInFor,
  stateInWords,
  thingInWords,
} from './reminder-words.ts';

const day = must(LocalDate);
const at = must(Instant)('2026-07-06T08:01:00.000Z');
const by = must(EventId)('0b6f2a52-8d9e-4a3e-9c40-1f7a3f6f0001');

const asked = (more: Partial<AskedAnswer> = {}): AskedAnswer => ({
  ...{ item: 1, about: 'action:27', action: '27', title: 'Do 27', reason: 'overdue' },
  ...{ since: day('2026-05-01'), dueOn: day('2026-07-01'), escalatedFrom: null, settled: null },
  ...{ withdrawn: null, askedAgain: false },
  ...more,
});

const answered = (byLink: boolean): Partial<AskedAnswer> => ({
  settled: { is: 'answered', by, on: day('2026-07-07'), byLink },
});

describe('how a message stands, in words', () => {
  it.each<[MessageAnswer['state'], string, string]>([
    [{ is: 'due', attempt: 0 }, 'To be sent', 'It leaves with the next round.'],
    [{ is: 'sent', attempt: 1, messageId: 'm', at }, 'Sent', '6 July 2026, 9:01am'],
    [
      { is: 'deferred', attempt: 1, why: 'greylisted', until: at },
      'Put off',
      'Not taken for now: greylisted. It is tried again after 6 July 2026, 9:01am.',
    ],
    [
      { is: 'bounced', attempt: 1, why: 'no such box' },
      'Came back',
      'The address takes nothing: no such box.',
    ],
    [
      { is: 'unknown', attempt: 1, why: 'no reply' },
      'Outcome unknown',
      'It left, and nobody said whether it was taken: no reply.',
    ],
    [{ is: 'withdrawn', why: 'answered' }, 'Withdrawn', 'Not sent: answered.'],
  ])('given %j when it is told then %s', (state, tag, words) => {
    expect(stateInWords(state)).toMatchObject({ tag, words });
  });
});

describe('what came of what was asked for, in words', () => {
  it.each<[Partial<AskedAnswer>, string]>([
    [{}, 'Not answered'],
    [{ askedAgain: true }, 'Asked for again later'],
    [answered(true), 'Answered on 7 July 2026 by the link'],
    [answered(false), 'Answered on 7 July 2026'],
    [
      { settled: { is: 'owed no longer', why: 'closed', on: day('2026-07-08') } },
      'Owed no longer since 8 July 2026',
    ],
    [{ withdrawn: 'it was answered' }, 'Taken out: it was answered'],
  ])('given %j when it is told then "%s"', (more, words) => {
    expect(outcomeInWords(asked(more))).toBe(words);
  });

  it('given several when they are told then how many of each; of a message that never arrived nothing', () => {
    const items = [asked(answered(true)), asked(), asked({ askedAgain: true }), asked()];
    const sent = { is: 'sent', attempt: 1, messageId: 'm', at } as const;
    expect(outcomesInWords({ state: sent, items })).toBe(
      '1 answered by the link, 1 asked for again later, 2 not answered',
    );
    expect(outcomesInWords({ state: { is: 'failed', attempt: 6, why: 'x' }, items })).toBe('');
  });
});

describe('what was asked for, and in whose stead', () => {
  it.each([
    [{ about: 'action:a-1', action: '27' }, 'Action 27'],
    [{ about: 'action:a-1', action: null }, 'An action that is in the plan no longer'],
    [{ about: 'target:2.3a', action: null }, 'Target'],
    [{ about: 'plan', action: null }, 'The plan'],
  ])('given %j when it is told then %s', (what, words) => {
    expect(thingInWords(what)).toBe(words);
  });

  const stead = (
    because: 'nobody owns it' | 'no address' | 'not answered',
    ...names: ReadonlyArray<string>
  ): DueReminder['items'][number] => ({
    ...asked(),
    words: null,
    escalatedFrom: { because, parties: names.map((name) => ({ id: `p-${name}`, name })) },
  });

  it('given several reasons when they are told then each once, with everybody whom it is about', () => {
    const items = [
      stead('nobody owns it'),
      stead('no address', 'TIDE'),
      stead('no address', 'I. Farrow'),
      stead('no address', 'TIDE'),
      stead('not answered', 'HVVA'),
    ];
    expect(standsInFor({ items })).toBe(
      'Nobody owns it; for TIDE and I. Farrow, who cannot be reached; for HVVA, not answered',
    );
  });

  it('given several messages to one person when they are listed then that person once', () => {
    const one: DueReminder = {
      to: { party: 'p-1', name: 'Mo', address: null },
      plan: must(PlanId)('harbour'),
      items: [stead('nobody owns it')],
      escalatedFrom: null,
    };
    expect(peopleAsked([one, one])).toEqual([
      {
        ...{ name: 'Mo', href: '/parties/p-1' },
        ...{ things: '2 things, in 2 messages', insteadOf: 'Nobody owns it' },
      },
    ]);
  });

  it('given a link that was sent again, then where what came of it stands', () => {
    expect(outcomeElsewhere({ message: 3 })).toBe('See message 3 of the day');
  });
});
