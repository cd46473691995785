import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { ours } from '../../testing/made-up-cluster.ts';
import { type WordsEvent, streamNamed, wordsCodec, wordsId } from '../../testing/words-event.ts';
import type { ClusterEvent } from '../cluster-event.ts';
import { streamNamed as streamOf } from '../server-names.ts';
import { type Held, judge } from './judge.ts';

/**
 * The copy holds, of stream plan-a, revision 0 (event 1), 1 (skipped, an id of somebody’s) and 2 (event 2), and was
 * followed to position 500. Stream plan-b has nothing yet, and event 2 is the log's last. Of Notes, no stream of ours, revision 4 was skipped.
 */
const skippedId = 'a1a1a1a1-0000-4000-8000-000000000000';
const planA = 'trackrecord.plan-a';

const held: Held<WordsEvent> = {
  position: () => ({ commit: 500n, prepare: 500n }),
  streamNamed: (name) => streamOf('trackrecord', name),
  lastOnServer: (stream) => (stream === 'plan-a' ? 2 : -1),
  isLatest: (stream) => stream === 'plan-a',
  isKnown: (id) => id === wordsId(1) || id === wordsId(2),
  placeOf: (id) =>
    id === wordsId(1)
      ? { stream: planA, revision: 0n, id }
      : id === wordsId(2)
        ? { stream: planA, revision: 2n, id }
        : undefined,
  skippedAt: (name, revision) =>
    (name === planA && revision === 1n) || (name === 'trackrecord.Notes' && revision === 4n)
      ? skippedId
      : undefined,
  decode: wordsCodec.decode,
  encode: wordsCodec.encode,
};

/** The next event of plan-a as one of ours; `but` says what is different. */
const event = (but: Partial<ClusterEvent> = {}): ClusterEvent => {
  const id = but.id ?? wordsId(3);
  return {
    stream: planA,
    revision: 3n,
    id,
    type: 'Said',
    data: { id, words: 'hello' },
    metadata: ours,
    created_ms: 0,
    position: { commit: 600n, prepare: 600n },
    ...but,
  };
};

const foreign = { _tag: 'Skip', why: 'foreign' };
const repeated = { _tag: 'Skip', why: 'repeated' };

describe('judging the next event', () => {
  it('given an event of ours where it should be, then it is added as its canonical JSON', () => {
    expect(judge(held, event({ data: { words: 'hello', id: wordsId(3) } }))).toEqual({
      _tag: 'Add',
      stream: streamNamed('plan-a'),
      id: wordsId(3),
      text: `{"id":"${wordsId(3)}","words":"hello"}`,
    });
  });

  it('given the first event of a stream, then it is added', () => {
    const first = event({ stream: 'trackrecord.plan-b', revision: 0n });
    expect(judge(held, first)).toMatchObject({ _tag: 'Add', stream: 'plan-b' });
  });

  it.each<[string, Partial<ClusterEvent>]>([
    ['without metadata', { metadata: undefined }],
    ['with metadata of somebody else', { metadata: { $correlationId: 'x' } }],
    ['whose mark is no number', { metadata: { trackrecord: '1' } }],
    ['whose mark is below the first version', { metadata: { trackrecord: 0 } }],
    ['that was not written as JSON', { data: undefined }],
    ['whose data has no id', { data: { words: 'hello' } }],
    ['whose data has another id', { data: { id: wordsId(9), words: 'hello' } }],
    ['whose id is none of ours', { id: 'no-uuid' }],
    ['that links to another', { type: '$>', data: '3@trackrecord.plan-b', metadata: undefined }],
    ['in a stream that is none of ours', { stream: 'trackrecord.Notes', revision: 9n }],
    [
      'that says a stream of somebody else was deleted',
      { stream: 'trackrecord.Notes', revision: 2n ** 63n - 1n, type: '$streamDeleted' },
    ],
    ['of another tenant', { stream: 'trackrecord-kent.plan-a' }],
  ])('given an event %s, then it is skipped as foreign', (_, but) => {
    expect(judge(held, event(but))).toMatchObject(foreign);
  });

  it('given an event with an id of the log at a new place, then it is skipped as repeated', () => {
    expect(judge(held, event({ id: wordsId(1) }))).toMatchObject(repeated);
    const elsewhere = event({ id: wordsId(1), stream: 'trackrecord.plan-b', revision: 0n });
    expect(judge(held, elsewhere)).toMatchObject(repeated);
  });

  it.each<[string, Partial<ClusterEvent>]>([
    ['of the log', { id: wordsId(1), revision: 0n }],
    ['of the log after a skipped one', { id: wordsId(2), revision: 2n }],
    ['that was skipped', { id: skippedId, revision: 1n }],
    [
      'that was skipped in a stream of somebody else',
      { id: skippedId, stream: 'trackrecord.Notes', revision: 4n },
    ],
  ])('given an event %s once more, then nothing changes', (_, but) => {
    const again = event({ ...but, position: { commit: 100n, prepare: 100n } });
    expect(judge(held, again)).toEqual({ _tag: 'Redelivered' });
  });
});

