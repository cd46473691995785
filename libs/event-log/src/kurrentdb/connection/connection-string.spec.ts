import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readConnectionString } from './connection-string.ts';

const accepted = (text: string) => {
  const read = readConnectionString(text);
  if (E.isLeft(read)) throw new Error(read.left);
  return read.right;
};

const refused = (text: string): string => {
  const read = readConnectionString(text);
  if (E.isRight(read)) throw new Error(`“${text}” was accepted`);
  return read.left;
};

describe('a connection string', () => {
  it('given one host and nothing else, when it is read, then it is a node with TLS on port 2113', () => {
    expect(accepted('esdb://db.example.org')).toMatchObject({
      hosts: [{ address: 'db.example.org', port: 2113 }],
      discover: false,
      tls: true,
      credentials: undefined,
    });
  });

  it('given three hosts, when it is read, then the leader is looked for among them', () => {
    expect(accepted('esdb://one:2111,two:2112,three/?tls=false')).toMatchObject({
      hosts: [
        { address: 'one', port: 2111 },
        { address: 'two', port: 2112 },
        { address: 'three', port: 2113 },
      ],
      discover: true,
      tls: false,
    });
  });

  it('given esdb+discover, when it is read, then the one host is asked for the leader', () => {
    expect(accepted('esdb+discover://cluster.example.org:2113')).toMatchObject({ discover: true });
  });

  it('given an IPv6 address, when it is read, then its brackets stay', () => {
    expect(accepted('esdb://[::1]:2115?tls=false').hosts).toEqual([
      { address: '[::1]', port: 2115 },
    ]);
  });

  it.each([
    ['esdb://admin:changeit@one', 'admin', 'changeit'],
    ['esdb://o%27neill:a%40b%3Ac%2Fd%25@one', "o'neill", 'a@b:c/d%'],
    // The client would take the password to end at its colon.
    ['esdb://admin:a:b@one', 'admin', 'a:b'],
    ['esdb://admin:a@b@one', 'admin', 'a@b'],
  ])('given %s, when it is read, then user and password are whole', (text, username, password) => {
    expect(accepted(text).credentials).toEqual({ username, password });
  });

  it('given every setting, in any spelling, when it is read, then each is as the client understands it', () => {
    const text =
      'esdb://one?TLS=true&tls-ca-file=%2Fetc%2Fca.pem&user_cert_file=/c&userKeyFile=/k&connectionName=n%20m' +
      '&nodePreference=leader&defaultDeadline=7000&keepAliveInterval=10000&keepAliveTimeout=5000' +
      '&maxDiscoverAttempts=4&discoveryInterval=200&gossipTimeout=3&throwOnAppendFailure=true&tlsVerifyCert=true';
    expect(accepted(text)).toMatchObject({
      tls: true,
      tlsCAFile: '/etc/ca.pem',
      userCertFile: '/c',
      userKeyFile: '/k',
      connectionName: 'n m',
      defaultDeadline_ms: 7000,
      keepAliveInterval_ms: 10_000,
      keepAliveTimeout_ms: 5000,
      maxDiscoverAttempts: 4,
      discoveryInterval_ms: 200,
      gossipTimeout_s: 3,
    });
  });

  it.each([
    ['', 'begins with esdb:// or esdb+discover://'],
    ['http://one:2113', 'begins with esdb:// or esdb+discover://'],
    ['kurrentdb://one:2113', 'in place of KurrentDB’s newer names'],
    ['esdb://', 'hosts are names with a port'],
    ['esdb://one:0', 'hosts are names with a port'],
    ['esdb://one:65536', 'hosts are names with a port'],
    ['esdb://one:port', 'hosts are names with a port'],
    ['esdb://one,,two', 'hosts are names with a port'],
    ['esdb://one/path', 'nothing but ?setting=value follows the hosts'],
    ['esdb://admin@one', 'a user name and a password'],
    ['esdb://:secret@one', 'a user name and a password'],
    ['esdb://admin:%zz@one', 'a user name and a password'],
    ['esdb://one?tls', 'name=value'],
    ['esdb://one?tsl=false', 'there is no setting “tsl”, but tls, '],
    ['esdb://one?tls=', '“tls” needs a value'],
    ['esdb://one?tls=no', '“tls” is true or false'],
    ['esdb://one?tls=true&TLS=false', '“tls” is set twice'],
    ['esdb://one?tls=false&tlsCAFile=/ca', '“tlsCAFile” says nothing with tls=false'],
    ['esdb://one?userCertFile=/c', '“userCertFile” and “userKeyFile” need each other'],
    ['esdb://one?tlsVerifyCert=false', 'certificates are always verified'],
    ['esdb://one?nodePreference=follower', 'appends have to be made by the leader'],
    ['esdb://one?throwOnAppendFailure=false', '“throwOnAppendFailure” can only be true'],
    ['esdb://one?keepAliveInterval=9999', 'of milliseconds from 10000'],
    ['esdb://one?keepAliveInterval=-1', 'of milliseconds from 10000'],
    ['esdb://one?gossipTimeout=5000', 'of seconds from 1 to 60'],
    ['esdb://one?defaultDeadline=1.5', 'of milliseconds from 1'],
  ])('given %s, when it is read, then it is refused: %s', (text, why) => {
    expect(refused(text)).toMatch(/^the connection string is wrong: /);
    expect(refused(text)).toContain(why);
  });

  it.each([
    'esdb://admin:hunter2/x@one',
    'esdb://admin:hunter2?x@one',
    'esdb://admin:hunter2#x@',
    'esdb://admin:hunter2@one:port',
    'esdb://admin:hunter2',
    'esdb://hunter2:%zz@one',
    'esdb://admin:x?hunter2',
    'esdb//admin:hunter2@one',
    'kurrentdb://admin:hunter2@one',
    'esdb://admin:x&y=hunter2@one?tls=false',
    'esdb://admin:hunter2@one?keepAliveInterval=hunter2',
  ])(
    'given credentials in the wrong place (%s), when it is refused, then they are not repeated',
    (text) => {
      const read = readConnectionString(text);
      expect(JSON.stringify(E.isLeft(read) ? read.left : '')).not.toContain('hunter2');
    },
  );
});
