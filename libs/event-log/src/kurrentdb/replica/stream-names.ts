import type { StreamName } from '@trackrecord/kernel';
import { streamNamed } from '../server-names.ts';

/** Names that are remembered: about 10 MB at the most. */
const remembered = 50_000;

/** The streams that whole names stand for, as `streamNamed` has them, each worked out once. */
export const rememberedNames = (tenant: string): ((name: string) => StreamName | undefined) => {
  const names = new Map<string, StreamName>();
  return (name) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    if (names.size >= remembered) names.clear();
    const stream = streamNamed(tenant, name);
    if (stream !== undefined) names.set(name, stream);
    return stream;
  };
};
