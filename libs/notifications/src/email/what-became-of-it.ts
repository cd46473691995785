import type { Delivery } from '@trackrecord/application/ports';
import { cleanLine } from '../words/clean.ts';

/** How a conversation with a mail server ended without its having taken the message. */
export type SmtpFault = Readonly<{
  message: string;
  /** nodemailer's: ETIMEDOUT, ESOCKET, EDNS, ETLS, EAUTH, EENVELOPE, EMESSAGE, ECONNECTION, EPROTOCOL, ESTREAM. */
  code?: string | undefined;
  /** What the operating system or TLS called it, where they did. */
  originalCode?: string | undefined;
  /** What the server answered to: AUTH …, MAIL FROM, RCPT TO, DATA; CONN where to nothing. */
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
  /** The answer is for good: 5yz, except that 503 tells of the conversation and not of the message. */
  permanent?: boolean | undefined;
}>;

/** How far it had come. */
export type Progress = Readonly<{
  /** The end of the message was taken out to be sent: the final dot may have arrived. */
  leftWhole: boolean;
  /** Connected, encrypted and signed in: all that comes is about the message. */
  signedIn: boolean;
}>;

/** A server's words can be long, and hold anything. */
const longestWhy = 300;

/** The faults of TLS that no later attempt mends: a certificate, or a server that speaks something else. */
const ofTls = /CERT|SIGNATURE|ERR_SSL|ERR_TLS|EPROTO/u;

const told = (said: string, { response, message }: SmtpFault): string =>
  `${said}: ${response ?? message}`;

const answered = (fault: SmtpFault): Delivery => {
  if (fault.permanent !== true)
    return {
      _tag: 'Deferred',
      why: told('The mail server did not take the message for now', fault),
    };
  if (fault.command === 'RCPT TO')
    return { _tag: 'Bounced', why: told('The mail server refused the address', fault) };
  const refused = /^AUTH/u.test(fault.command ?? '')
    ? 'The mail server refused the user name or the password'
    : fault.command === 'MAIL FROM'
      ? 'The mail server takes no mail from this sender'
      : fault.command === 'DATA'
        ? 'The mail server refused the message'
        : fault.command === 'STARTTLS'
          ? 'The mail server does not encrypt the connection'
          : 'The mail server refused the connection';
  return { _tag: 'Failed', why: told(refused, fault) };
};

/** An answer to what was asked: 4yz or 5yz, to a command. Anything else that a server says is no verdict. */
const isAnswer = ({ command, responseCode = 0 }: SmtpFault, { leftWhole }: Progress): boolean =>
  responseCode >= 400 && responseCode < 600 && (command !== 'CONN' || !leftWhole);

const isSetUpFault = ({ code = '', originalCode = '' }: SmtpFault, isEarly: boolean): boolean =>
  ['EAUTH', 'EENVELOPE', 'EMESSAGE'].includes(code) || (isEarly && ofTls.test(originalCode));

const judged = (fault: SmtpFault, progress: Progress): Delivery => {
  if (isAnswer(fault, progress)) return answered(fault);
  if (progress.leftWhole)
    return {
      _tag: 'Unknown',
      why: told('The whole message left, and the mail server did not say that it took it', fault),
    };
  if (isSetUpFault(fault, !progress.signedIn))
    return { _tag: 'Failed', why: told('The message could not be sent', fault) };
  return progress.signedIn
    ? {
        _tag: 'Deferred',
        why: told(
          'The connection to the mail server was lost before the whole message left',
          fault,
        ),
      }
    : { _tag: 'Deferred', why: told('The mail server could not be reached', fault) };
};

/**
 * What became of a message that the server did not say it took. The rule:
 * 1. The server answered a command with 4yz or 5yz: it has not taken the message. 4yz is for now (greylisting): Deferred.
 *    5yz to RCPT TO is about the address: Bounced. Any other 5yz is about us or the message: Failed.
 * 2. No answer, and the end of the message had been taken out to be sent: the final dot may have arrived, and with it the
 *    message. Nobody can tell from here (RFC 1047): Unknown.
 * 3. No answer, and the end had not been taken out: the dot comes after it, so it never left, and a server takes nothing
 *    without it (RFC 5321, section 4.1.1.4): Deferred, or Failed where no later attempt can do better.
 * A small message is taken out whole at once, so once the server has asked for it, it is never Deferred by silence.
 * @param secrets what must not stand in `why`, whoever said it
 */
export const whatBecameOfIt = (
  fault: SmtpFault,
  progress: Progress,
  secrets: ReadonlyArray<string>,
): Delivery => {
  const delivery = judged(fault, progress);
  if (delivery._tag === 'Sent') return delivery;
  const hidden = secrets
    .filter((secret) => secret !== '')
    .reduce((why, secret) => why.replaceAll(secret, '…'), cleanLine(delivery.why));
  return { ...delivery, why: hidden.slice(0, longestWhy).toWellFormed() };
};
