/** Percent-encoding of RFC 8187: what `encodeURIComponent` leaves and a header may not hold is encoded too. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The header that has a browser save a file under a name (RFC 6266), whatever is in the name. */
export const contentDisposition = (name: string): string => {
  const plain = name.toWellFormed().replace(/[\p{Cc}/\\]/gu, '_');
  const ascii = plain.replace(/[^ -~]|["%]/gu, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(plain)}`;
};
