import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type ListenOptions } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenPrivately } from './listen-privately.ts';
import { withShortAddress } from './short-address.ts';

const mask = process.umask(0o022);
const temporary = process.env['TMPDIR'];
let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trackrecord-listen-'));
});

afterEach(() => {
  process.umask(mask);
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  rmSync(directory, { recursive: true });
});

/** A server that notes where it is told to listen, and what the directory’s mode is then. */
const notingServer = () => {
  const noted: Array<Readonly<{ address: string; where: string; mode: string }>> = [];
  const server = createServer((socket) => socket.end());
  const listen = server.listen.bind(server);
  Object.assign(server, {
    listen: (options: ListenOptions) => {
      const address = options.path ?? '';
      const where = realpathSync(dirname(address));
      noted.push({ address, where, mode: (statSync(where).mode & 0o777).toString(8) });
      return listen(options);
    },
  });
  return { server, noted };
};

/** Whether somebody listens there, however long the path is. */
const isListening = async (path: string): Promise<boolean> =>
  withShortAddress(path, '', async (address) => {
    const socket = connect(address);
    await once(socket, 'connect');
    socket.destroy();
    return true;
  });

describe('listening privately', () => {
  it('given any umask, then the socket is made where nobody else may go', async () => {
    process.umask(0);
    const { server, noted } = notingServer();
    const path = join(directory, 'a.sock');
    expect(await listenPrivately(server, path)()).toMatchObject({ _tag: 'Right' });
    expect(noted).toEqual([
      {
        address: join(`${path}.new`, 's'),
        where: realpathSync(directory) + '/a.sock.new',
        mode: '700',
      },
    ]);
    expect(await isListening(path)).toBe(true);
    server.close();
  });

  it('given a path that no socket’s address holds, then it is listened at all the same, and nothing is left of how', async () => {
    const links = join(directory, 't');
    const deep = join(directory, 'a'.repeat(120), 'b'.repeat(120));
    for (const made of [links, deep]) mkdirSync(made, { recursive: true });
    process.env['TMPDIR'] = links;
    const { server, noted } = notingServer();
    const path = join(deep, 'log.db.sock');
    const listening = await listenPrivately(server, path)();
    expect(noted.map(({ address }) => address.length < 100)).toEqual([true]);
    expect(noted.map(({ where, mode }) => [where, mode])).toEqual([
      [join(realpathSync(deep), 'log.db.sock.new'), '700'],
    ]);
    expect(await isListening(path)).toBe(true);
    expect([readdirSync(deep), readdirSync(links)]).toEqual([['log.db.sock'], []]);
    if (E.isRight(listening)) listening.right();
    expect(readdirSync(deep)).toEqual([]);
    server.close();
  });
});
