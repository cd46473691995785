import { table } from '../terminal/table.ts';
import type { Configuration } from '@trackrecord/server';
import type { Terminal } from '../terminal/terminal.ts';
import { samplePassword, samplePeople } from './sample-people.ts';

type Listening = Readonly<{
  configuration: Configuration;
  url: string;
  directory: string;
  setupCode: string | undefined;
}>;

/** Where people find the server, and how the first of them gets in. */
export const listeningLines = (
  { colours }: Terminal,
  { configuration, url, directory, setupCode }: Listening,
): ReadonlyArray<string> => [
  colours.bold(
    `Trackrecord is at ${configuration.port === 0 ? url : configuration.publicUrl.origin}`,
  ),
  `It listens at ${url} and keeps its data in ${directory}.`,
  ...(setupCode === undefined
    ? []
    : [
        'Nobody can sign in yet. Open the page and make the first administrator with this code:',
        `  ${setupCode}`,
      ]),
];

/** How to sign in as each role of the sample. */
export const signInLines = (terminal: Terminal): ReadonlyArray<string> => [
  '',
  'Sign in as any of these; they are invented, and so is their plan:',
  '',
  ...table(
    terminal,
    [
      { heading: 'Sign-in name' },
      { heading: 'Password' },
      { heading: 'Who' },
      { heading: 'What they can do', fit: 'wrap' },
    ],
    samplePeople.map(({ signInName, name, tries }) => [signInName, samplePassword, name, tries]),
  ).split('\n'),
  '',
  'Ctrl-C stops the server; the plan is kept.',
];
