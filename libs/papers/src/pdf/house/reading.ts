import type { ListCounters, Lists, WordPart } from '@trackrecord/documents';
import type { Placeholder } from '../../word/template/placeholders.ts';
import type { Field } from './fields.ts';
import type { Notes } from './notes.ts';
import type { Styles } from './styles.ts';

/** What a part of a template is read with. */
export type Reading = Readonly<{
  styles: Styles;
  notes: Notes;
  /** What placeholders are filled in with. */
  words: Readonly<Record<Exclude<Placeholder, 'paper'>, string>>;
  /** Pictures that a PDF can hold, as "data:" addresses by their parts. */
  pictures: ReadonlyMap<string, string>;
  relations: WordPart['relations'];
  /** The colour that words stand on. */
  ground: string;
  lists: Lists;
  /** How far the lists of this part have been counted. */
  counters: ListCounters;
  /** The style of the table that is read. */
  table: string | undefined;
  /** Fields that are open, the innermost last: they may go on from one paragraph to the next. */
  fields: Array<Field>;
}>;
