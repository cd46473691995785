import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  UnknownError,
} from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';

/** A gRPC error as its library throws it. */
const grpcError = (code: number, details: string): Error =>
  Object.assign(new Error(`${code} WORD: ${details}`), { code, details });

const noConnection = (last: string): Error =>
  grpcError(14, `No connection established. Last error: Error: ${last}. Resolution note: `);

const where = 'db.example.org:2113';
const of = (thrown: unknown) => describeFailure(thrown, where, true);

/** What the client makes of an answer on the batch stream whose details it does not know. */
const inWords = (text: string): Error => new UnknownError(undefined, `Could not recognize ${text}`);

describe('what went wrong, for a person', () => {
  it.each([
    [
      noConnection('connect ECONNREFUSED 127.0.0.1:2113'),
      'nothing listens at db.example.org:2113',
      false,
    ],
    [grpcError(14, 'Name resolution failed for target dns:db:2113'), 'no host of this name', false],
    [
      noConnection('connect EHOSTUNREACH 10.0.0.1:2113'),
      'cannot be reached over the network',
      false,
    ],
    [noConnection('unable to verify the first certificate'), 'tlsCAFile=FILE', true],
    [noConnection('self-signed certificate in certificate chain'), 'tlsCAFile=FILE', true],
    [noConnection('certificate has expired'), 'has expired', true],
    [
      noConnection(
        "Hostname/IP does not match certificate's altnames: Host: db. is not in the cert's altnames: DNS:x",
      ),
      'made out to another name',
      true,
    ],
    [
      noConnection('0A00010B:SSL routines:tls_validate_record_header:wrong version number'),
      'tls=false',
      true,
    ],
    [noConnection('Protocol error (2026-11-22T08:32:13.114Z)'), 'is the port right?', false],
    [grpcError(14, 'Connection dropped'), 'the connection to db.example.org:2113 broke', false],
    [grpcError(14, 'Server Is Not Ready'), 'is not ready', false],
    [grpcError(14, 'Server Is Too Busy'), 'too busy', false],
    [inWords('Server Is Not Ready'), 'is not ready', false],
    [inWords('Server Is Busy'), 'too busy', false],
    [inWords('No leader info available in response'), 'has no leader', false],
    [inWords('Could not recognize MaximumAppendEventSizeExceeded'), 'does not take so much', true],
    [grpcError(12, 'The server does not implement the method'), '23.10 or later', true],
    [new DeadlineExceededError(), 'could not do it in time', false],
    [new CancelledError(), 'broke off', false],
    [
      new StreamDeletedError(undefined, 't.plan-a'),
      'the stream t.plan-a was deleted for good',
      true,
    ],
    [new MaxAppendSizeExceededError(undefined, 1_048_576), 'at most 1048576 bytes', true],
    [
      grpcError(16, 'Received HTTP status code 401'),
      'does not know the user name and password',
      true,
    ],
    [new AccessDeniedError(), 'denies access', true],
    [new Error('something\n    at of.js:1'), 'failed: something', false],
    ['a string', 'failed: a string', false],
  ])('given %s, then %s', (thrown, words, lasting) => {
    const failure = of(thrown);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toContain('\n');
    expect(failure.lasting).toBe(lasting);
  });

  it('given no credentials and access denied, then they are asked for', () => {
    expect(describeFailure(new AccessDeniedError(), where, false).message).toBe(
      'the server db.example.org:2113 wants a user name and a password, and none were given',
    );
  });

  it.each([
    [grpcError(14, 'Connection dropped'), true],
    [grpcError(14, 'Server Is Too Busy'), false],
    [new DeadlineExceededError(), false],
    [new StreamDeletedError(undefined, 't.plan-a'), false],
    [new AccessDeniedError(), false],
    [new Error('anything else'), true],
  ])('given %s, then whether the client is given up is %s', (thrown, lost) => {
    expect(of(thrown).lost).toBe(lost);
  });

  it('given what goes on for ever, then the message does not', () => {
    expect(of(new Error('x'.repeat(10_000))).message.length).toBeLessThan(300);
  });
});
