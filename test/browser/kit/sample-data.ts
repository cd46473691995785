import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveData } from './serve-data.ts';

const made: string[] = [];

/** A directory for the data of one server; all are cleared away when this process ends. */
const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'trackrecord-browser-'));
  made.push(directory);
  return directory;
};

process.on('exit', () => {
  made.forEach((directory) => {
    rmSync(directory, { recursive: true, force: true });
  });
});

/** The day on which the journeys begin: the sample's year is over, and its accounts are open. */
export const today = '2026-01-15T10:00:00.000Z';

const prepared = async (): Promise<string> => {
  const data = join(newDirectory(), 'data');
  const server = await serveData(data, today);
  await server.stop();
  return data;
};

const once: { sample?: Promise<string> } = {};

/** A data directory of one's own with the sample's year in it, which is lived through once a process. */
export const copySample = async (): Promise<string> => {
  const sample = await (once.sample ??= prepared());
  const data = join(newDirectory(), 'data');
  cpSync(sample, data, { recursive: true });
  return data;
};
