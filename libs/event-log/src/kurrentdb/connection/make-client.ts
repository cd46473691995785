import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ChannelCredentialOptions } from '@eventstore/db-client';
import * as E from 'fp-ts/lib/Either.js';
import { ClusterClient } from './cluster-client.ts';
import type { ConnectionSettings, Credentials, HostAndPort } from './connection-string.ts';
import { firstLine, textOf } from './thrown.ts';

/** A silent node is given up in time for another to be asked within one try. */
const gossipTimeout_s = 2;
const discoverAttempts = 3;

type Files = Pick<ChannelCredentialOptions, 'rootCertificate' | 'userCertFile' | 'userKeyFile'>;

const readPart = (setting: string, file: string): E.Either<string, Buffer> =>
  E.tryCatch(
    () => readFileSync(file),
    (thrown) => `cannot read “${setting}” ${file}: ${firstLine(textOf(thrown))}`,
  );

const readCertificate = (setting: string, file: string): E.Either<string, Buffer> => {
  const bytes = readPart(setting, file);
  if (E.isLeft(bytes)) return bytes;
  return E.tryCatch(
    () => {
      new X509Certificate(bytes.right);
      return bytes.right;
    },
    () => `“${setting}” ${file} is not a certificate in PEM format (-----BEGIN CERTIFICATE-----)`,
  );
};

/** The files that the settings name, or why they cannot be used. Read each time: certificates are renewed. */
export const readCertificates = (settings: ConnectionSettings): E.Either<string, Files> => {
  const { tlsCAFile, userCertFile, userKeyFile } = settings;
  const files: Files = {};
  if (tlsCAFile !== undefined) {
    const rootCertificate = readCertificate('tlsCAFile', tlsCAFile);
    if (E.isLeft(rootCertificate)) return rootCertificate;
    files.rootCertificate = rootCertificate.right;
  }
  if (userCertFile !== undefined && userKeyFile !== undefined) {
    const certificate = readCertificate('userCertFile', userCertFile);
    if (E.isLeft(certificate)) return certificate;
    const key = readPart('userKeyFile', userKeyFile);
    if (E.isLeft(key)) return key;
    files.userCertFile = certificate.right;
    files.userKeyFile = key.right;
  }
  return E.right(files);
};

const construct = (
  settings: ConnectionSettings,
  leader: HostAndPort | undefined,
  channel: ChannelCredentialOptions,
  credentials: Credentials | undefined,
): ClusterClient => {
  const { connectionName, keepAliveInterval_ms, keepAliveTimeout_ms, discoveryInterval_ms } =
    settings;
  const [first] = settings.hosts;
  const common = {
    throwOnAppendFailure: true,
    ...(connectionName === undefined ? {} : { connectionName }),
    ...(keepAliveInterval_ms === undefined ? {} : { keepAliveInterval: keepAliveInterval_ms }),
    ...(keepAliveTimeout_ms === undefined ? {} : { keepAliveTimeout: keepAliveTimeout_ms }),
  };
  if (leader !== undefined || !settings.discover) {
    return new ClusterClient(
      { ...common, endpoint: { ...(leader ?? first) } },
      channel,
      credentials,
    );
  }
  const discovery = {
    ...common,
    maxDiscoverAttempts: settings.maxDiscoverAttempts ?? discoverAttempts,
    gossipTimeout: settings.gossipTimeout_s ?? gossipTimeout_s,
    ...(discoveryInterval_ms === undefined ? {} : { discoveryInterval: discoveryInterval_ms }),
  };
  return settings.hosts.length === 1
    ? new ClusterClient({ ...discovery, discover: { ...first } }, channel, credentials)
    : new ClusterClient(
        { ...discovery, endpoints: settings.hosts.map((host) => ({ ...host })) },
        channel,
        credentials,
      );
};

/**
 * A client that is not connected yet, or why there can be none.
 * @param leader whom to speak to, whatever the settings say
 */
export const makeClient = (
  settings: ConnectionSettings,
  leader?: HostAndPort,
): E.Either<string, ClusterClient> => {
  const files = readCertificates(settings);
  if (E.isLeft(files)) return files;
  // A server without TLS knows no users: the client would not send them there anyway.
  const credentials = settings.tls ? settings.credentials : undefined;
  return E.tryCatch(
    () => construct(settings, leader, { insecure: !settings.tls, ...files.right }, credentials),
    (thrown) => `the certificates cannot be used: ${firstLine(textOf(thrown))}`,
  );
};
