/** One event of a feed, as it came. */
export type Heard = Readonly<{ id: string; event: string; data: unknown }>;

/** Somebody who listens to a feed. */
export type FeedReader = Readonly<{
  /** The next event; comments and hints are passed over. */
  next: () => Promise<Heard>;
  /** Whether the other side ended it, once nothing more comes. */
  ended: () => Promise<boolean>;
  close: () => Promise<void>;
}>;

const fieldIn = (block: string, name: string): string =>
  block
    .split('\n')
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2))
    .join('\n');

/** Listens to a feed, as a program without a library of its own would. */
export const readFeed = async (
  url: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<FeedReader> => {
  const leaving = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  });
  if (response.status !== 200 || response.body === null)
    throw new Error(`the feed answered ${response.status}: ${await response.text()}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const state = { text: '' };

  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const end = state.text.indexOf('\n\n');
      if (end !== -1) {
        const found = state.text.slice(0, end);
        state.text = state.text.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      state.text += value;
    }
  };

  // What comes first is only a hint: once it is there, the server follows the log.
  await block();
  return {
    next: async () => {
      for (;;) {
        const found = await block();
        if (found === undefined) throw new Error('the feed has ended');
        if (fieldIn(found, 'event') !== '') {
          const data: unknown = JSON.parse(fieldIn(found, 'data'));
          return { id: fieldIn(found, 'id'), event: fieldIn(found, 'event'), data };
        }
      }
    },
    ended: async () => {
      for (;;) if ((await block()) === undefined) return true;
    },
    close: async () => {
      leaving.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
};
