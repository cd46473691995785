import { Session } from 'node:inspector/promises';

const isWanted = process.env['TRACKRECORD_BENCH_PROFILE'] !== undefined;

/** How many functions a summary names. */
const most = 25;

/**
 * Does some work and, where TRACKRECORD_BENCH_PROFILE is set, prints in which functions the processor spent the most
 * time meanwhile: in each by itself, without those that it called.
 */
export const withProfile = async <A>(name: string, work: () => Promise<A>): Promise<A> => {
  if (!isWanted) return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const answer = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const samples = profile.samples ?? [];
  const counts = new Map<number, number>();
  for (const sample of samples) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  const byFunction = new Map<string, number>();
  for (const { id, callFrame } of profile.nodes) {
    const place = `${callFrame.functionName || '(anonymous)'} ${callFrame.url.split('/').slice(-2).join('/')}:${callFrame.lineNumber + 1}`;
    byFunction.set(place, (byFunction.get(place) ?? 0) + (counts.get(id) ?? 0));
  }
  console.log(`\n  ${name}: share of the time`);
  for (const [place, times] of [...byFunction].toSorted(([, a], [, b]) => b - a).slice(0, most))
    console.log(`  ${((100 * times) / samples.length).toFixed(1).padStart(5)} %  ${place}`);
  return answer;
};
