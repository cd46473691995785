import type { Failure } from './failure.ts';
import { firstLine } from './thrown.ts';

type Reason = Readonly<{
  /** In the words of gRPC, Node and OpenSSL. */
  said: RegExp;
  why: (where: string) => string;
  lasting: boolean;
}>;

const authority = 'name the authority that signed it with tlsCAFile=FILE in the connection string';

/** Why no connection came about, or one broke: the first that fits. */
const reasons: ReadonlyArray<Reason> = [
  {
    said: /altname/i,
    why: (where) =>
      `the server ${where} shows a certificate that was made out to another name: connect by the name in the certificate`,
    lasting: true,
  },
  {
    said: /certificate has expired|CERT_HAS_EXPIRED/i,
    why: (where) => `the certificate of the server ${where} has expired: renew it there`,
    lasting: true,
  },
  {
    said: /certificate is not yet valid|CERT_NOT_YET_VALID/i,
    why: (where) =>
      `the certificate of the server ${where} is not valid yet: compare this machine’s clock`,
    lasting: true,
  },
  {
    said: /self[- ]signed|unable to (get|verify)|certificate|CERT_/i,
    why: (where) =>
      `the certificate of the server ${where} cannot be verified, because nobody that is trusted here signed it: ${authority}`,
    lasting: true,
  },
  {
    said: /wrong version number|packet length too long|EPROTO|http_request/i,
    why: (where) =>
      `the server ${where} does not speak TLS there: if its connections are not encrypted, add tls=false to the connection string`,
    lasting: true,
  },
  {
    said: /ECONNREFUSED/,
    why: (where) =>
      `nothing listens at ${where} (connection refused): is the server running, and the port right?`,
    lasting: false,
  },
  {
    said: /name resolution|ENOTFOUND|EAI_AGAIN/i,
    why: (where) =>
      `there is no host of this name: ${where}; is it spelt right, and the network up?`,
    lasting: false,
  },
  {
    said: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN/,
    why: (where) => `${where} cannot be reached over the network: is a firewall in between?`,
    lasting: false,
  },
  {
    said: /protocol error/i,
    why: (where) =>
      `what listens at ${where} does not speak EventStoreDB’s protocol (gRPC): is the port right?`,
    lasting: false,
  },
  {
    said: /ECONNRESET|socket hang up|connection dropped|closed|EPIPE|write after end|shut down|failed to connect/i,
    why: (where) =>
      `the connection to ${where} broke: has the server stopped, or does it want TLS where tls=false is set?`,
    lasting: false,
  },
];

/** Why a server is unavailable, by what gRPC says of it. */
export const whyUnavailable = (text: string, where: string): Failure => {
  const reason = reasons.find(({ said }) => said.test(text));
  return reason === undefined
    ? { message: `${where} cannot be reached: ${firstLine(text)}`, lasting: false, lost: true }
    : { message: reason.why(where), lasting: reason.lasting, lost: true };
};
