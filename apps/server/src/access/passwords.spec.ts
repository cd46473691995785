import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import {
  generatePassword,
  hashPassword,
  isOutdated,
  isPasswordOf,
  passwordFault,
} from './passwords.ts';

const chooser = { name: 'Rhoda Tansley', signInName: 'r.tansley@harbour.example' };
const fault = (password: string): string | undefined => passwordFault(password, chooser);

describe('which passwords are taken', () => {
  it.each([
    'kettle meadow oboe',
    'Zw8#kdp2!qQv',
    'tansley carrots under the bridge',
    'ängstliche Möwen am Kai',
    'password of a lighthouse keeper',
    'x'.repeat(8) + 'kettle meadow oboe'.repeat(13),
  ])('given "%s", then it is taken', (password) => {
    expect(fault(password)).toBeUndefined();
  });

  it.each([
    ['kettle oboe', 'at least 12 characters; this one has 11'],
    ['', 'this one has 0'],
    ['🐦'.repeat(11), 'this one has 11'],
    ['kettle meadow oboe '.repeat(14).slice(0, 257), 'at most 256 characters; this one has 257'],
    ['Rhoda Tansley', 'little more than a name'],
    ['rhoda.tansley2026', 'little more than a name'],
    ['TANSLEY-1234567', 'little more than a name'],
    ['Password123!', 'tried first'],
    ['passwordpassword', 'tried first'],
    ['1234567890123', 'tried first'],
    ['2026-11-22 09:30', 'tried first'],
    ['aaaaaaaaaaaaaa', 'tried first'],
    ['abababababababab', 'tried first'],
    ['abcdefghijklmnop', 'tried first'],
    ['qwertyuiop123', 'tried first'],
    ['!!Trackrecord2026!!', 'tried first'],
    ['Welcome20262026', 'tried first'],
  ])('given "%s", then it is refused: %s', (password, why) => {
    expect(fault(password)).toContain(why);
  });

  it('given a password that is refused, then it is not repeated', () => {
    expect(fault('Rhoda Tansley')).not.toContain('Rhoda');
  });
});

describe('what is kept of a password', () => {
  it('given a password, then argon2id with the parameters of OWASP’s advice is kept, and no word of it', async () => {
    const hashed = await hashPassword('kettle meadow oboe');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(hashed).not.toContain('kettle');
    expect(isOutdated(hashed)).toBe(false);
    expect(await isPasswordOf(hashed, 'kettle meadow oboe')).toBe(true);
    expect(await isPasswordOf(hashed, 'Kettle meadow oboe')).toBe(false);
  });

  it('given a letter in its two forms, then it is one password', async () => {
    const composed = await hashPassword('M\u00f6wen am alten Kai');
    expect(await isPasswordOf(composed, 'Mo\u0308wen am alten Kai')).toBe(true);
  });

  it('given what is longer than any password, then it is none, even if it begins with one', async () => {
    const longest = 'kettle meadow oboe'.repeat(20).slice(0, 256);
    const hashed = await hashPassword(longest);
    expect(await isPasswordOf(hashed, longest)).toBe(true);
    expect(await isPasswordOf(hashed, `${longest}k`)).toBe(false);
  });

  it.each([
    { memoryCost: 8192, timeCost: 2, parallelism: 1 },
    { memoryCost: 19_456, timeCost: 1, parallelism: 1 },
    { memoryCost: 19_456, timeCost: 2, parallelism: 2 },
  ])('given a hash with %o, then it is outdated and still good', async (cost) => {
    const hashed = await hash('kettle meadow oboe', cost);
    expect(isOutdated(hashed)).toBe(true);
    expect(await isPasswordOf(hashed, 'kettle meadow oboe')).toBe(true);
  });

  it('given what is no hash, then it is outdated and nobody’s password', async () => {
    expect(isOutdated('plain text')).toBe(true);
    expect(await isPasswordOf('plain text', 'plain text')).toBe(false);
  });
});

describe('a generated password', () => {
  it('given bytes, then five bits of each choose a character that cannot be taken for another', () => {
    // a is 0, b is 1, …; 32 begins again; k is followed by m: there is no l.
    const bytes = [0, 1, 2, 3, 4, 31, 32, 33, 10, 11, 23, 24, 12, 13, 255, 254, 7, 8, 9, 5];
    const random = (count: number) => Uint8Array.from(bytes.splice(0, count));
    expect(generatePassword(random)).toBe('abcde-9abkm-z2np9-8hijf');
  });

  it('given whatever bytes, then it is a password that is taken', () => {
    const random = (count: number) => Uint8Array.from({ length: count }, (_, index) => index * 37);
    expect(passwordFault(generatePassword(random), chooser)).toBeUndefined();
  });
});
