import * as E from 'fp-ts/lib/Either.js';
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js';
import { type QuerySettings, readQuery, unescaped } from './query-settings.ts';

export type Credentials = Readonly<{ username: string; password: string }>;

export type HostAndPort = Readonly<{ address: string; port: number }>;

/** As it is named to a person. */
export const inWords = ({ address, port }: HostAndPort): string => `${address}:${port}`;

/** What a connection string says. */
export type ConnectionSettings = QuerySettings &
  Readonly<{
    hosts: Readonly<NonEmptyArray<HostAndPort>>;
    /** Whether the hosts are asked who leads, or the one host is spoken to, whoever it is. */
    discover: boolean;
    credentials: Credentials | undefined;
  }>;

type Read<A> = E.Either<string, A>;

const defaultPort = 2113;
const shape = /^esdb(\+discover)?:\/\/([^/?]*)\/*(?:\?(.*))?$/s;
const host = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9][A-Za-z0-9._-]*)(?::([0-9]{1,5}))?$/;

/** A message quotes no part of the string that could be a user name or a password in the wrong place. */
const escapeThem =
  'in a user name or a password write @ : / ? # & and % as %40 %3A %2F %3F %23 %26 and %25';

const wrongStart = (connection: string): string =>
  /^(kurrentdb|kurrent|kdb)(\+discover)?:/.test(connection)
    ? 'begin it with esdb:// or esdb+discover:// in place of KurrentDB’s newer names: the rest is the same'
    : 'it begins with esdb:// or esdb+discover://, hosts follow: esdb://db.example.org:2113?tls=true';

const readCredentials = (userInfo: string): Read<Credentials> => {
  const colon = userInfo.indexOf(':');
  const username = unescaped(userInfo.slice(0, Math.max(colon, 0)));
  const password = unescaped(userInfo.slice(colon + 1));
  return username === undefined || password === undefined || username === '' || password === ''
    ? E.left(`before the @ stand a user name and a password, user:password@; ${escapeThem}`)
    : E.right({ username, password });
};

const readHost = (text: string): HostAndPort | undefined => {
  const [, address, digits] = host.exec(text.trim()) ?? [];
  const port = digits === undefined ? defaultPort : Number(digits);
  return address !== undefined && port > 0 && port < 65_536 ? { address, port } : undefined;
};

const readHosts = (text: string): Read<ConnectionSettings['hosts']> => {
  const texts = text.split(',');
  const hosts = texts.flatMap((one) => readHost(one) ?? []);
  const [first, ...others] = hosts;
  return first === undefined || hosts.length !== texts.length
    ? E.left(`its hosts are names with a port, one:2113,two:2113, of 1 to 65535; ${escapeThem}`)
    : E.right([first, ...others]);
};

const read = (connection: string): Read<ConnectionSettings> => {
  const [, discover, authority = '', query = ''] = shape.exec(connection.trim()) ?? [];
  if (!/^esdb(\+discover)?:\/\//.test(connection.trim())) return E.left(wrongStart(connection));
  if (!shape.test(connection.trim()))
    return E.left(`nothing but ?setting=value follows the hosts; ${escapeThem}`);
  if (query.includes('@')) return E.left(`an @ after the ? is written %40; ${escapeThem}`);
  const at = authority.lastIndexOf('@');
  const credentials = at === -1 ? E.right(undefined) : readCredentials(authority.slice(0, at));
  if (E.isLeft(credentials)) return credentials;
  const hosts = readHosts(authority.slice(at + 1));
  if (E.isLeft(hosts)) return hosts;
  const settings = readQuery(query);
  if (E.isLeft(settings)) return settings;
  return E.right({
    ...settings.right,
    hosts: hosts.right,
    discover: discover !== undefined || hosts.right.length > 1,
    credentials: credentials.right,
  });
};

/**
 * Reads a connection string. Done here and not left to the client, whose errors and warnings print the whole string,
 * password and all, which takes a password only up to a colon, and which goes on with settings that it does not know.
 * @returns what it says, or what is wrong with it, for a person: without anything that may be secret
 */
export const readConnectionString = (connection: string): Read<ConnectionSettings> =>
  E.mapLeft((why: string) => `the connection string is wrong: ${why}`)(read(connection));
