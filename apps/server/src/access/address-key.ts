import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address. */
const groupsOf = (address: string): ReadonlyArray<string> => {
  const [before = '', after] = address.replace(/%.*$/u, '').split('::');
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean));
  const missing = 8 - (head?.length ?? 0) - (tail?.length ?? 0);
  return [
    ...(head ?? []),
    ...Array.from({ length: Math.max(0, missing) }, () => '0'),
    ...(tail ?? []),
  ];
};

/**
 * What stands for an address where tries are counted: of IPv6 its first 64 bits, since whoever has one of them has
 * all that begin so; IPv4 whole, also where it is written as IPv6.
 */
export const addressKey = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  return groupsOf(address)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
