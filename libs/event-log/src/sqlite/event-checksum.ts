import { crc32 } from 'node:zlib';

/**
 * CRC-32 (ISO-HDLC, as in zlib) of the UTF-8 text `position revision stream`, a line feed, and the stored event.
 * So a changed bit anywhere in the row, or a row in another's place, shows.
 */
export const eventChecksum = (
  position: number,
  revision: number,
  stream: string,
  text: string,
): number => crc32(`${position} ${revision} ${stream}\n${text}`);
