import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog, Progress, Views } from '@trackrecord/application/ports';
import { type DomainEvent, eventCodec, NoteAdded, RatingChanged } from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import { eventIdNumber, eventsOf, happened, must, ordinal } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteEventLog } from '../sqlite/open-sqlite-event-log.ts';
import { appendTo, memoryLog, rightOf } from '../testing/domain-log.ts';
import { openViews } from './open-views.ts';
import { viewsDefinition } from './views-definition.ts';

const plan = must(StreamName)('plan-harbour');
const always = must(LocalDate)('9999-12-31');

/** `count` ratings of action 27; the last one is `last`. Ids differ from those of another `run`. */
const ratings = (count: number, last: string, run = 0): ReadonlyArray<DomainEvent> =>
  eventsOf(
    Array.from({ length: count }, (_, n) =>
      happened(RatingChanged, { action: '27', rating: n === count - 1 ? last : 'Amber' }),
    ),
  ).map((event, n) => ({ ...event, id: eventIdNumber(run * 10_000 + n + 1) }));

const ratingIn = (views: Views): unknown =>
  rightOf(views.cutOf(plan, { asOf: always, knownAt: rightOf(views.head()) }))
    .get('action:27')
    ?.get('rating')?.value;

const logOf = async (events: ReadonlyArray<DomainEvent>): Promise<EventLog<DomainEvent>> => {
  const log = memoryLog();
  await appendTo(log)(plan, events);
  return log;
};

let directory = '';
let file = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trackrecord-views-'));
  file = join(directory, 'views.db');
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const open = async (log: EventLog<DomainEvent>): Promise<Views> =>
  rightOf(await openViews({ file, log })());

/** Opens views, closes them, and says what they were. */
const seen = async (
  log: EventLog<DomainEvent>,
): Promise<Readonly<{ head: number; rating: unknown }>> => {
  const views = await open(log);
  const found = { head: rightOf(views.head()), rating: ratingIn(views) };
  views.close();
  return found;
};

describe('opening views that another log was taken into', () => {
  it('given a log restored to an earlier day, then they say what it says', async () => {
    await seen(await logOf(ratings(30, 'Red')));
    expect(await seen(await logOf(ratings(7, 'Green')))).toEqual({ head: 7, rating: 'Green' });
  });

  it('given a log restored and written on, as long as before, then they say what it says now', async () => {
    await seen(await logOf(ratings(12, 'Red')));
    const restored = [...ratings(5, 'Amber'), ...ratings(7, 'Green', 1)];
    expect(await seen(await logOf(restored))).toEqual({ head: 12, rating: 'Green' });
  });

  it('given a log restored and written on, longer than before, then they say what it says now', async () => {
    await seen(await logOf(ratings(12, 'Red')));
    const restored = [...ratings(5, 'Amber'), ...ratings(20, 'Green', 1)];
    expect(await seen(await logOf(restored))).toEqual({ head: 25, rating: 'Green' });
  });

  it('given an empty log, then they hold nothing', async () => {
    await seen(await logOf(ratings(3, 'Red')));
    expect(await seen(memoryLog())).toEqual({ head: 0, rating: undefined });
  });

  it('given the same log, longer, then what was taken in is kept', async () => {
    const log = await logOf(ratings(3, 'Red'));
    await seen(log);
    await appendTo(log)(plan, ratings(2, 'Green', 1));
    const progress: Array<Progress> = [];
    const views = rightOf(
      await openViews({ file, log, onProgress: (done) => progress.push(done) })(),
    );
    expect({ head: rightOf(views.head()), rating: ratingIn(views) }).toEqual({
      head: 5,
      rating: 'Green',
    });
    expect(progress).toEqual([{ done: 5 }]);
    views.close();
  });

  it('given a log in SQLite that was restored to an earlier day, then they say what it says', async () => {
    const logFile = join(directory, 'log.db');
    const openLog = async () =>
      rightOf(
        await openSqliteEventLog({
          file: logFile,
          codec: eventCodec,
          mode: 'write',
          writer: 'inline',
        })(),
      );
    const early = await openLog();
    await appendTo(early)(plan, ratings(4, 'Amber'));
    await early.close();
    copyFileSync(logFile, join(directory, 'backup.db'));
    const late = await openLog();
    await appendTo(late)(plan, ratings(9, 'Red', 1));
    expect(await seen(late)).toEqual({ head: 13, rating: 'Red' });
    await late.close();
    copyFileSync(join(directory, 'backup.db'), logFile);
    const restored = await openLog();
    expect(await seen(restored)).toEqual({ head: 4, rating: 'Amber' });
    await restored.close();
  });

  it('given a log that cannot be read, then the views say so and stay as they are', async () => {
    const log = await logOf(ratings(3, 'Red'));
    await seen(log);
    await log.close();
    expect(E.isLeft(await openViews({ file, log })())).toBe(true);
    expect(await seen(await logOf(ratings(3, 'Red')))).toEqual({ head: 3, rating: 'Red' });
  });
});

