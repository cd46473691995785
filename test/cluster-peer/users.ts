import { errors } from './errors.ts';
import type { Metadata, StatusObject } from '@grpc/grpc-js';

/** Who may use a peer. Without any, everybody may do everything, as on an insecure server. */
export type User = Readonly<{ name: string; password: string; isAdmin?: boolean }>;

const credentialsIn = (metadata: Metadata): string | undefined => {
  const [header] = metadata.get('authorization');
  const encoded = header?.toString() ?? '';
  return encoded.startsWith('Basic ')
    ? Buffer.from(encoded.slice('Basic '.length), 'base64').toString('utf8')
    : undefined;
};

/**
 * Why a call to a stream is refused, if it is. Without credentials nothing of a stream is shown
 * (`AllowAnonymousStreamAccess` is off by default: docs/server/security/security-options.md), and `$all` and the
 * system's own streams are the administrators' (docs/server/security/user-authorization.md).
 */
export const refusal = (
  users: ReadonlyArray<User> | undefined,
  metadata: Metadata,
  stream: string,
): StatusObject | undefined => {
  if (!users) return undefined;
  const credentials = credentialsIn(metadata);
  if (credentials === undefined) return errors.accessDenied();
  const user = users.find(({ name, password }) => `${name}:${password}` === credentials);
  if (!user) return errors.unauthenticated();
  return stream.startsWith('$') && user.isAdmin !== true ? errors.accessDenied() : undefined;
};
