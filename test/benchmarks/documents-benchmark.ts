import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AskedDocument, readingLimits, safeReader } from '@trackrecord/documents';
import { runInProcess } from '../journeys/kit/run-in-process.ts';
import { elapsed_ms, type Figure, measureRounds, median, report } from './harness.ts';
import { wordRegister, workbookRegister } from './made-register.ts';
import { rightOf } from './must.ts';
import { actions, eventsAPlan, parties } from './plan-history.ts';
import { makePlansLog } from './plans-log.ts';
import type { ReadAlone } from './reading-process.ts';
import { withProfile } from './with-profile.ts';

/**
 * Documents both ways, as the command line takes and gives them: a Word table of 200 actions previewed, board papers of
 * a plan of 200 actions with 8,000 events, a board paper that came back, and workbooks of many rows, each read by a
 * process of its own that tells its memory.
 */
const rounds = 5;
const largeRounds = 3;
const launcher = fileURLToPath(new URL('../../apps/cli/bin/trackrecord.js', import.meta.url));
const plan = 'plan-0';

const made = await makePlansLog(parties + eventsAPlan);
const files = mkdtempSync(join(tmpdir(), 'trackrecord-documents-'));
const at = (name: string): string => join(files, name);

const save = (name: string, bytes: Uint8Array): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};

const mustEnd = (code: unknown, what: string): void => {
  if (code !== 0) throw new Error(`${what} ended with ${String(code)}`);
};

/** A command line in this process, with all that it has loaded. */
const inProcess = (argv: ReadonlyArray<string>): Promise<number> =>
  elapsed_ms(async () => {
    const setting = { environment: {}, now: '2026-11-22T09:30:00.000Z' };
    const { code, stderr } = await runInProcess(ofData(argv), setting);
    mustEnd(code, `${argv.join(' ')}: ${stderr}`);
  });

/** How much processor time the processes have had that this one started and that ended (proc(5): cutime, cstime). */
const ofChildren_ms = (): number => {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const tick_ms = 10;
  return (Number(fields[13]) + Number(fields[14])) * tick_ms;
};

/** The processor time of each command line that was run as a process. */
const spent = new Map<string, Array<number>>();

/** A command line as a process of its own, from its start to its end. */
const asProcess = (name: string, argv: ReadonlyArray<string>): Promise<number> =>
  elapsed_ms(async () => {
    const line = [launcher, ...argv];
    const before = process.platform === 'linux' ? ofChildren_ms() : Number.NaN;
    const child = spawn(process.execPath, line, { stdio: ['ignore', 'ignore', 'inherit'] });
    mustEnd((await once(child, 'exit'))[0], argv.join(' '));
    const after = process.platform === 'linux' ? ofChildren_ms() : Number.NaN;
    spent.set(name, [...(spent.get(name) ?? []), after - before]);
  });

const processorOf = (name: string): Figure =>
  seconds('processor time of that', median(spent.get(name) ?? []));

const ofData = (argv: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...argv,
  ...['--data', made.directory],
];

/** How much processor time it takes in all threads of this process, which a busy machine disturbs least. */
const processor_ms = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What nothing but starting takes, to compare. */
const start = (): Promise<number> => asProcess('start', ['--version']);

const preview = (file: string, into: string): ReadonlyArray<string> => [
  ...['import', file, '--plan', into, '--effective-on', '2026-11-20', '--by', 'A Clerk'],
  '--dry-run',
];

const exported = (kind: 'docx' | 'pdf'): ReadonlyArray<string> => [
  ...['export', plan, '--to', at(`paper.${kind}`), '--force'],
];

const seconds = (name: string, value_ms: number, atMost?: number): Figure => ({
  name,
  value: value_ms / 1000,
  unit: 's',
  ...(atMost === undefined ? {} : { target: { atMost } }),
});