describe('opening views whose file is damaged', () => {
  it.each([
    ['of garbage', () => writeFileSync(file, randomBytes(40_000))],
    ['of text', () => writeFileSync(file, 'this is no database\n'.repeat(100))],
    ['that is empty', () => writeFileSync(file, '')],
    ['cut short in its first page', () => truncateSync(file, 700)],
    ['cut short', () => truncateSync(file, statSync(file).size - 8192)],
  ])('given a file %s, then they are built anew', async (_, damage) => {
    const log = await logOf(ratings(2000, 'Red'));
    await seen(log);
    damage();
    expect(await seen(log)).toEqual({ head: 2000, rating: 'Red' });
    // And they are sound: the next opening takes nothing in.
    const progress: Array<Progress> = [];
    const views = rightOf(
      await openViews({ file, log, onProgress: (done) => progress.push(done) })(),
    );
    expect(progress).toEqual([]);
    views.close();
  });

  it('given any page of it overwritten, then an answer is right, or says that the next one will be', async () => {
    const log = await logOf(ratings(1000, 'Red'));
    await seen(log);
    const sound = readFileSync(file);
    const pageSize = 4096;
    for (let page = 0; page * pageSize < sound.length; page += 1) {
      const damaged = Buffer.from(sound);
      damaged.fill(0xa5, page * pageSize, (page + 1) * pageSize);
      writeFileSync(file, damaged);
      const views = await open(log);
      const cut = views.cutOf(plan, { asOf: always, knownAt: ordinal(1000) });
      const records = views.recordsOf(plan, ordinal(1000), { field: 'rating' });
      views.close();
      if (E.isRight(cut) && E.isRight(records)) {
        expect(cut.right.get('action:27')?.get('rating')?.value).toBe('Red');
        expect(records.right).toHaveLength(1000);
      } else {
        expect(JSON.stringify([cut, records])).toContain('ask again');
        expect(await seen(log)).toEqual({ head: 1000, rating: 'Red' });
      }
    }
  });

  it('given a directory where the file should be, then it is a failure that names it', async () => {
    const failed = await openViews({ file: directory, log: memoryLog() })();
    expect(failed).toMatchObject(E.left({ _tag: 'Unavailable' }));
    expect(JSON.stringify(failed)).toContain(directory);
    expect(existsSync(directory)).toBe(true);
  });
});

describe('opening views of another definition', () => {
  it.each([viewsDefinition - 1, viewsDefinition + 1])(
    'given definition %d, then they are built anew',
    async (definition) => {
      const log = await logOf(ratings(3, 'Red'));
      await seen(log);
      const db = new DatabaseSync(file);
      db.exec(`UPDATE checkpoint SET definition = ${definition}; DELETE FROM assertion;
        CREATE TABLE of_another_version (anything TEXT)`);
      db.close();
      expect(await seen(log)).toEqual({ head: 3, rating: 'Red' });
      const after = new DatabaseSync(file);
      expect(
        after.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'of_another_version'").get(),
      ).toBeUndefined();
      after.close();
    },
  );

  it('given views that are open while another version builds its own, then they say so', async () => {
    const log = await logOf(ratings(3, 'Red'));
    const views = await open(log);
    const db = new DatabaseSync(file);
    db.exec('UPDATE checkpoint SET definition = 1');
    db.close();
    expect(await views.catchUp()()).toMatchObject(E.left({ _tag: 'Unavailable' }));
    views.close();
  });
});

describe('rebuilding', () => {
  it('given views, then they say the same afterwards, and the progress ends at its total', async () => {
    const log = await logOf(ratings(11_000, 'Red'));
    const views = await open(log);
    const progress: Array<Progress> = [];
    expect(rightOf(await views.rebuild((done) => progress.push(done))())).toBe(11_000);
    expect(ratingIn(views)).toBe('Red');
    expect(progress.at(-1)).toEqual({ done: 11_000, total: 11_000 });
    expect(progress.map(({ done }) => done)).toEqual([5000, 10_000, 11_000]);
    expect(progress.every(({ total }) => total === 11_000)).toBe(true);
    views.close();
  });

  it('given rows that somebody changed by hand, then they say again what the log says', async () => {
    const log = await logOf(ratings(3, 'Red'));
    const views = await open(log);
    const db = new DatabaseSync(file);
    db.exec(`UPDATE assertion SET value = '"Green"'`);
    db.close();
    expect(ratingIn(views)).toBe('Green');
    rightOf(await views.rebuild()());
    expect(ratingIn(views)).toBe('Red');
    views.close();
  });
});

