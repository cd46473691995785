/** As much of ASN.1's DER as a certificate needs (ITU-T X.690). Each function gives the bytes of one element. */
const lengthOf = (length: number): Buffer => {
  if (length < 128) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
};

const element = (tag: number, ...contents: ReadonlyArray<Uint8Array>): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

/** Seven bits a byte, the first ones marked as going on. */
const base128 = (value: number): ReadonlyArray<number> =>
  value < 128 ? [value] : [...base128(value >>> 7).map((byte) => byte | 0x80), value & 0x7f];

const identifier = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
};

export const der = {
  sequence: (...contents: ReadonlyArray<Uint8Array>) => element(0x30, ...contents),
  set: (...contents: ReadonlyArray<Uint8Array>) => element(0x31, ...contents),
  /** A number that is not negative. */
  integer: (value: number) => {
    const digits = value.toString(16);
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
    // The first bit is the sign.
    return element(0x02, Buffer.from((bytes[0] ?? 0) > 127 ? [0] : []), bytes);
  },
  boolean: (value: boolean) => element(0x01, Buffer.from([value ? 0xff : 0])),
  identifier,
  text: (value: string) => element(0x0c, Buffer.from(value)),
  /** `YYMMDDHHMMSSZ`, for the years up to 2049. */
  time: (value: string) => element(0x17, Buffer.from(value)),
  bits: (value: Uint8Array, unused = 0) => element(0x03, Buffer.from([unused]), value),
  bytes: (value: Uint8Array) => element(0x04, value),
  /** An element that is known by its place, with elements in it. */
  tagged: (number: number, ...contents: ReadonlyArray<Uint8Array>) =>
    element(0xa0 | number, ...contents),
  /** One that is known by its place, with bytes in it. */
  plain: (number: number, value: Uint8Array) => element(0x80 | number, value),
};