describe('judging what would lead to wrong answers', () => {
  it.each<[string, Partial<ClusterEvent>]>([
    ['where the log has another', { revision: 0n }],
    ['where another was skipped', { revision: 1n }],
    ['of the log at another revision', { id: wordsId(2), revision: 0n }],
    [
      'in a stream of somebody else, where another was skipped',
      { stream: 'trackrecord.Notes', revision: 4n },
    ],
  ])('given an event %s, then it is replaced', (_, but) => {
    expect(judge(held, event(but))).toMatchObject({ _tag: 'Replaced' });
  });

  it('given a revision that is missing, then the message names stream, both revisions and position', () => {
    const gap = judge(held, event({ revision: 5n }));
    expect(gap).toMatchObject({ _tag: 'Gap' });
    expect(gap).toHaveProperty(
      'message',
      expect.stringMatching(
        /revision 5 of trackrecord\.plan-a, position 600.*revision 3 should have/,
      ),
    );
  });

  it.each([
    ['its stream', {}, true, /what it holds was sound$/],
    [
      'another',
      { stream: 'trackrecord.plan-b' },
      false,
      /numbered events wrongly: move its replica\.db and views\.db away/,
    ],
  ])(
    'given a revision that is missing, when the log ends with an event of %s, then its numbers are held for right: %s',
    (_, but, isSound, remedy) => {
      const gap = judge(held, event({ revision: 5n, ...but }));
      expect(gap).toMatchObject({ _tag: 'Gap', isSound });
      expect(gap).toHaveProperty('message', expect.stringMatching(remedy));
    },
  );

  it.each([
    ['at', 500n],
    ['before', 400n],
  ])('given a new event %s where the cluster was followed to, then it is reordered', (_, at) => {
    const late = event({ position: { commit: at, prepare: at } });
    expect(judge(held, late)).toMatchObject({ _tag: 'Reordered', isSound: false });
  });

  it('given the same commit position, then the prepare position decides', () => {
    const next = { commit: 500n, prepare: 501n };
    expect(judge(held, event({ position: next }))).toMatchObject({ _tag: 'Add' });
  });

  it('given that a stream of ours was deleted for good, then that is said', () => {
    const tombstone = event({ type: '$streamDeleted', revision: 2n ** 63n - 1n });
    expect(judge(held, tombstone)).toMatchObject({ _tag: 'Deleted' });
  });

  it.each<[string, Partial<ClusterEvent>]>([
    ['a later mark', { metadata: { trackrecord: 2 } }],
    [
      'a later mark in a stream whose name is unknown',
      { metadata: { trackrecord: 2 }, stream: 'trackrecord.a/b' },
    ],
    ['our mark, which cannot be decoded', { data: { id: wordsId(3), said: 1 } }],
  ])('given an event with %s, then it is of a newer format, and not foreign', (_, but) => {
    expect(judge(held, event(but))).toMatchObject({ _tag: 'NewerFormat' });
  });

  it('given an event that cannot be decoded with an id of the log, then it is repeated on every version', () => {
    const again = event({ id: wordsId(1), data: { id: wordsId(1), said: 1 } });
    expect(judge(held, again)).toMatchObject(repeated);
  });

  it('given keys in another order, then the text is what the codec gives', () => {
    const data = { words: 'b', id: wordsId(3), also: { z: 1, a: [{ y: 1, b: 2 }] } };
    const judged = judge(held, event({ data }));
    const decoded = wordsCodec.decode(data);
    expect(judged).toHaveProperty('text', E.isRight(decoded) && wordsCodec.encode(decoded.right));
  });
});
