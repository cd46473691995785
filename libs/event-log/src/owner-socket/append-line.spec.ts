import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventCodec } from '../event-codec.ts';
import { streamNamed, type WordsEvent, wordsCodec, wordsId } from '../testing/words-event.ts';
import { appendLine, readAppendLine } from './append-line.ts';

const plan = streamNamed('plan-a');
const read = readAppendLine(wordsCodec);

const event = (n: number, words: string): WordsEvent => ({ id: wordsId(n), words });

describe('an append as a line', () => {
  it('given any words, then what is read is what was asked, on one line', () => {
    const words = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), {
      minLength: 1,
      maxLength: 4,
    });
    const expected = fc.oneof(
      fc.constant({ _tag: 'NoStream' as const }),
      fc.integer().map((revision) => ({ _tag: 'Revision' as const, revision })),
    );
    fc.assert(
      fc.property(words, expected, (all, at) => {
        const events = all.map((text, n) => event(n, text));
        const line = appendLine({
          stream: plan,
          expected: at,
          ids: events.map(({ id }) => id),
          texts: events.map(wordsCodec.encode),
        });
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(read(line.slice(0, -1))).toEqual(E.right({ stream: plan, expected: at, events }));
      }),
    );
  });

  const good = {
    stream: 'plan-a',
    expected: { _tag: 'NoStream' },
    events: [event(1, 'one'), event(2, 'two')],
  };

  it('given one that is good, then it is read', () => {
    expect(E.isRight(read(JSON.stringify({ append: good })))).toBe(true);
  });

  it.each([
    ['nothing', '', 'not JSON'],
    ['no JSON', '{"append":', 'not JSON'],
    ['no object', '[1]', '“append”'],
    ['null', 'null', '“append”'],
    ['an append that is none', '{"append":7}', '“append”'],
    ['no stream', { ...good, stream: undefined }, '“stream”'],
    ['a stream that has no such name', { ...good, stream: 'Plan A' }, '“stream”'],
    ['no expected revision', { ...good, expected: undefined }, '“expected”'],
    [
      'a revision between two',
      { ...good, expected: { _tag: 'Revision', revision: 0.5 } },
      '“expected”',
    ],
    [
      'a revision in words',
      { ...good, expected: { _tag: 'Revision', revision: '0' } },
      '“expected”',
    ],
    ['any revision', { ...good, expected: { _tag: 'Any' } }, '“expected”'],
    ['no events', { ...good, events: undefined }, 'not a list'],
    ['an empty list of events', { ...good, events: [] }, '“events” is empty'],
    ['an event that is none', { ...good, events: [good.events[0], { id: 'x' }] }, 'event 2'],
    [
      'members in another order than they are stored in',
      { ...good, events: [{ words: 'one', id: wordsId(1) }] },
      'event 1',
    ],
    [
      'an event that is deeper than any',
      `{"append":{"stream":"plan-a","expected":{"_tag":"NoStream"},"events":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}}`,
      'too deep',
    ],
  ])('given %s, then that is named', (_case, asked, named) => {
    const line = typeof asked === 'string' ? asked : JSON.stringify({ append: asked });
    expect(read(line)).toEqual(E.left(expect.stringContaining(named)));
  });

  it('given an event of which this version would forget a part, then it is not taken', () => {
    const forgetful: EventCodec<WordsEvent> = {
      ...wordsCodec,
      encode: ({ id, words }) => wordsCodec.encode({ id, words }),
    };
    const newer = { id: wordsId(1), mood: 'hopeful', words: 'one' };
    const line = JSON.stringify({ append: { ...good, events: [newer] } });
    expect(E.isRight(read(line))).toBe(true);
    expect(readAppendLine(forgetful)(line)).toEqual(
      E.left(expect.stringMatching(/event 1 .*otherwise than it was sent.*version/u)),
    );
  });
});
