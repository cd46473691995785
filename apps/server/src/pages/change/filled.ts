import type { Fields } from '../../http/exchange.ts';

/** The fields of a form as somebody filled them in or, when it is opened, as they stand. */
export type Filled = Readonly<{
  /** Exactly what was typed; when the form is opened what its address says, else how it stands. */
  text: (name: string, standing?: string) => string;
  /** What was ticked. */
  ticked: (name: string, standing?: ReadonlyArray<string>) => ReadonlyArray<string>;
}>;

/** A form that was sent: what is not in it was left empty. */
export const sentForm = (form: Fields): Filled => ({ text: form.raw, ticked: form.all });

/** A form that is opened: its address may fill something in beforehand. */
export const openedForm = (query: Fields): Filled => ({
  text: (name, standing = '') => query.one(name) ?? standing,
  ticked: (name, standing = []) => (query.all(name).length === 0 ? standing : query.all(name)),
});
