import * as E from 'fp-ts/lib/Either.js';
import { readMailAddress } from './mail-address.ts';
import { lookupSmtpServer, type SmtpSettings } from './smtp-settings.ts';

/** What is wrong with a variable of the environment, and what it would take. */
export type SettingFault = Readonly<{ variable: string; message: string }>;

const urlVariable = 'TRACKRECORD_SMTP_URL';
const passwordVariable = 'TRACKRECORD_SMTP_PASSWORD_FILE';
const tlsVariable = 'TRACKRECORD_SMTP_TLS';
const fromVariable = 'TRACKRECORD_MAIL_FROM';
const replyToVariable = 'TRACKRECORD_MAIL_REPLY_TO';

const others = [passwordVariable, tlsVariable, fromVariable, replyToVariable];

type Variables = Readonly<Record<string, string | undefined>>;

/** Nothing of what was typed: it may hold a password. */
const urlMessage =
  'This is not the address of a mail server. It is like smtp://user@mail.example.org:587, or smtps://user@mail.example.org:465 for TLS from the start, with nothing after the port.';

const addressMessage = (value: string): string =>
  `${JSON.stringify(value)} is not an email address. It is like trackrecord@example.org, or Trackrecord <trackrecord@example.org>.`;

const tlsChoices: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', undefined],
  ['required', true],
  ['when-offered', false],
]);

const loginFaults = (
  url: string,
  file: string,
  password: string | undefined,
): ReadonlyArray<SettingFault> => {
  const fault = (message: string) => [{ variable: passwordVariable, message }];
  if (file !== '' && password === undefined)
    return fault(`The file ${JSON.stringify(file)} could not be read.`);
  const server = lookupSmtpServer({ url, password });
  if (server === undefined) return [];
  if (password === '') return fault(`The file ${JSON.stringify(file)} holds no password.`);
  if (server.login === undefined && password !== undefined)
    return fault(`A password is set, and ${urlVariable} names no user: smtp://user@host:587.`);
  if (server.login?.password === '')
    return fault(
      `${urlVariable} names a user: give the path of a file that holds the password, or leave out the user.`,
    );
  return [];
};

/**
 * The SMTP server that the environment names.
 * @param variables the environment
 * @param passwordFile the contents of the file that TRACKRECORD_SMTP_PASSWORD_FILE names; `undefined` where it names
 * none or cannot be read. One line end at the end is not part of the password.
 * @returns `undefined` where none is set; every fault at once, never with a password in it
 */
export const readSmtpSettings = (
  variables: Variables,
  passwordFile: string | undefined,
): E.Either<ReadonlyArray<SettingFault>, SmtpSettings | undefined> => {
  const valueOf = (variable: string): string => (variables[variable] ?? '').trim();
  const url = valueOf(urlVariable);
  if (url === '') {
    const orphans = others.filter((variable) => valueOf(variable) !== '');
    return orphans.length === 0
      ? E.right(undefined)
      : E.left(
          orphans.map((variable) => ({
            variable,
            message: `This is set, and ${urlVariable}, which names the mail server, is not.`,
          })),
        );
  }
  const file = valueOf(passwordVariable);
  const password = file === '' ? undefined : passwordFile?.replace(/\r?\n$/u, '');
  const from = readMailAddress(valueOf(fromVariable));
  const replyToText = valueOf(replyToVariable);
  const replyTo = readMailAddress(replyToText);
  const tls = valueOf(tlsVariable);
  const faults: ReadonlyArray<SettingFault> = [
    ...(lookupSmtpServer({ url }) === undefined
      ? [{ variable: urlVariable, message: urlMessage }]
      : []),
    ...loginFaults(url, file, password),
    ...(from === undefined
      ? [{ variable: fromVariable, message: addressMessage(valueOf(fromVariable)) }]
      : []),
    ...(replyToText !== '' && replyTo === undefined
      ? [{ variable: replyToVariable, message: addressMessage(replyToText) }]
      : []),
    ...(tlsChoices.has(tls)
      ? []
      : [
          {
            variable: tlsVariable,
            message: `${JSON.stringify(tls)} is neither "required" nor "when-offered".`,
          },
        ]),
  ];
  return from === undefined || faults.length > 0
    ? E.left(faults)
    : E.right({ url, password, from, replyTo, requireTls: tlsChoices.get(tls) });
};
