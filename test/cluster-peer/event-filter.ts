import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from './stored-event.ts';

export type EventFilter = (event: StoredEvent) => boolean;

/**
 * What `$all` never shows, whatever else is asked for.
 * KurrentDB: Services/Storage/ReaderIndex/EventFilter.cs, DefaultAllFilterStrategy
 */
const isShown = ({ stream }: StoredEvent): boolean =>
  !stream.startsWith('$') ||
  (stream !== '$epoch-information' &&
    !(
      stream.startsWith('$persistentsubscription-$all::') &&
      (stream.endsWith('-checkpoint') || stream.endsWith('-parked'))
    ));

const matcher = (
  expression: ReadReq.Options.FilterOptions.Expression,
): ((text: string) => boolean) => {
  const regex = expression.getRegex();
  if (regex !== '') {
    const pattern = new RegExp(regex, 'u');
    return (text) => pattern.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
};

/** The events that a reader of `$all` asked for; all that are shown without a filter. */
export const eventFilter = (options: ReadReq.Options.FilterOptions | undefined): EventFilter => {
  const ofStream = options?.getStreamIdentifier();
  if (ofStream) {
    const matches = matcher(ofStream);
    return (event) => isShown(event) && matches(event.stream);
  }
  const ofType = options?.getEventType();
  if (ofType) {
    const matches = matcher(ofType);
    return (event) => isShown(event) && matches(event.type);
  }
  return isShown;
};
