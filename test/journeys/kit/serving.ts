import { type Desk, setUpDesk } from './desk.ts';

/** A server on the log of a desk, until it is stopped. */
export type Serving = Readonly<{
  /** `http://localhost:41233`. */
  url: string;
  /** Stops it as Ctrl-C does; gives how the command ended and what it printed. */
  stop: () => ReturnType<Desk['run']>;
}>;

/**
 * Runs `trackrecord serve` on the data of a desk, in this process, at whatever port is free.
 * @param now the instant at which its clock stands
 */
export const serve = async (
  { data }: Pick<Desk, 'data'>,
  now: string,
  ...options: ReadonlyArray<string>
): Promise<Serving> => {
  const stopping = new AbortController();
  const listening = Promise.withResolvers<string>();
  const server = setUpDesk({
    environment: { TRACKRECORD_DATA: data, TRACKRECORD_LOG_LEVEL: 'silent' },
    untilStopped: () => stopping.signal,
    onLine: (line) => {
      const port = /^It listens at http:\/\/127\.0\.0\.1:(\d+)/u.exec(line)?.[1];
      if (port !== undefined) listening.resolve(`http://localhost:${port}`);
    },
  });
  server.setNow(now);
  const ended = server.run('serve', '--port', '0', ...options);
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
