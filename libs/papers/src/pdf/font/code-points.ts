/** Tables of a font file begin after twelve bytes, with sixteen bytes each (OpenType, "Table directory"). */
const tableAt = (font: DataView, tag: string): number | undefined => {
  const places = Array.from({ length: font.getUint16(4) }, (_, index) => 12 + index * 16);
  const found = places.find((place) =>
    Array.from(tag).every((_, at) => font.getUint8(place + at) === tag.charCodeAt(at)),
  );
  return found === undefined ? undefined : font.getUint32(found + 8);
};

/** Where the map of the basic plane is: format 4, which every font for Windows has. */
const format4At = (font: DataView): number | undefined => {
  const cmap = tableAt(font, 'cmap');
  if (cmap === undefined) return undefined;
  return Array.from(
    { length: font.getUint16(cmap + 2) },
    (_, index) => cmap + font.getUint32(cmap + 4 + index * 8 + 4),
  ).find((place) => font.getUint16(place) === 4);
};

/**
 * The characters of the basic plane that a font file can draw, from its own character map ("cmap", format 4 of the
 * OpenType specification). A font without such a map can draw nothing as far as this is concerned.
 */
export const codePointsOf = (file: Uint8Array): ReadonlySet<number> => {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const map = format4At(font);
  const found = new Set<number>();
  if (map === undefined) return found;
  const doubled = font.getUint16(map + 6);
  const ends = map + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let at = 0; at < doubled; at += 2) {
    const end = font.getUint16(ends + at);
    const offset = font.getUint16(offsets + at);
    for (let code = font.getUint16(starts + at); code <= end && code !== 0xffff; code += 1) {
      const place = offsets + at + offset + 2 * (code - font.getUint16(starts + at));
      const named = offset === 0 ? code : font.getUint16(place);
      const glyph = named === 0 ? 0 : (named + font.getUint16(deltas + at)) & 0xffff;
      if (glyph !== 0) found.add(code);
    }
  }
  return found;
};
