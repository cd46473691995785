/** A request as a command line for curl says it. */
export type CurlRequest = Readonly<{
  method: string;
  /** From `/api/v1` on. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
}>;

/** The words of a shell's line: quoted ones without their quotes. */
const wordsIn = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );

const optionsWithValue = new Set(['-X', '-H', '-d', '--data-binary']);

/** Reads a line; its $TOKEN stands for the token that is given. */
const requestIn = (line: string, token: string): CurlRequest => {
  const words = wordsIn(line.replaceAll('$TOKEN', token)).slice(1);
  const valuesOf = (...options: ReadonlyArray<string>): ReadonlyArray<string> =>
    words.flatMap((word, place) => (options.includes(word) ? [words[place + 1] ?? ''] : []));
  const address =
    words.find(
      (word, place) => !word.startsWith('-') && !optionsWithValue.has(words[place - 1] ?? ''),
    ) ?? '';
  const { pathname, search } = new URL(address);
  const [body] = valuesOf('-d', '--data-binary');
  return {
    method: valuesOf('-X')[0] ?? 'GET',
    path: `${pathname}${search}`,
    headers: Object.fromEntries(
      valuesOf('-H').map((header) => [
        header.slice(0, header.indexOf(':')).toLowerCase(),
        header.slice(header.indexOf(':') + 1).trim(),
      ]),
    ),
    body,
  };
};

/** The requests that a page shows for a shell, in their order. */
export const curlIn = (page: string, token: string): ReadonlyArray<CurlRequest> =>
  [...page.matchAll(/```sh\n([\s\S]*?)```/gu)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('curl '))
    .map((line) => requestIn(line, token));
