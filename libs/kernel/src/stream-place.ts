import { StreamName } from './identifiers.ts';

/** Where an event stands, by its own stream's count: known the moment that it is stored, and the same on every engine. */
export type StreamPlace = Readonly<{ stream: StreamName; revision: number }>;

/** A place in characters, such as `plan-ashford@17`. */
export const streamPlaceText = ({ stream, revision }: StreamPlace): string =>
  `${stream}@${revision}`;

/** The place that such characters stand for; `undefined` for any others. */
export const streamPlaceIn = (text: string): StreamPlace | undefined => {
  const [stream, revision = '', ...rest] = text.split('@');
  return StreamName.is(stream) && /^\d{1,15}$/u.test(revision) && rest.length === 0
    ? { stream, revision: Number(revision) }
    : undefined;
};
