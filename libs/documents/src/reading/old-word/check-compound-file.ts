import { refuse } from '../refused-file.ts';

/**
 * The sectors of a compound file (MS-CFB), each with the number of the one that comes after it. Whoever follows them
 * in a damaged file may go round in circles without end.
 */
type Chains = Int32Array;

const headerSectors = 109;

const damaged = (name: string, seen: string): never => {
  const accepted = 'a whole Word document';
  return refuse({ _tag: 'Damaged', name, part: 'the sectors of the file', seen, accepted });
};

type File = Readonly<{ name: string; view: DataView; sector: number; sectors: number }>;

/** The whole numbers of a sector; none where the file ends before it. */
const numbersIn = ({ view, sector, sectors }: File, at: number): ReadonlyArray<number> => {
  const from = (at + 1) * sector;
  if (at < 0 || at >= sectors || from + sector > view.byteLength) return [];
  return Array.from({ length: sector / 4 }, (_, index) => view.getInt32(from + index * 4, true));
};

/** The sectors that the table of all sectors stands in (MS-CFB 2.5). */
const tableSectors = (file: File): ReadonlyArray<number> => {
  const { name, view, sectors } = file;
  const first = Array.from({ length: headerSectors }, (_, at) => view.getInt32(76 + at * 4, true));
  const more: Array<number> = [];
  const seen = new Set<number>();
  for (let at = view.getInt32(68, true); at >= 0 && at < sectors;) {
    if (seen.has(at)) damaged(name, 'its table of sectors goes round in a circle');
    seen.add(at);
    const numbers = numbersIn(file, at);
    for (const number of numbers.slice(0, -1)) more.push(number);
    at = numbers.at(-1) ?? -1;
  }
  return [...first, ...more].filter((at) => at >= 0 && at < sectors);
};

const chainsIn = (file: File, sectors: ReadonlyArray<number>): Chains => {
  const perSector = file.sector / 4;
  const chains = new Int32Array(sectors.length * perSector).fill(-1);
  for (const [at, sector] of sectors.entries()) chains.set(numbersIn(file, sector), at * perSector);
  return chains;
};

/** Follows every chain once, to where it ends or meets one that was followed before. */
const goesRound = (chains: Chains): boolean => {
  const followedBy = new Int32Array(chains.length);
  for (let start = 0; start < chains.length; start += 1) {
    for (let at = start; at >= 0 && at < chains.length; at = chains[at] ?? -1) {
      if (followedBy[at] === start + 1) return true;
      if (followedBy[at] !== 0) break;
      followedBy[at] = start + 1;
    }
  }
  return false;
};

const chainFrom = (chains: Chains, start: number): ReadonlyArray<number> => {
  const found: Array<number> = [];
  for (let at = start; at >= 0 && at < chains.length; at = chains[at] ?? -1) found.push(at);
  return found;
};

/** Refuses a compound file whose sectors go round in circles, or whose header says what cannot be. */
export const checkCompoundFile = (name: string, bytes: Uint8Array): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1_024) damaged(name, `it is no longer than ${bytes.length} bytes`);
  const shifts = `${view.getUint16(30, true)} ${view.getUint16(32, true)}`;
  if (shifts !== '9 6' && shifts !== '12 6') damaged(name, 'the header says no size of sectors');
  const sector = 1 << view.getUint16(30, true);
  const sectors = Math.ceil(bytes.length / sector);
  const file: File = { name, view, sector, sectors };
  // How many sectors the tables have.
  const isTooMany = [44, 64, 72].some((at) => {
    const count = view.getInt32(at, true);
    return count < 0 || count > sectors;
  });
  if (isTooMany) damaged(name, 'the header tells of more sectors than there are');
  const chains = chainsIn(file, tableSectors(file));
  if (goesRound(chains)) damaged(name, 'they go round in a circle');
  const small = chainsIn(file, chainFrom(chains, view.getInt32(60, true)));
  if (goesRound(small)) damaged(name, 'the small ones go round in a circle');
};
