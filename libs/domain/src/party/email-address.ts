import type { Branded } from '@trackrecord/kernel';
import * as t from 'io-ts';

/** An address of electronic mail, as it is compared and kept: without white space around it, its domain in lower case. */
export type EmailAddress = Branded<string, 'EmailAddress'>;

// RFC 5321, 4.1.2: a dot-string of atoms (RFC 5322, 3.2.3), and a domain of at least two labels. Quoted local parts,
// address literals and comments are valid there too, and nobody's address.
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const shape = new RegExp(
  `^(?<local>${atom}(?:\\.${atom})*)@(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`,
  'u',
);

const isAddress = (value: unknown): value is EmailAddress =>
  typeof value === 'string' &&
  value.length <= 254 &&
  (shape.exec(value)?.groups?.['local'] ?? 'x'.repeat(65)).length <= 64;

const normalised = (text: string): string => {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : `${trimmed.slice(0, at)}${trimmed.slice(at).toLowerCase()}`;
};

/** Decoded with white space around it and with its domain in any case; refused where nobody can have it. */
export const EmailAddress: t.Type<EmailAddress, string> = new t.Type(
  'EmailAddress',
  isAddress,
  (value, context) => {
    const address = typeof value === 'string' ? normalised(value) : value;
    return isAddress(address) ? t.success(address) : t.failure(value, context);
  },
  (address) => address,
);
