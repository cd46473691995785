import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { der } from './der.ts';

/** A certificate and its key, in PEM. */
export type Certificate = Readonly<{ certificate: string; key: string }>;

/** One who vouches for servers. */
export type Authority = Certificate &
  Readonly<{
    /** A certificate for the names and IPv4 addresses of a server. */
    issue: (hosts: ReadonlyArray<string>, validity?: Validity) => Certificate;
  }>;

/** From when to when, as `YYMMDDHHMMSSZ`. */
export type Validity = Readonly<{ from: string; to: string }>;

const longLasting: Validity = { from: '200101000000Z', to: '491231235959Z' };

const ecdsaWithSha256 = der.sequence(der.identifier('1.2.840.10045.4.3.2'));

const name = (common: string): Buffer =>
  der.sequence(der.set(der.sequence(der.identifier('2.5.4.3'), der.text(common))));

const extension = (id: string, isCritical: boolean, value: Buffer): Buffer =>
  der.sequence(der.identifier(id), der.boolean(isCritical), der.bytes(value));

const ofAuthority = der.sequence(
  extension('2.5.29.19', true, der.sequence(der.boolean(true))),
  // It signs certificates.
  extension('2.5.29.15', true, der.bits(Buffer.from([0b0000_0100]), 2)),
);

const hostName = (host: string): Buffer =>
  isIPv4(host)
    ? der.plain(7, Buffer.from(host.split('.').map(Number)))
    : der.plain(2, Buffer.from(host));

const ofServer = (hosts: ReadonlyArray<string>): Buffer =>
  der.sequence(extension('2.5.29.17', false, der.sequence(...hosts.map(hostName))));

type Contents = Readonly<{
  serial: number;
  issuer: string;
  subject: string;
  validity: Validity;
  publicKey: KeyObject;
  extensions: Buffer;
}>;

/** RFC 5280, section 4.1 */
const certificateOf = (contents: Contents, signer: KeyObject): string => {
  const { serial, issuer, subject, validity, publicKey, extensions } = contents;
  const toBeSigned = der.sequence(
    der.tagged(0, der.integer(2)),
    der.integer(serial),
    ecdsaWithSha256,
    name(issuer),
    der.sequence(der.time(validity.from), der.time(validity.to)),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der.tagged(3, extensions),
  );
  const signature = der.bits(sign('sha256', toBeSigned, signer));
  const base64 = der.sequence(toBeSigned, ecdsaWithSha256, signature).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** An authority that nobody knows of yet, for tests of TLS: no tool is needed, and nothing is kept in files. */
export const createAuthority = (issuer = 'Authority of a test'): Authority => {
  const own = newKeys();
  let serial = 1;
  const self = {
    serial,
    issuer,
    subject: issuer,
    validity: longLasting,
    publicKey: own.publicKey,
    extensions: ofAuthority,
  };
  return {
    certificate: certificateOf(self, own.privateKey),
    key: pemOf(own.privateKey),
    issue: (hosts, validity = longLasting) => {
      const { publicKey, privateKey } = newKeys();
      serial += 1;
      const subject = hosts[0] ?? 'nobody';
      const contents = { serial, issuer, subject, validity, publicKey };
      return {
        certificate: certificateOf({ ...contents, extensions: ofServer(hosts) }, own.privateKey),
        key: pemOf(privateKey),
      };
    },
  };
};
