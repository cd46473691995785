import { listCommands, type ListedCommand } from '@trackrecord/cli';
import { format, resolveConfig } from 'prettier';

/** Where the page is, from the repository's root. */
export const commandLinePagePath = 'docs/command-line.md';

const common: ReadonlyArray<readonly [options: ReadonlyArray<string>, to: string]> = [
  [['--data'], 'every command; the tour, only a directory without a log'],
  [['--log'], 'every command but the tour and those that name two logs'],
  [['--json'], 'every command but the tour'],
  [['--as-of', '--known-at', '--as-in'], 'questions about one date'],
  [['--wait-for', '--wait-seconds'], 'questions'],
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
| \`TRACKRECORD_DATA\` | the data directory, instead of \`--data\` |
| \`TRACKRECORD_LOG\` | the log itself, instead of \`--log\` |
| \`TRACKRECORD_TENANT\` | whose log it is, in a cluster that several share (\`trackrecord\` without it): lower-case letters, digits and hyphens, at most 40 |
| \`TRACKRECORD_LOG_USER\` | who signs in to the cluster, instead of whom the connection string names |
| \`TRACKRECORD_LOG_PASSWORD_FILE\` | a file that holds only the password |
| \`TRACKRECORD_BY\` | who records, instead of \`--by\` |
| \`NO_COLOR\` | no colours on a terminal; in a pipe there are none |
| \`COLUMNS\` | how wide the output may be in a pipe (80 without it, 40 at least) |

Without \`--data\` and \`TRACKRECORD_DATA\` the data directory is \`trackrecord\` under your own (\`~/.local/share\`, \`~/Library/Application Support\` or \`%LOCALAPPDATA%\`).

## Where the log is

| \`--log\` or \`TRACKRECORD_LOG\` | the log | what is derived from it |
| --- | --- | --- |
| nothing | \`log.db\` in the data directory | \`views.db\` beside it |
| a file, or a directory with a \`log.db\` | that file | beside it: \`views.db\` for \`log.db\`, \`harbour.views.db\` for \`harbour.db\` |
| \`esdb://…\`, \`esdb+discover://…\` | in the cluster | in the data directory: \`replica.db\`, this node's copy of the log, and \`views.db\` |

Questions to a log in a cluster bring the node's copy up to date first, for at most ten seconds. Where the cluster cannot be reached they are answered from the copy, and standard error says so and how old it is; what would change something is refused. \`verify\` and \`backup\` work on the node's copy.

\`log copy\` and \`log compare\` keep the copy and the views of each log that they are given in \`moves\` in the data directory; delete it once a move is done.

## Beside a running server

While a server runs it holds the log's write lock, and commands on the same machine and data directory work as before. Questions read the log and the views as ever; what a command records goes through the server, over a socket beside the log (\`log.db.sock\`; on Windows a named pipe) that only the user who runs the server can use: give commands as that user. Commands take turns, as they do without a server, and the server's pages show a change as soon as it is recorded. \`rebuild\` and \`backup\` may be run at any time; \`restore\` is refused, as there is a log already.

A command that the server leaves without an answer asks once more and then ends with 5. Where it says that the change may have been recorded, look (\`trackrecord history\`) before you give it again. After an upgrade restart the server: it takes no commands of another version where the two would not understand each other. With the log in a cluster none of this is needed: commands speak to the cluster.

## Reading what was written elsewhere

With \`--json\` every change answers with a \`token\`: the place of the last event that it recorded. A question with \`--wait-for TOKEN\`, on whatever node, is answered once that node holds it, or ends with 5 after \`--wait-seconds\`. Where a change had nothing new to record, its token stands for the last event that was looked at. Tokens mean the same after a log was moved.

## How a command ends

| exit code | |
| --- | --- |
| 0 | done; nothing new counts as done |
| 1 | refused: a rule of the plan stands in the way, or a document that is not taken; two logs that differ |
| 2 | usage: an option, a date or a rating that is not accepted |
| 3 | not found: no such plan, action, party, document or file |
| 4 | conflict: somebody else changed it meanwhile (see \`--based-on\`) |
| 5 | storage: the log is damaged, written by another process, or cannot be read or written; or this node does not hold yet what \`--wait-for\` names |
| 70 | a defect of Trackrecord itself |

What went wrong is on standard error, with what would be accepted; standard output then stays empty. Nothing is half written.
`;

/** The page as it is to stand in the repository. */
export const commandLinePage = async (): Promise<string> => {
  const options = await resolveConfig(new URL(`../../${commandLinePagePath}`, import.meta.url));
  return format(page(listCommands()), { ...options, parser: 'markdown' });
};
