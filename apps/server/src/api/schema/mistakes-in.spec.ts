import { ChangeRating, Narrative, SetTimescale } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { mistakesIn } from './mistakes-in.ts';

const Body = t.intersection([
  t.type({ timescale: t.type({ on: LocalDate }) }),
  t.partial({ role: t.keyof({ lead: null, support: null }), refs: t.readonlyArray(LocalDate) }),
]);

describe('the mistakes in what was sent', () => {
  it('given what the codec takes, then there are none', () => {
    expect(mistakesIn(ChangeRating.data, { action: '27', rating: 'Red' })).toEqual([]);
  });

  it('given a wrong value deep inside, then it is pointed at, with what would be accepted', () => {
    expect(mistakesIn(Body, { timescale: { on: '2026-02-30' } })).toEqual([
      {
        pointer: '/timescale/on',
        detail:
          'timescale.on: "2026-02-30" is not accepted; accepted is a date that exists, YYYY-MM-DD, such as 2026-03-31.',
      },
    ]);
  });

  it('given several, then all are told', () => {
    expect(
      mistakesIn(Body, { role: 'boss', refs: ['2026-01-01', 7] }).map(({ pointer }) => pointer),
    ).toEqual(['/timescale', '/role', '/refs/1']);
    expect(mistakesIn(Body, { role: 'boss', timescale: { on: '2026-01-01' } })).toEqual([
      {
        pointer: '/role',
        detail: 'role: "boss" is not accepted; accepted is "lead" or "support".',
      },
    ]);
  });

  it('given a member that nobody knows, then it is told with those that are known: it may be a slip of the pen', () => {
    expect(
      mistakesIn(SetTimescale.data, {
        action: '1',
        timescale: { asWritten: 'Autumn', lastest: '2026-10-31' },
      }),
    ).toEqual([
      {
        pointer: '/timescale/lastest',
        detail: '"lastest" is not known here; accepted are: asWritten, earliest, latest.',
      },
    ]);
  });

  it('given names with the characters of pointers, then they are written as RFC 6901 has them', () => {
    expect(mistakesIn(t.type({}), { 'a/b~c': 1 })).toEqual([
      {
        pointer: '/a~1b~0c',
        detail: '"a/b~c" is not known here; accepted is an object without members.',
      },
    ]);
  });

  it('given an alternative that comes near, then what is wrong with it is told', () => {
    expect(
      mistakesIn(Narrative, { parts: [{ kind: 'text', text: 'Fine' }, { kind: 'text' }] }),
    ).toEqual([
      {
        pointer: '/parts/1/text',
        detail: 'parts.1.text is needed: accepted is text, which may be empty.',
      },
    ]);
  });

  it.each([[null], ['text'], [7], [[]], [undefined]])(
    'given %j for an object, then it is told as such',
    (value) => {
      expect(mistakesIn(ChangeRating.data, value).map(({ pointer }) => pointer)).toEqual(['']);
    },
  );

  it('given a long value, then only its beginning is quoted', () => {
    const [mistake] = mistakesIn(t.type({ on: LocalDate }), { on: 'x'.repeat(10_000) });
    expect(mistake?.detail.length).toBeLessThan(220);
  });

  it('given a value that is nested deeper than it can be written, then it is told without being repeated', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(mistakesIn(t.type({ on: LocalDate }), { on: deep })).toEqual([
      {
        pointer: '/on',
        detail:
          'on: what is too deep to be repeated is not accepted; accepted is a date that exists, YYYY-MM-DD, such as 2026-03-31.',
      },
    ]);
  });
});
