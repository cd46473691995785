/** Reading what was thrown, of which nothing is known. */

const longest = 200;

export const propertyOf = (thrown: unknown, key: string): unknown =>
  typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, key) : undefined;

/** What the server or the library said; gRPC's own words where there are some. */
export const textOf = (thrown: unknown): string => {
  const details = propertyOf(thrown, 'details');
  if (typeof details === 'string' && details !== '') return details;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  // gRPC's messages begin with its code: “14 UNAVAILABLE: ”.
  return text.replace(/^\d+ [A-Z_]+: /, '');
};

/** The first line, of bearable length. */
export const firstLine = (text: string): string => {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
