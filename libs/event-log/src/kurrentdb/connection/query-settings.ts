import * as E from 'fp-ts/lib/Either.js';
import { sequenceS } from 'fp-ts/lib/Apply.js';

/** What may follow the hosts: the settings that the client knows, in its spelling. */
const keys = [
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'nodePreference',
  'defaultDeadline',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'throwOnAppendFailure',
] as const;

type Key = (typeof keys)[number];
type Values = ReadonlyMap<Key, string>;
type Read<A> = E.Either<string, A>;

export type QuerySettings = Readonly<{
  tls: boolean;
  tlsCAFile: string | undefined;
  userCertFile: string | undefined;
  userKeyFile: string | undefined;
  connectionName: string | undefined;
  defaultDeadline_ms: number | undefined;
  keepAliveInterval_ms: number | undefined;
  keepAliveTimeout_ms: number | undefined;
  maxDiscoverAttempts: number | undefined;
  discoveryInterval_ms: number | undefined;
  gossipTimeout_s: number | undefined;
}>;

/** Case, hyphens and underscores in a setting's name do not matter to the client, nor here. */
const flat = (key: string): string => key.trim().toLowerCase().replace(/[_-]/g, '');
const byFlatName = new Map(keys.map((key) => [flat(key), key]));

/** Text with its `%20` and the like read; `undefined` where they are no such thing. */
export const unescaped = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const valuesOf = (query: string): Read<Values> => {
  const values = new Map<Key, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [, name, raw = ''] = /^([\w -]{1,40})=(.*)$/s.exec(pair) ?? [];
    if (name === undefined) return E.left('after the ? stand settings, name=value, with & between');
    const key = byFlatName.get(flat(name));
    if (key === undefined) {
      return E.left(`there is no setting “${name}”, but ${keys.join(', ')}`);
    }
    const value = unescaped(raw.trim());
    if (value === undefined || value === '') return E.left(`“${key}” needs a value: ${key}=…`);
    if (values.has(key)) return E.left(`“${key}” is set twice`);
    values.set(key, value);
  }
  return E.right(values);
};

const text =
  (key: Key) =>
  (values: Values): Read<string | undefined> =>
    E.right(values.get(key));

const flag =
  (key: Key, byDefault: boolean) =>
  (values: Values): Read<boolean> => {
    const value = values.get(key) ?? String(byDefault);
    return value === 'true' || value === 'false'
      ? E.right(value === 'true')
      : E.left(`“${key}” is true or false`);
  };

const whole =
  (key: Key, unit: string, least: number, most: number) =>
  (values: Values): Read<number | undefined> => {
    const value = values.get(key);
    if (value === undefined) return E.right(undefined);
    const number = Number(value);
    return Number.isInteger(number) && number >= least && number <= most
      ? E.right(number)
      : E.left(`“${key}” is a whole number${unit} from ${least} to ${most}`);
  };

/** Settings with only one value that Trackrecord can work with. */
const only =
  (key: Key, value: string, why: string) =>
  (values: Values): Read<undefined> => {
    const given = values.get(key);
    return given === undefined || given === value
      ? E.right(undefined)
      : E.left(`“${key}” can only be ${value}: ${why}`);
  };

const day_ms = 86_400_000;
const readers = {
  tls: flag('tls', true),
  tlsCAFile: text('tlsCAFile'),
  userCertFile: text('userCertFile'),
  userKeyFile: text('userKeyFile'),
  connectionName: text('connectionName'),
  defaultDeadline_ms: whole('defaultDeadline', ' of milliseconds', 1, day_ms),
  // The client warns about less than ten seconds: servers end connections that ask too often.
  keepAliveInterval_ms: whole('keepAliveInterval', ' of milliseconds', 10_000, day_ms),
  keepAliveTimeout_ms: whole('keepAliveTimeout', ' of milliseconds', 1_000, day_ms),
  maxDiscoverAttempts: whole('maxDiscoverAttempts', '', 1, 1_000),
  discoveryInterval_ms: whole('discoveryInterval', ' of milliseconds', 0, 60_000),
  gossipTimeout_s: whole('gossipTimeout', ' of seconds', 1, 60),
  verify: only(
    'tlsVerifyCert',
    'true',
    'certificates are always verified; name the authority that signed the server’s with tlsCAFile=…',
  ),
  leader: only('nodePreference', 'leader', 'appends have to be made by the leader'),
  throwing: only('throwOnAppendFailure', 'true', 'the client misreports failures otherwise'),
};

const consistent = (settings: QuerySettings): Read<QuerySettings> => {
  const { tls, tlsCAFile, userCertFile, userKeyFile } = settings;
  const files = { tlsCAFile, userCertFile, userKeyFile };
  const named = Object.entries(files).find(([, file]) => file !== undefined);
  if (!tls && named !== undefined) return E.left(`“${named[0]}” says nothing with tls=false`);
  return (userCertFile === undefined) === (userKeyFile === undefined)
    ? E.right(settings)
    : E.left('“userCertFile” and “userKeyFile” need each other');
};

/** The settings of a connection string (what follows its `?`), or what is wrong with them, for a person. */
export const readQuery = (query: string): Read<QuerySettings> => {
  const values = valuesOf(query);
  if (E.isLeft(values)) return values;
  const of = values.right;
  const settings = sequenceS(E.Apply)({
    tls: readers.tls(of),
    tlsCAFile: readers.tlsCAFile(of),
    userCertFile: readers.userCertFile(of),
    userKeyFile: readers.userKeyFile(of),
    connectionName: readers.connectionName(of),
    defaultDeadline_ms: readers.defaultDeadline_ms(of),
    keepAliveInterval_ms: readers.keepAliveInterval_ms(of),
    keepAliveTimeout_ms: readers.keepAliveTimeout_ms(of),
    maxDiscoverAttempts: readers.maxDiscoverAttempts(of),
    discoveryInterval_ms: readers.discoveryInterval_ms(of),
    gossipTimeout_s: readers.gossipTimeout_s(of),
    verify: readers.verify(of),
    leader: readers.leader(of),
    throwing: readers.throwing(of),
  });
  return E.isLeft(settings) ? settings : consistent(settings.right);
};
