import { editZip, unzip } from '@cj-tech-master/excelts/archive';
import { type CustomProperties, setCustomProperties } from '../package/custom-properties.ts';
import { contentTypes, packageRelationships, type Parts } from '../package/package-parts.ts';

/**
 * A written Office file with properties of its own, which the library that writes workbooks has no way to give it. The
 * parts that do not tell of them stay packed as they are.
 * @param file a package without any, as that library writes it
 */
export const withProperties = async (
  file: Uint8Array,
  properties: CustomProperties,
): Promise<Uint8Array> => {
  const written = unzip(file);
  const parts: Parts = new Map();
  for (const name of [contentTypes, packageRelationships])
    parts.set(name, (await written.bytes(name)) ?? new Uint8Array());
  setCustomProperties(parts, properties);
  const edited = await editZip(file, { reproducible: true });
  for (const [name, bytes] of parts) edited.set(name, bytes);
  return edited.bytes();
};
