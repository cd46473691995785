import type { Delivery, Letter, Mailer } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type MimeNode from 'nodemailer/lib/mime-node';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { composeMessage } from './compose-message.ts';
import {
  defaultTimeouts,
  lookupSmtpServer,
  type SmtpServer,
  type SmtpSettings,
} from './smtp-settings.ts';
import { type SmtpFault, whatBecameOfIt } from './what-became-of-it.ts';

const connectionTo = (server: SmtpServer, settings: SmtpSettings): SMTPConnection => {
  const { connect_ms, reply_ms } = settings.timeouts ?? defaultTimeouts;
  return new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: server.requireTls && !server.isSecure,
    connectionTimeout: connect_ms,
    greetingTimeout: connect_ms,
    dnsTimeout: connect_ms,
    socketTimeout: reply_ms,
    ...(settings.ca === undefined ? {} : { tls: { ca: settings.ca } }),
  });
};

/** What must not be told: the password, and how it travels. */
const secretsOf = ({ login }: SmtpServer): ReadonlyArray<string> =>
  login === undefined
    ? []
    : [
        Buffer.from(`\0${login.user}\0${login.password}`).toString('base64'),
        Buffer.from(login.password).toString('base64'),
        login.password,
      ];

/** One conversation, one message, no second attempt. */
const converse = (
  server: SmtpServer,
  settings: SmtpSettings,
  message: MimeNode,
): Promise<Delivery> =>
  new Promise((resolve) => {
    const connection = connectionTo(server, settings);
    const progress = { leftWhole: false, signedIn: false };
    const { total_ms } = settings.timeouts ?? defaultTimeouts;

    const settle = (delivery: Delivery): void => {
      clearTimeout(deadline);
      resolve(delivery);
      connection.close();
    };
    const fail = (fault: SmtpFault): void =>
      settle(whatBecameOfIt(fault, progress, secretsOf(server)));

    const deadline = setTimeout(
      () => fail({ message: `It took more than ${total_ms / 1000} seconds`, code: 'ETIMEDOUT' }),
      total_ms,
    );

    const send = (): void => {
      progress.signedIn = true;
      const bytes = message.createReadStream();
      // Before anything that reads it: nodemailer adds the final dot when it has seen this very event.
      bytes.once('end', () => {
        progress.leftWhole = true;
      });
      connection.send(message.getEnvelope(), bytes, (fault) => {
        if (fault) fail(fault);
        else settle({ _tag: 'Sent' });
      });
    };

    connection.on('error', fail);
    connection.connect((fault) => {
      if (fault) fail(fault);
      else if (server.login === undefined) send();
      else if (connection.allowsAuth)
        connection.login({ user: server.login.user, pass: server.login.password }, (refused) =>
          refused ? fail(refused) : send(),
        );
      else fail({ message: 'It lets nobody sign in, and a user is set', code: 'EAUTH' });
    });
  });

const attempt = (
  server: SmtpServer | undefined,
  settings: SmtpSettings,
  letter: Letter,
): Promise<Delivery> => {
  if (server === undefined)
    return Promise.resolve({ _tag: 'Failed', why: 'The address of the mail server is none.' });
  const message = composeMessage(letter, settings);
  return E.isLeft(message)
    ? Promise.resolve(message.left)
    : converse(server, settings, message.right);
};

/**
 * Sends by an SMTP server, each message in a conversation of its own, and never twice: who calls decides what follows
 * from a delivery (see `whatBecameOfIt` for the rule).
 */
export const smtpMailer = (settings: SmtpSettings): Mailer => {
  const server = lookupSmtpServer(settings);
  return {
    kind: 'smtp',
    place: server?.place ?? 'no mail server',
    send: (letter) => () => attempt(server, settings, letter),
  };
};
