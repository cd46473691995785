import { type Ran, runInProcess } from '../../journeys/kit/run-in-process.ts';

/** A server of the sample, until it is stopped. */
export type ServedData = Readonly<{
  /** `http://localhost:41233`. */
  url: string;
  /** Stops it as Ctrl-C does; gives how the command ended and what it printed. */
  stop: () => Promise<Ran>;
}>;

/**
 * Runs `trackrecord serve --sample` on a data directory, in this process, at whatever port is free.
 * @param now the instant at which its clock stands
 */
export const serveData = async (data: string, now: string): Promise<ServedData> => {
  const stopping = new AbortController();
  const listening = Promise.withResolvers<string>();
  const ended = runInProcess(['serve', '--sample', '--port', '0'], {
    now,
    environment: { TRACKRECORD_DATA: data, TRACKRECORD_LOG_LEVEL: 'silent' },
    untilStopped: () => stopping.signal,
    onLine: (line) => {
      const port = /^It listens at http:\/\/127\.0\.0\.1:(\d+)/u.exec(line)?.[1];
      if (port !== undefined) listening.resolve(`http://localhost:${port}`);
    },
  });
  void ended.then(({ stderr }) => {
    listening.reject(new Error(`the server ended: ${stderr}`));
  });
  return {
    url: await listening.promise,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
};
