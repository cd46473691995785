import { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { isTenant, nameOnServer, streamNamed, typeOnServer } from './server-names.ts';

const stream = (name: string): StreamName =>
  E.getOrElse((): StreamName => {
    throw new Error(`${name} is no stream’s name`);
  })(StreamName.decode(name));

describe('names on a server', () => {
  it('given a stream of a tenant, then its name says whose it is, and can be read back', () => {
    expect(nameOnServer('kent', stream('plan-ashford'))).toBe('kent.plan-ashford');
    expect(streamNamed('kent', 'kent.plan-ashford')).toBe('plan-ashford');
  });

  it.each([
    ['another tenant’s', 'kent-north.plan-ashford'],
    ['a system stream', '$$kent.plan-ashford'],
    ['no stream of ours', 'kent.Plan Ashford'],
    ['nothing after the prefix', 'kent.'],
  ])('given a name that is %s, then it stands for no stream', (_case, name) => {
    expect(streamNamed('kent', name)).toBeUndefined();
  });

  it.each([
    [{ type: 'ActionRated' }, 'ActionRated'],
    [{ type: 'x'.repeat(40) }, 'x'.repeat(31)],
    [{ type: '$metadata' }, 'Event'],
    [{ type: '' }, 'Event'],
    [{ type: 7 }, 'Event'],
    ['said', 'Event'],
  ])('given the JSON %j, then operators see %s', (json, type) => {
    expect(typeOnServer(json)).toBe(type);
  });

  it.each(['kent', 'k', '1-2', 'a'.repeat(40)])(
    'given %s, then it may be a tenant’s name',
    (name) => {
      expect(isTenant(name)).toBe(true);
    },
  );

  it.each(['', 'Kent', '-kent', 'ke.nt', 'a'.repeat(41), 'kent '])(
    'given “%s”, then it may not be a tenant’s name',
    (name) => {
      expect(isTenant(name)).toBe(false);
    },
  );
});
