import type { StreamName as Name } from '@trackrecord/kernel';
import { StreamName } from '@trackrecord/kernel';

/** What a stream is about. */
export type Category =
  'plan' | 'party' | 'indicator' | 'review' | 'partnership' | 'access' | 'reminders' | 'webhook';

/** The stream of one thing: `plan-harbour`. Ids are slugs, so every such name is one. */
export const streamOf = (category: Category, id: string): Name => {
  const name = `${category}-${id}`;
  if (StreamName.is(name)) return name;
  throw new Error(`no stream can be named ${name}`);
};

/** The id in a stream's name. */
export const idIn = (stream: Name): string => stream.slice(stream.indexOf('-') + 1);
