import { bad, type BadPicture, mostPoints } from './png-chunks.ts';

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Frames that say how large a picture is: all of C0 to CF but tables of its code (C4, CC) and C8 (T.81, B.1.1.3). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Where the frame of a JPEG begins; `undefined` where there is none before its points. */
const frameAt = (file: DataView): number | undefined => {
  for (let at = 2; at + 4 <= file.byteLength && file.getUint8(at) === 0xff;) {
    const marker = file.getUint8(at + 1);
    // Filled markers, which the standard has, are more than the PDF's writer reads.
    if (marker === 0xff || marker === 0xda) return undefined;
    if (isFrame(marker)) return at + 10 <= file.byteLength ? at : undefined;
    at += 2 + file.getUint16(at + 2);
  }
  return undefined;
};

/** What is wrong with a JPEG, as far as can be seen without drawing it; `undefined`: nothing. */
export const wrongInJpeg = (bytes: Uint8Array): BadPicture | undefined => {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = frameAt(file);
  if (frame === undefined) return bad('it is damaged');
  const [height, width] = [file.getUint16(frame + 5), file.getUint16(frame + 7)];
  if (width === 0 || height === 0 || file.getUint8(frame + 4) !== 8) return bad('it is damaged');
  if (![1, 3, 4].includes(file.getUint8(frame + 9))) return bad('it has colours of no JPEG');
  if (width * height > mostPoints * 4)
    return bad(
      `it is ${width} × ${height} points; accepted are ${(mostPoints * 4).toLocaleString('en-GB')} in all`,
    );
  return undefined;
};
