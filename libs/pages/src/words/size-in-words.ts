/** "2 MB", "14 kB": as people's own machines tell them the size of a file. */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024
    ? `${Math.round(bytes / 1024)} kB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/u, '')} MB`;
};
