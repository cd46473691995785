import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** For specs: whoever connects to a socket and says what he likes. */
export type RawClient = Readonly<{
  socket: Socket;
  say: (bytes: string | Uint8Array) => void;
  /** The next line that is said to him; `undefined` where the connection has ended. */
  next: () => Promise<string | undefined>;
  /** All lines up to the end. */
  rest: () => Promise<ReadonlyArray<string>>;
}>;

export const rawClient = async (path: string): Promise<RawClient> => {
  const socket = connect({ path, allowHalfOpen: true });
  const heard = { text: '', isOver: false, tell: (): void => undefined };
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    heard.text += text;
    heard.tell();
  });
  socket.on('error', () => undefined);
  for (const event of ['end', 'close']) {
    socket.on(event, () => {
      heard.isOver = true;
      heard.tell();
    });
  }
  await once(socket, 'connect');

  const next = async (): Promise<string | undefined> => {
    while (!heard.text.includes('\n') && !heard.isOver) {
      await new Promise<void>((resolve) => {
        heard.tell = resolve;
      });
    }
    const end = heard.text.indexOf('\n');
    if (end === -1) return undefined;
    const line = heard.text.slice(0, end);
    heard.text = heard.text.slice(end + 1);
    return line;
  };

  return {
    socket,
    say: (bytes) => {
      socket.write(bytes);
    },
    next,
    rest: async () => {
      const all: string[] = [];
      for (let line = await next(); line !== undefined; line = await next()) all.push(line);
      return all;
    },
  };
};
