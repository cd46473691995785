import { cleanLine } from '../words/clean.ts';

/** Somebody's name and address, as a mail program shows them. */
export type MailAddress = Readonly<{ name: string; address: string }>;

/** One address and nothing else: no second one, no name, no route, nothing that ends a command or a header. */
const shape = /^[^\s\p{C}<>()[\]\\,;:"@]{1,64}@[^\s\p{C}<>()[\]\\,;:"@]{1,255}$/u;

export const isMailAddress = (text: string): boolean => shape.test(text);

/**
 * An address as it is written in a setting: `trackrecord@example.org` or `Trackrecord <trackrecord@example.org>`.
 * @returns `undefined` for anything else
 */
export const readMailAddress = (text: string): MailAddress | undefined => {
  const [, name = '', inBrackets] = /^(.*?)\s*<([^<>]*)>$/su.exec(text.trim()) ?? [];
  const address = inBrackets ?? text.trim();
  return isMailAddress(address)
    ? { name: cleanLine(name.replace(/^"(.*)"$/su, '$1')), address }
    : undefined;
};
