import { type Failure, invalid } from '@trackrecord/application';
import { isTenant, readConnectionString } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Credentials, credentialsIn } from './credentials.ts';
import { dataDirectory, type Environment, filled } from './data-directory.ts';

/** A log in a file of this machine. */
export type EmbeddedPlace = Readonly<{ _tag: 'Embedded'; file: string; views: string }>;

/** A log in a cluster, with the node's own copy of it. */
export type ClusterPlace = Readonly<{
  _tag: 'Cluster';
  connection: string;
  tenant: string;
  credentials: Credentials | undefined;
  replica: string;
  views: string;
}>;

/** Where a log is, and where what this node derives from it is kept. */
export type LogPlace = EmbeddedPlace | ClusterPlace;

/** A log as it was named: a file, or the servers of a cluster. */
export type NamedLog =
  Readonly<{ _tag: 'File'; file: string }> | Readonly<{ _tag: 'Servers'; connection: string }>;

export const logFile = (directory: string): string => join(directory, 'log.db');
const viewsFile = (directory: string): string => join(directory, 'views.db');
export const replicaFile = (directory: string): string => join(directory, 'replica.db');

/** What stands before a colon, two letters at least: one is a drive of Windows. */
const schemeOf = (text: string): string | undefined => /^([a-z][a-z0-9+.-]+):/iu.exec(text)?.[1];

const schemes = ['esdb', 'esdb+discover'];

const isDirectory = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * A log by its name; a directory stands for the log in it. What is refused is told without the rest of it, which may
 * hold a password.
 * @param option what named it, for the message
 */
export const parseLog = (option: string, text: string): E.Either<Failure, NamedLog> => {
  const scheme = schemeOf(text);
  if (scheme === undefined) {
    const path = resolve(text);
    return E.right({ _tag: 'File', file: isDirectory(path) ? logFile(path) : path });
  }
  if (!schemes.includes(scheme) || !text.startsWith('://', scheme.length)) {
    return E.left(
      invalid(
        `${option}: "${scheme}:" begins no log that is known; accepted are a file, esdb://HOST:PORT (several with commas between) and esdb+discover://HOST:PORT.`,
      ),
    );
  }
  return pipe(
    readConnectionString(text),
    E.bimap(
      (why) => invalid(`${option}: ${why}.`),
      () => ({ _tag: 'Servers', connection: text }),
    ),
  );
};

const defaultTenant = 'trackrecord';

const tenantIn = (env: Environment): E.Either<Failure, string> => {
  const tenant = filled(env['TRACKRECORD_TENANT']) ?? defaultTenant;
  return isTenant(tenant)
    ? E.right(tenant)
    : E.left(
        invalid(
          `TRACKRECORD_TENANT: "${tenant}" is no tenant; accepted are up to 40 lower-case letters, digits and hyphens, the first of them no hyphen.`,
        ),
      );
};

/** A log in a cluster, followed into a directory. */
export const clusterPlace = (
  connection: string,
  directory: string,
  env: Environment,
): E.Either<Failure, ClusterPlace> =>
  pipe(
    E.Do,
    E.bind('tenant', () => tenantIn(env)),
    E.bind('credentials', () => credentialsIn(env)),
    E.map(({ tenant, credentials }) => ({
      _tag: 'Cluster',
      connection,
      tenant,
      credentials,
      replica: replicaFile(directory),
      views: viewsFile(directory),
    })),
  );

/** The views of a log of its own name stand beside it under that name: two logs in one directory share none. */
const viewsBeside = (file: string): string =>
  basename(file) === 'log.db'
    ? viewsFile(dirname(file))
    : join(dirname(file), `${basename(file, extname(file))}.views.db`);

/** The options that say where a log is. */
export type Choice = Readonly<{ data?: string; log?: string }>;

/** Where the log is: `--log`, else `TRACKRECORD_LOG`, else `log.db` in the data directory. */
export const logPlace = (
  { data, log }: Choice,
  environment: Environment,
): E.Either<Failure, LogPlace> => {
  const directory = dataDirectory(data, environment);
  const [option, given] =
    filled(log) === undefined
      ? ['TRACKRECORD_LOG', filled(environment['TRACKRECORD_LOG'])]
      : ['--log', filled(log)];
  if (given === undefined)
    return E.right({ _tag: 'Embedded', file: logFile(directory), views: viewsFile(directory) });
  return pipe(
    parseLog(option, given),
    E.chain((named): E.Either<Failure, LogPlace> =>
      named._tag === 'File'
        ? E.right({ _tag: 'Embedded', file: named.file, views: viewsBeside(named.file) })
        : clusterPlace(named.connection, directory, environment),
    ),
  );
};

/** Whoever reads a connection string aloud leaves out who signs in, and how. */
export const withoutSecrets = (connection: string): string => {
  const [scheme = '', rest = ''] = connection.split(/:\/\/(.*)/su);
  const servers = rest.slice(rest.lastIndexOf('@') + 1).replace(/[/?#].*$/su, '');
  return `${scheme}://${servers}`;
};

/** A log by a name that can be shown. */
export const nameOfLog = (place: LogPlace): string =>
  place._tag === 'Embedded'
    ? place.file
    : `${withoutSecrets(place.connection)} (tenant ${place.tenant})`;
