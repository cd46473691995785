import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { ClusterConnection } from '../connection.ts';
import { isTenant, noTenant } from '../server-names.ts';
import { readConnectionString } from './connection-string.ts';
import { type ConnectionOptions, timingOf } from './options.ts';

const refused = (message: string): E.Either<StorageError, never> =>
  E.left({ _tag: 'Unavailable', message });

/**
 * A connection to a cluster. A `Left` is a connection string, a tenant or a certificate's file that cannot be right; the
 * server is not asked yet, and may be down: then each question says so.
 */
export const openConnection =
  (options: ConnectionOptions): TE.TaskEither<StorageError, ClusterConnection> =>
  async () => {
    const { tenant, credentials } = options;
    if (!isTenant(tenant)) {
      return refused(noTenant(tenant));
    }
    const read = readConnectionString(options.connection);
    if (E.isLeft(read)) return refused(read.left);
    const settings = { ...read.right, credentials: credentials ?? read.right.credentials };
    // Only who uses a cluster waits for its client to load.
    const { connect } = await import('./connect.ts');
    const { readCertificates } = await import('./make-client.ts');
    const certificates = readCertificates(settings);
    if (E.isLeft(certificates)) return refused(certificates.left);
    return E.right(connect(settings, timingOf(options, settings.defaultDeadline_ms), tenant));
  };