describe('rebuilding what others have open', () => {
  it('given others who ask meanwhile, then they are answered as ever, and nothing is left beside the views', async () => {
    const log = await logOf(ratings(11_000, 'Red'));
    const [views, others] = [await open(log), await open(log)];
    const answers: unknown[] = [];
    rightOf(
      await views.rebuild(() => {
        answers.push([rightOf(others.head()), ratingIn(others)]);
      })(),
    );
    answers.push([rightOf(others.head()), ratingIn(others)]);
    expect(answers).toEqual(Array(4).fill([11_000, 'Red']));
    views.close();
    others.close();
    expect(readdirSync(directory)).toEqual(['views.db']);
  });

  it('given what is recorded meanwhile and taken in by others, then it is there at all times', async () => {
    const log = await logOf(ratings(3, 'Amber'));
    const others = await open(log);
    const heads: number[] = [];
    const later = [ratings(1, 'Green', 1), ratings(1, 'Red', 2)];
    const state = { isRebuilding: false };
    const views = await open({
      ...log,
      readAll: (after, limit) => async () => {
        const page = await log.readAll(after, limit)();
        heads.push(rightOf(others.head()));
        // Once the new views hold all that there was, others are ahead of them; and something comes at the last moment.
        const isDue = state.isRebuilding && (rightOf(page).length === 0 || later.length === 1);
        const next = isDue ? later.shift() : undefined;
        if (next !== undefined) await appendTo(log)(plan, next);
        if (next !== undefined && later.length === 1) rightOf(await others.catchUp()());
        return page;
      },
    });
    state.isRebuilding = true;
    rightOf(await views.rebuild()());
    heads.push(rightOf(others.head()));
    // The log is read to its end twice, and the second time there are two more.
    expect(heads.slice(-6)).toEqual([3, 3, 4, 4, 4, 5]);
    expect([rightOf(views.head()), ratingIn(others)]).toEqual([5, 'Red']);
    views.close();
    others.close();
  });

  it('given rows that somebody changed by hand, then others are answered from the new ones', async () => {
    const log = await logOf(ratings(3, 'Red'));
    const [views, others] = [await open(log), await open(log)];
    const db = new DatabaseSync(file);
    db.exec(`UPDATE assertion SET value = '"Green"'`);
    db.close();
    expect(ratingIn(others)).toBe('Green');
    rightOf(await views.rebuild()());
    expect(ratingIn(others)).toBe('Red');
    await appendTo(log)(plan, ratings(1, 'Amber', 1));
    expect(rightOf(await others.catchUp()())).toBe(4);
    expect([ratingIn(views), ratingIn(others)]).toEqual(['Amber', 'Amber']);
    views.close();
    others.close();
  });

  it('given a log that cannot be read, then the views stay as they are', async () => {
    const log = await logOf(ratings(3, 'Red'));
    const views = await open(log);
    await log.close();
    expect(await views.rebuild()()).toMatchObject(E.left({ _tag: 'Unavailable' }));
    expect([rightOf(views.head()), ratingIn(views)]).toEqual([3, 'Red']);
    views.close();
    expect(readdirSync(directory)).toEqual(['views.db']);
  });
});

describe('two views of one file', () => {
  it('given both catch up at once, then each event is taken in once', async () => {
    const log = memoryLog();
    const [one, two] = [await open(log), await open(log)];
    const append = appendTo(log);
    for (let round = 0; round < 5; round += 1) {
      await append(plan, ratings(7000, 'Red', round * 2));
      const ordinals = await Promise.all([one.catchUp()(), two.catchUp()(), one.catchUp()()]);
      expect(ordinals.map(rightOf)).toEqual(Array(3).fill((round + 1) * 7000));
    }
    const records = rightOf(one.recordsOf(plan, ordinal(35_000), { field: 'rating' }));
    expect(records.map(({ ordinal: at }) => at)).toEqual(
      Array.from({ length: 35_000 }, (_, n) => n + 1),
    );
    one.close();
    two.close();
  });

  it('given one that made a register, then what the other says of it lands in the same one', async () => {
    const log = memoryLog();
    const [one, two] = [await open(log), await open(log)];
    const append = appendTo(log);
    const note = (n: number, text: string) =>
      eventsOf([happened(NoteAdded, { action: '27', note: 'n-1', text })]).map((event) => ({
        ...event,
        id: eventIdNumber(n),
      }));
    await append(plan, note(1, 'First.'));
    rightOf(await one.catchUp()());
    await append(plan, note(2, 'Second.'));
    rightOf(await two.catchUp()());
    await append(plan, note(3, 'Third.'));
    rightOf(await one.catchUp()());
    expect(
      rightOf(two.recordsOf(plan, ordinal(3), { field: 'note/n-1' })).map(({ value }) => value),
    ).toEqual(['First.', 'Second.', 'Third.']);
    const db = new DatabaseSync(file);
    expect(
      db.prepare('SELECT subject, field FROM register GROUP BY 1, 2 HAVING count(*) > 1').all(),
    ).toEqual([]);
    db.close();
    one.close();
    two.close();
  });
});
