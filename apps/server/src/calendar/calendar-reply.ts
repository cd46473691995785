import { Temporal } from 'temporal-polyfill';
import { namesTag } from '../api/entity-tag.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import type { WrittenCalendar } from './written-calendar.ts';

export const calendarType = 'text/calendar; charset=utf-8';

const secondsOf = (instant: string): number =>
  Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);

/** A time as HTTP writes it (RFC 9110, section 5.6.7). */
const httpDate = (seconds: number): string => new Date(seconds * 1000).toUTCString();

/** RFC 9110, section 13.1.3: the time counts only where no tag is named, and only where it can be read. */
const isUnchanged = (
  { header }: Pick<Exchange, 'header'>,
  { etag, since }: WrittenCalendar,
): boolean => {
  const tags = header('if-none-match');
  if (tags !== undefined) return namesTag(tags, etag);
  const time = Date.parse(header('if-modified-since') ?? '');
  return !Number.isNaN(time) && secondsOf(since) * 1000 <= time;
};

/**
 * A calendar as an answer; empty where whoever asks has it already. It may be kept by them alone, and is asked for
 * again before it is used: an address that was renewed ends at once.
 */
export const calendarReply = (
  exchange: Pick<Exchange, 'header'>,
  written: WrittenCalendar,
  fileName?: string,
): Reply => {
  const headers = {
    'cache-control': 'private, no-cache',
    etag: written.etag,
    'last-modified': httpDate(secondsOf(written.since)),
  };
  return isUnchanged(exchange, written)
    ? { _tag: 'Empty', status: 304, headers }
    : {
        _tag: 'Body',
        status: 200,
        type: calendarType,
        body: written.text,
        headers,
        ...(fileName === undefined ? {} : { fileName }),
      };
};
