import { listCommands, type ListedCommand } from '@trackrecord/cli';
import { format, resolveConfig } from 'prettier';

/** Where the page is, from the repository's root. */
export const commandLinePagePath = 'docs/command-line.md';

const common: ReadonlyArray<readonly [options: ReadonlyArray<string>, to: string]> = [
  [['--data'], 'every command; the tour, only a directory without a log'],
  [['--json'], 'every command but the tour'],
  [['--as-of', '--known-at', '--as-in'], 'questions about one date'],
  [
    ['--by', '--on-word-of', '--effective-on', '--why', '--based-on'],
    'everything that changes a plan',
  ],
];

const isCommon = (flags: string): boolean =>
  common.some(([options]) => options.some((option) => flags.split(' ')[0] === option));

const cell = (words: string): string => words.replaceAll('|', '\\|');

const optionsOf = ({ options }: ListedCommand): string =>
  options
    .filter(({ flags }) => !isCommon(flags))
    .map(({ flags, description }) => `\`${flags}\` ${cell(description)}`)
    .join('<br>');

const groupTable = (commands: ReadonlyArray<ListedCommand>): string =>
  [
    '| trackrecord … | | options of its own |',
    '| --- | --- | --- |',
    ...commands.map(
      (command) =>
        `| \`${command.usage}\` | ${cell(command.description)} | ${optionsOf(command)} |`,
    ),
  ].join('\n');

const commonTable = (commands: ReadonlyArray<ListedCommand>): string => {
  const all = commands.flatMap(({ options }) => options);
  return [
    '| option | | taken by |',
    '| --- | --- | --- |',
    ...common.flatMap(([options, to]) =>
      options.map((option) => {
        const found = all.findLast(({ flags }) => flags.split(' ')[0] === option);
        if (found === undefined) throw new Error(`no command takes ${option} any more`);
        return `| \`${found.flags}\` | ${cell(found.description)} | ${to} |`;
      }),
    ),
  ].join('\n');
};

const page = (commands: ReadonlyArray<ListedCommand>): string => `# The command line

Made from the commands themselves: do not edit this page, run \`npm run docs\`. In a clone it is \`npx trackrecord …\`; \`trackrecord COMMAND --help\` shows an example of each.

${[...Map.groupBy(commands, ({ group }) => group)]
  .map(([group, some]) => `## ${group}\n\n${groupTable(some)}\n`)
  .join('\n')}
## Options that many commands take

${commonTable(commands)}

A name that is new registers a person (or an organisation, where the command says so); one that is known in any spelling of case, full stops and spaces is the one who is known. The command line cannot prove who typed a name, and every event says so.

## The environment

| variable | |
| --- | --- |
| \`TRACKRECORD_DATA\` | where the log is, instead of \`--data\` |
| \`TRACKRECORD_BY\` | who records, instead of \`--by\` |
| \`NO_COLOR\` | no colours on a terminal; in a pipe there are none |
| \`COLUMNS\` | how wide the output may be in a pipe (80 without it, 40 at least) |

Without \`--data\` and \`TRACKRECORD_DATA\` the log is in \`trackrecord\` under your own data directory (\`~/.local/share\`, \`~/Library/Application Support\` or \`%LOCALAPPDATA%\`).

## How a command ends

| exit code | |
| --- | --- |
| 0 | done; nothing new counts as done |
| 1 | refused: a rule of the plan stands in the way, or a document that is not taken |
| 2 | usage: an option, a date or a rating that is not accepted |
| 3 | not found: no such plan, action, party, document or file |
| 4 | conflict: somebody else changed it meanwhile (see \`--based-on\`) |
| 5 | storage: the log is damaged, written by another process, or cannot be read or written |
| 70 | a defect of Trackrecord itself |

What went wrong is on standard error, with what would be accepted; standard output then stays empty. Nothing is half written.
`;

/** The page as it is to stand in the repository. */
export const commandLinePage = async (): Promise<string> => {
  const options = await resolveConfig(new URL(`../../${commandLinePagePath}`, import.meta.url));
  return format(page(listCommands()), { ...options, parser: 'markdown' });
};
