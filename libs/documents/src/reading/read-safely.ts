import { getCompileCacheDir } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import { inTurn, type Room } from './in-turn.ts';
import { limits } from './limits.ts';
import type { Asked, ReadDocument } from './read-document.ts';
import type { ReadRefusal } from './read-refusal.ts';
import type { FromReader, ToReader } from './thread/messages.ts';
import { received } from './thread/sent.ts';

/** What reading one file may take. */
export type Allowance = Readonly<{
  time_ms: number;
  heap_megabytes: number;
  kept_megabytes: number;
}>;

type Read = E.Either<ReadRefusal, ReadDocument>;
type Progress = (done: number, of: number) => void;
type Stopped = Extract<ReadRefusal, { _tag: 'ReaderStopped' }>['why'];

/** What was read, and whether the thread may be asked again. */
type Answered = Readonly<{ read: Read; isKept: boolean }>;

/** The entry as TypeScript, with V8 told to swap no wrappers: see `thread-writer.ts` of the event log. */
const fromSource = { execArgv: ['--conditions=@trackrecord/source'] };

/** V8 would take 96 MB for new objects before it looks which of them are needed, and is no faster for it. */
const newObjects_megabytes = 16;

const startThread = ({ heap_megabytes }: Allowance): Worker => {
  const isSource = import.meta.url.endsWith('.ts');
  if (isSource) setFlagsFromString('--wasm-wrapper-tiering-budget=1000000000');
  const entry = isSource ? './thread/reading-thread.ts' : './thread/reading-thread.js';
  return new Worker(new URL(entry, import.meta.url), {
    ...(isSource ? fromSource : {}),
    workerData: getCompileCacheDir(),
    resourceLimits: {
      maxOldGenerationSizeMb: heap_megabytes,
      maxYoungGenerationSizeMb: newObjects_megabytes,
    },
    // What a library prints of a damaged file is no line of ours.
    stdout: true,
    stderr: true,
  });
};

const outOfMemory = (error: Error): boolean =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Asks a thread for one file. It is not asked again where it took too long, fell over or has grown large. */
const askThread = (
  thread: Worker,
  asked: Asked,
  { time_ms, heap_megabytes, kept_megabytes }: Allowance,
  progress: Progress,
): Promise<Answered> =>
  new Promise((resolve) => {
    const { name } = asked;
    const settle = (read: Read, isKept: boolean): void => {
      clearTimeout(timer);
      thread.off('message', hear).off('error', fail).off('exit', end);
      resolve({ read, isKept });
    };
    const stop = (why: Stopped, detail: string): void =>
      settle(E.left({ _tag: 'ReaderStopped', name, why, detail }), false);
    const hear = (message: FromReader): void => {
      switch (message._tag) {
        case 'Progress':
          progress(message.done, message.of);
          break;
        case 'Read':
          settle(received(asked, message.read), message.heap_bytes <= kept_megabytes * 1024 * 1024);
          break;
        case 'Fault':
          stop('fault', message.message);
          break;
      }
    };
    const fail = (error: Error): void => {
      if (outOfMemory(error)) stop('memory', `more than ${heap_megabytes} MB`);
      else stop('fault', error.message);
    };
    const end = (): void => stop('fault', 'its thread ended');
    const timer = setTimeout(() => {
      stop('time', `more than ${time_ms / 1000} seconds`);
    }, time_ms);
    thread.on('message', hear).on('error', fail).on('exit', end);
    const message: ToReader = { asked };
    thread.postMessage(message);
  });

/** So many files are read at once, as each may take all the memory that one may; others wait, and not endlessly many. */
const usualRoom: Room = { atOnce: 2, waiting: 20 };

const busy = ({ name }: Asked, { atOnce, waiting }: Room): Read =>
  E.left({ _tag: 'ReaderStopped', name, why: 'busy', detail: `${atOnce + waiting} of them` });

/**
 * Reads files on threads of their own, with limits of time and memory: a file that a reader falls over, or never comes
 * to an end with, ends a thread and nothing else. A thread that answered is asked again, unless it has grown large. There are never more threads
 * than files that are read at once; the time of a file that waits for one counts from when its reading begins.
 */
export const safeReader = (allowance: Allowance = limits, room: Room = usualRoom) => {
  const idle = new Set<Worker>();
  const inItsTurn = inTurn(room);
  const started = (): Worker => {
    const thread = startThread(allowance);
    thread.on('exit', () => idle.delete(thread));
    // Told to whoever asked it; one that nobody asked is just gone.
    thread.on('error', () => idle.delete(thread));
    return thread;
  };
  const readOnThread = async (asked: Asked, progress: Progress): Promise<Read> => {
    const [waiting] = idle;
    const thread = waiting ?? started();
    idle.delete(thread);
    thread.ref();
    const { read, isKept } = await askThread(thread, asked, allowance, progress);
    if (isKept) {
      // A process that has nothing else to do does not wait for it.
      thread.unref();
      idle.add(thread);
    } else {
      await thread.terminate();
    }
    return read;
  };
  return async (asked: Asked, progress: Progress = () => undefined): Promise<Read> =>
    inItsTurn(() => readOnThread(asked, progress)) ?? busy(asked, room);
};

/** Reads a file that a stranger sent, one of few at once in this process: see `safeReader`. */
export const readSafely = safeReader();
