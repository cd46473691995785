import { type Expected, noStream } from './stored-event.ts';

const unsigned = 2n ** 64n;

/** A revision as it is sent: the greatest number stands for a stream that was never written to. */
export const revisionOf = (text: string): Expected => {
  const number = BigInt(text);
  return number === unsigned - 1n ? 'no_stream' : number;
};

/** The options of appends and deletions, which say what they expect in the same words. */
type Options = Readonly<{
  hasAny: () => boolean;
  hasNoStream: () => boolean;
  hasStreamExists: () => boolean;
}>;

/** What a writer expects; `undefined` where it says nothing. */
export const readExpected = (
  options: Options,
  revision: string | undefined,
): Expected | undefined =>
  options.hasAny()
    ? 'any'
    : options.hasNoStream()
      ? 'no_stream'
      : options.hasStreamExists()
        ? 'stream_exists'
        : revision === undefined
          ? undefined
          : revisionOf(revision);

/** A revision as answers carry it, unsigned. KurrentDB: Services/Transport/Common/StreamRevision.cs */
export const revisionText = (revision: bigint): string =>
  (revision === noStream ? unsigned - 1n : revision).toString();
