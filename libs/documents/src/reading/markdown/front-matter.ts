/** What stands above a Markdown text between lines of dashes: names with values, and the text below. */
export type FrontMatter = Readonly<{
  properties: Readonly<Record<string, string>>;
  text: string;
}>;

const fence = /^---[ \t]*\r?\n/u;
const entry = /^([\p{L}_][\p{L}\p{N}_ -]{0,60}):[ \t]*(.*)$/u;

/** No text has more lines of them. */
const mostLines = 100;

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/u, '$2');

/** Takes the properties off a text that begins with them; a rule of dashes above words is none. */
export const frontMatterOf = (source: string): FrontMatter => {
  const none: FrontMatter = { properties: {}, text: source };
  if (!fence.test(source)) return none;
  const lines = source.split('\n', mostLines + 1);
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*\r?$/u.test(line));
  const inside = lines.slice(1, end).map((line) => line.trimEnd());
  if (end < 0 || !inside.every((line) => entry.test(line) || /^(?:\s|#|- |$)/u.test(line)))
    return none;
  const named = inside.flatMap((line) => {
    const [, name = '', value = ''] = entry.exec(line) ?? [];
    const words = unquoted(value);
    return name === '' || words === ''
      ? []
      : [[name === 'title' ? 'dc:title' : name, words] as const];
  });
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return { properties: Object.fromEntries(named), text: source.slice(length) };
};
