import type { FormErrors } from '../forms/form-errors.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import type { FormField, FormItem } from './form-field.ts';

/** A line of what is known now, beside the form. `html` is made by our own functions. */
export type StandingLine = Readonly<{ key: string; html: string }>;

/** What every change says around itself, as it was typed; absent where a form does not ask it. */
export type AroundFields = Readonly<{
  effectiveOn?: Readonly<{ value: string; label?: string | undefined }> | undefined;
  why: Readonly<{ value: string; hint?: string | undefined }>;
  onWordOf?: Readonly<{ value: string; items: ReadonlyArray<FormItem> }> | undefined;
}>;

/** Somebody else changed it meanwhile: who, what and when; what stands now, and what was to be said. */
export type ConflictView = Readonly<{
  what: string;
  theirs: string;
  mine: string;
  theirsHref: string;
}>;

/** A form that changes something, as it is opened or as it was sent and not taken. */
export type ChangeFormOf = Readonly<{
  /** What it is about, above the heading: "Action 27". */
  caption: string;
  heading: string;
  /** The words of what is changed, and how it stands: nobody types blind. */
  subject: string | null;
  standing: Readonly<{ heading: string; lines: ReadonlyArray<StandingLine> }>;
  /** Sentences before the fields. */
  lead: ReadonlyArray<string>;
  /** What cannot be undone, or reaches further than it seems. */
  warning: string | null;
  /** Where the form is sent. */
  action: string;
  csrfToken: string;
  basedOn: number;
  hidden: ReadonlyArray<Readonly<{ name: string; value: string }>>;
  fields: ReadonlyArray<FormField>;
  around: AroundFields;
  button: string;
  isWarning: boolean;
  cancelHref: string;
  errors: FormErrors;
  conflict: ConflictView | null;
  /** A date that is still to come, and has to be meant: what is sent to say so, and the date in words. */
  future: Readonly<{ value: string; words: string }> | null;
  /** Other forms that somebody may have looked for. */
  others: ReadonlyArray<Link>;
}>;

/** One of several has to be chosen, and there is none: whatever else were filled in, the form could not be taken. */
const isWithoutChoice = (fields: ReadonlyArray<FormField>): boolean =>
  fields.some(
    (field) => (field.kind === 'radios' || field.kind === 'checkboxes') && field.items.length === 0,
  );

/** A change form: its title for the frame, and its content. It holds a token of its visitor: never keep it. */
export const changeFormPage = (of: ChangeFormOf): Readonly<{ title: string; content: string }> => ({
  title: `${of.heading} – ${of.caption}`,
  content: renderTemplate('change/change-form.njk', {
    ...of,
    isWithoutChoice: isWithoutChoice(of.fields),
  }),
});

/** Where changes cannot be made: on a past date. */
export const readOnlyPage = (of: {
  readonly heading: string;
  readonly caption: string;
  readonly sentence: string;
  /** What is done today; changing something, where nothing else is said. */
  readonly todayText?: string;
  readonly todayHref: string;
  readonly backHref: string;
}): Readonly<{ title: string; content: string }> => ({
  title: `${of.heading} – ${of.caption}`,
  content: renderTemplate('change/read-only.njk', {
    todayText: 'Change it as it stands today',
    ...of,
  }),
});
