import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaper, papers } from './harbour-year.ts';
import { ChangedJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { ticker } from './kit/ticker.ts';

const [name, on] = papers[0] ?? ['', ''];

const Ready = t.type({ status: t.string, state: t.string, ordinal: t.number, views: t.number });

/** A node that follows the log of a desk, until it is stopped. */
const follow = async (desk: Desk, ...options: ReadonlyArray<string>) => {
  const time = ticker();
  const stop = new AbortController();
  const listening = Promise.withResolvers<string>();
  const node = setUpDesk({
    environment: { TRACKRECORD_DATA: desk.data },
    pause: time.pause,
    untilStopped: () => stop.signal,
    onLine: (line) => {
      const url = /http:\/\/[\d.:]+/u.exec(line)?.[0];
      if (url !== undefined) listening.resolve(url);
    },
  });
  const ended = node.run('follow', '--listen', '127.0.0.1:0', ...options);
  const url = await listening.promise;
  const ready = async () => must(Ready)(await (await fetch(`${url}/health/ready`)).json());
  return {
    ready,
    /** Asks until its views are as far as that. */
    until: async (ordinal: number) => {
      for (let at = await ready(); at.views < ordinal; at = await ready());
    },
    tick: time.tick,
    end: () => {
      stop.abort();
      return ended;
    },
  };
};

describe('a node that follows a log in a file', () => {
  const desk = setUpDesk();

  beforeAll(async () => {
    desk.setNow(on);
    await importPaper(desk, name, on);
  });

  it('given changes while it runs, then it takes them in, tells so, and ends when it is stopped', async () => {
    const node = await follow(desk, '--json');
    const before = await desk.json(ChangedJson, 'rate', 'harbour', '13', 'Red');
    await node.until(before.ordinal);
    expect(await node.ready()).toMatchObject({
      status: 'ready',
      state: 'live',
      ordinal: before.ordinal,
    });
    node.tick();
    const after = await desk.json(ChangedJson, 'rate', 'harbour', '13', 'Green');
    await node.until(after.ordinal);
    node.tick();
    const { code, stdout, stderr } = await node.end();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines.at(0)).toMatchObject({ what: 'listening' });
    expect(lines).toContainEqual(
      expect.objectContaining({ what: 'state', state: 'live', views: before.ordinal }),
    );
    expect(lines.at(-1)).toMatchObject({ what: 'ended', ordinal: after.ordinal });
  });

  it('given a person, then the lines are words', async () => {
    const node = await follow(desk);
    const { stdout } = await node.end();
    expect(stdout).toMatch(/^\S+Z listening at http:\/\/127\.0\.0\.1:\d+\n/u);
    expect(stdout).toMatch(/\n\S+Z ended at ordinal \d+\n$/u);
  });

  it.each([
    [['--listen', '3000'], 2, '"3000"'],
    [['--listen', '127.0.0.1:99999'], 2, '"127.0.0.1:99999"'],
    [['--max-lag-seconds', 'few'], 2, '"few"'],
    [['--listen', '203.0.113.1:3000'], 5, '203.0.113.1:3000'],
    [['--log', 'nowhere/log.db'], 3, 'nowhere/log.db'],
  ])(
    'given trackrecord follow %s, then it ends with %d and names it',
    async (argv, code, named) => {
      const ran = await desk.run('follow', ...argv);
      expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
      expect(ran.stderr).toContain(named);
    },
  );

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'given %s to its process, then it ends in good order',
    async (signal) => {
      const child = desk.start(['follow', '--json']);
      await child.printed('"what":"state"');
      child.kill(signal);
      const ended = await child.ended;
      expect({ code: ended.code, signal: ended.signal, stderr: ended.stderr }).toEqual({
        code: 0,
        signal: null,
        stderr: '',
      });
      expect(ended.stdout).toContain('"what":"ended"');
    },
  );
});
