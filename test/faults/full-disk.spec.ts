import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifySqliteLog } from '@trackrecord/event-log';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { sampleCodec } from '../contract/sample-event.ts';
import { must } from '../contract/with-log.ts';
import { nextLine, startChild } from './log-child.ts';
import { logFile, openLog } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

/** A file system of one megabyte, where this process may make one. */
const withSmallDisk = async (
  directory: string,
  test: (disk: string) => Promise<void>,
): Promise<void> => {
  const disk = join(directory, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
  try {
    await test(disk);
  } finally {
    execFileSync('umount', [disk]);
  }
};

const mayMount = E.isRight(
  E.tryCatch(
    () =>
      execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }),
    () => undefined,
  ),
);
if (!mayMount) {
  console.log(
    'full-disk.spec.ts: no right to mount a small disk; a limit on file sizes stands in for it',
  );
}

const soundEvents = async (file: string): Promise<number> => {
  const { events, faults } = await must(verifySqliteLog({ file, codec: sampleCodec }));
  expect(faults).toEqual([]);
  return events;
};

describe('a disk that is full', () => {
  it.runIf(mayMount)(
    'given a small disk, when it is full, then the append says so, what was acknowledged stays, and room lets it go on',
    inDirectory((directory) =>
      withSmallDisk(directory, async (disk) => {
        const [file, ballast] = [logFile(disk), join(disk, 'ballast')];
        writeFileSync(ballast, Buffer.alloc(200_000, 'x'));
        const child = startChild('filling-child.ts', [file, ballast]);
        const stored = Number(await nextLine(child));
        const failure = await nextLine(child);
        expect(failure).toContain('Unavailable');
        expect(failure).toContain('the disk is full');
        expect(failure).toContain(file);
        expect(await nextLine(child)).toBe('stored');
        expect(await child.ended).toBe(0);
        expect(await soundEvents(file)).toBe(stored + 1);
      }),
    ),
  );

  it(
    'given a limit on the size of files, when it is reached, then the append says so and what was acknowledged stays',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const child = startChild('filling-child.ts', [file], {
        shell: "trap '' XFSZ; ulimit -f 1000",
      });
      const stored = Number(await nextLine(child));
      expect(stored).toBeGreaterThan(10);
      const failure = await nextLine(child);
      expect(failure).toContain('Unavailable');
      expect(failure).toContain(file);
      expect(await child.ended).toBe(0);
      expect(await soundEvents(file)).toBe(stored);
      await (await must(openLog(file))).close();
    }),
  );

  it.runIf(mayMount)(
    'given no room at all, when a log is to be made there, then that is refused',
    inDirectory((directory) =>
      withSmallDisk(directory, async (disk) => {
        E.tryCatch(
          () => {
            writeFileSync(join(disk, 'ballast'), Buffer.alloc(2_000_000, 'x'));
          },
          () => 'full, as it should be',
        );
        const refused = await openLog(logFile(disk))();
        expect(refused).toMatchObject({ left: { _tag: 'Unavailable' } });
        expect(JSON.stringify(refused)).toContain(disk);
      }),
    ),
  );
});
