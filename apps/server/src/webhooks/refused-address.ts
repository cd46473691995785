import { BlockList, isIP } from 'node:net';

/** Where a connection would lead: an IP address, and of which family. */
export type Led = Readonly<{ address: string; family: 4 | 6 }>;

/*
 * What must not be called from inside somebody's house, whatever a name says: where clouds tell a machine's own secrets,
 * and what is no host at all. Private ranges are no part of it: councils have their systems called there.
 */
const refused = new BlockList();
// Link-local (RFC 3927, RFC 4291): 169.254.169.254 is every cloud's metadata. Also as it stands in IPv6 (6to4, NAT64).
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addSubnet('2002:a9fe::', 32, 'ipv6');
refused.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
// Metadata of clouds that keep it elsewhere: Amazon over IPv6, Alibaba, Azure.
refused.addAddress('fd00:ec2::254', 'ipv6');
refused.addAddress('100.100.100.200', 'ipv4');
refused.addAddress('168.63.129.16', 'ipv4');
// No host: unspecified ("this network", RFC 1122; :: of RFC 4291), multicast, broadcast.
refused.addSubnet('0.0.0.0', 8, 'ipv4');
refused.addAddress('::', 'ipv6');
refused.addSubnet('224.0.0.0', 4, 'ipv4');
refused.addSubnet('ff00::', 8, 'ipv6');
refused.addAddress('255.255.255.255', 'ipv4');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** An IPv4 address that is written as one of IPv6 (::ffff:127.0.0.1, in hexadecimal too) is that address. */
const inIpv4 = (address: string): string => {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/iu.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
};

const isIn = (list: BlockList, address: string): boolean => {
  const plain = inIpv4(address.replace(/%.*$/u, ''));
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
};

/**
 * Why an IP address is not called; `undefined` where it may be.
 * @param scheme over plain http nothing but this machine itself is called
 */
export const whyNotCalled = (scheme: 'http:' | 'https:', address: string): string | undefined => {
  if (isIP(address.replace(/%.*$/u, '')) === 0) return `${address} is no address`;
  if (isIn(refused, address))
    return `${address} is not called: it is link-local, a cloud’s own, or no host’s`;
  return scheme === 'http:' && !isIn(loopback, address)
    ? `${address} is not this machine: others are called by https:// only`
    : undefined;
};
