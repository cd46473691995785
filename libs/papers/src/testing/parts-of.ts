import { unzip } from '@cj-tech-master/excelts/archive';

/** The parts of a zipped file as texts, by name. */
export const partsOf = async (file: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const parts = new Map<string, string>();
  for await (const entry of unzip(file).entries())
    parts.set(entry.path, new TextDecoder().decode(await entry.bytes()));
  return parts;
};
