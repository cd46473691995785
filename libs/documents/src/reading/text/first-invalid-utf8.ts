/** How many bytes a well-formed sequence starting with `lead` has; 0 where none can start with it. */
const sequenceLength = (lead: number): number => {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};

/** The range of the second byte, which shuts out overlong forms, surrogates and what lies above U+10FFFF. */
const secondByteRange = (lead: number): readonly [number, number] => {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
};

const isWithin = (byte: number | undefined, [low, high]: readonly [number, number]): boolean =>
  byte !== undefined && byte >= low && byte <= high;

const isWellFormedAt = (bytes: Uint8Array, at: number, length: number): boolean => {
  for (let step = 1; step < length; step += 1) {
    const range = step === 1 ? secondByteRange(bytes[at] ?? 0) : ([0x80, 0xbf] as const);
    if (!isWithin(bytes[at + step], range)) return false;
  }
  return length > 0;
};

/**
 * Where bytes stop being UTF-8 (The Unicode Standard, table 3-7): the offset of the first sequence that is
 * not well-formed, or -1. TextDecoder only says that there is one.
 */
export const firstInvalidUtf8 = (bytes: Uint8Array): number => {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (!isWellFormedAt(bytes, at, length)) return at;
    at += length;
  }
  return -1;
};
