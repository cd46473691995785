import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a socket's address holds on every Unix, in bytes: macOS takes 103, Linux 107. */
const longestAddress_bytes = 100;

/**
 * Does something with a path by a name that is short enough for a socket's address. Where the path is longer, that is
 * a symbolic link in a new directory of our own among the temporary files, which is gone afterwards: the socket stands
 * where it belongs, and nobody else can have put the link there.
 * @param path what is there already; the socket itself, or the directory it is in
 * @param below the socket's name in that directory
 */
export const withShortAddress = async <A>(
  path: string,
  below: string,
  use: (address: string) => Promise<A>,
): Promise<A> => {
  const whole = join(path, below);
  if (Buffer.byteLength(whole) <= longestAddress_bytes) return use(whole);
  const directory = await mkdtemp(join(tmpdir(), 'trackrecord-'));
  try {
    const link = join(directory, 'to');
    await symlink(path, link);
    return await use(join(link, below));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};
