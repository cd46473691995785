/** Why a file is not read. Offsets are in bytes, from 0. */
export type ReadRefusal =
  | Readonly<{ _tag: 'EmptyFile'; name: string }>
  | Readonly<{ _tag: 'FileTooLarge'; name: string; bytes: number; limit: number }>
  | Readonly<{ _tag: 'TooManyBlocks'; name: string; blocks: number; limit: number }>
  | Readonly<{ _tag: 'BinaryFile'; name: string; looksLike: string; offset: number }>
  | Readonly<{ _tag: 'NotUtf8'; name: string; offset: number; byte: number; looksLike?: string }>;

const hexadecimal = (byte: number): string =>
  `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`;

const accepted = 'Accepted is plain text in UTF-8';

/** A refusal in words: the file, the place, the value, and what would be accepted. */
export const describeReadRefusal = (refusal: ReadRefusal): string => {
  switch (refusal._tag) {
    case 'EmptyFile':
      return `${refusal.name} holds no words. ${accepted} with at least one word in it.`;
    case 'FileTooLarge':
      return `${refusal.name} is ${refusal.bytes} bytes. ${accepted} of at most ${refusal.limit} bytes (${refusal.limit / 1024 / 1024} MB).`;
    case 'TooManyBlocks':
      return `${refusal.name} has ${refusal.blocks} paragraphs and cells. ${accepted} with at most ${refusal.limit} of them.`;
    case 'BinaryFile':
      return `${refusal.name} is ${refusal.looksLike}, seen at byte ${refusal.offset}. ${accepted}: save the document as plain text first.`;
    case 'NotUtf8':
      return (
        `${refusal.name} is not UTF-8: byte ${refusal.offset} is ${hexadecimal(refusal.byte)}` +
        `${refusal.looksLike === undefined ? '' : `; it looks like ${refusal.looksLike}`}. ` +
        `${accepted}: save it again with that encoding.`
      );
  }
};