const measureWord = async (): Promise<void> => {
  const file = save('register.docx', wordRegister(actions));
  const asked: AskedDocument = {
    name: 'register.docx',
    bytes: readFileSync(file),
    corrections: [],
  };
  const kept = safeReader();
  const read = (by: typeof kept) => elapsed_ms(async () => rightOf(await by(asked)));
  await read(kept);
  const wanted = preview(file, 'streets');
  const of = await measureRounds(rounds, {
    start,
    process: () => asProcess('preview', ofData(wanted)),
    inProcess: () => inProcess(wanted),
    processor: () => processor_ms(() => inProcess(wanted)),
    newThread: () => read(safeReader()),
    keptThread: () => read(kept),
  });
  report({
    title: `A Word document of ${actions} actions`,
    figures: [
      seconds('a process that does nothing else than start', of.of('start')),
      seconds('preview, the whole process', of.of('process'), 2),
      processorOf('preview'),
      seconds('preview, in the process, by a thread that is there', of.of('inProcess'), 2),
      seconds('processor time of that', of.of('processor')),
      seconds('of it read and proposed, by a new thread', of.of('newThread')),
      seconds('the same by a thread that is there', of.of('keptThread')),
    ],
  });
};

const measurePapers = async (): Promise<void> => {
  const of = await measureRounds(rounds, {
    start,
    docxProcess: () => asProcess('docx', ofData(exported('docx'))),
    pdfProcess: () => asProcess('pdf', ofData(exported('pdf'))),
    docx: () => inProcess(exported('docx')),
    docxProcessor: () => processor_ms(() => inProcess(exported('docx'))),
    pdf: () => inProcess(exported('pdf')),
    pdfProcessor: () => processor_ms(() => inProcess(exported('pdf'))),
    back: () => inProcess(preview(at('paper.docx'), plan)),
    backProcessor: () => processor_ms(() => inProcess(preview(at('paper.docx'), plan))),
  });
  report({
    title: `Board papers of ${actions} actions with ${eventsAPlan} events`,
    figures: [
      seconds('a process that does nothing else than start', of.of('start')),
      seconds('.docx, the whole process', of.of('docxProcess'), 2),
      processorOf('docx'),
      seconds('.pdf, the whole process', of.of('pdfProcess'), 2),
      processorOf('pdf'),
      seconds('.docx, in the process', of.of('docx'), 2),
      seconds('processor time of that', of.of('docxProcessor')),
      seconds('.pdf, in the process', of.of('pdf'), 2),
      seconds('processor time of that', of.of('pdfProcessor')),
      seconds('preview of that .docx come back, in the process', of.of('back'), 2),
      seconds('processor time of that', of.of('backProcessor')),
    ],
  });
};

/** Reads a file in a process of its own. */
const readAlone = async (file: string): Promise<ReadAlone> => {
  const child = fork(new URL('reading-process.ts', import.meta.url), [file]);
  const told: Array<ReadAlone> = [];
  child.on('message', (alone: ReadAlone) => {
    told.push(alone);
  });
  mustEnd((await once(child, 'exit'))[0], 'reading-process.ts');
  const [alone] = told;
  if (alone === undefined) throw new Error('reading-process.ts told nothing');
  return alone;
};

const measureWorkbook = async (name: string, rows: number): Promise<ReadonlyArray<Figure>> => {
  const file = save(`register-${rows}.xlsx`, workbookRegister(rows));
  const all: Array<ReadAlone> = [];
  for (let round = 0; round < largeRounds; round += 1) all.push(await readAlone(file));
  console.log(`\n  ${name}: ${all[0]?.answer ?? ''}`);
  const times = median(all.map(({ time_ms }) => time_ms));
  const memory = median(all.map(({ memory_MiB }) => memory_MiB));
  return [
    seconds(name, times, 10),
    { name: 'memory of that process', value: memory, unit: 'MiB', target: { atMost: 512 } },
  ];
};

/** So many actions of ten cells each, with their heads and the sheet's name, are as much as a plan is made of. */
const mostActions = Math.floor((readingLimits.worded - 1) / 10) - 1;

try {
  await withProfile('Word', measureWord);
  await withProfile('papers', measurePapers);
  report({
    title: 'Workbooks of many rows of ten cells',
    figures: [
      ...(await measureWorkbook('50,000 rows: read, counted and refused', 50_000)),
      ...(await measureWorkbook('as many rows as a plan is made of: read, proposed', mostActions)),
    ],
  });
} finally {
  rmSync(files, { recursive: true });
  made.dispose();
}
