import { createHash } from 'node:crypto';
import type { Delivery, Letter } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { cleanLine } from '../words/clean.ts';
import { isMailAddress, type MailAddress } from './mail-address.ts';

/** From whom messages come, and to whom answers go where that is somebody else. */
export type Sender = Readonly<{ from: MailAddress; replyTo?: MailAddress | undefined }>;

/** RFC 5322, section 3.6.4, without its quoted forms. */
const idShape = /^[\w!#$%&'*+/=?^`{|}~.-]+@[\w.-]+$/u;

/** What a conversation's messages all refer to. Nothing has this id: it is the same in each of them, and that is enough. */
const threadId = ({ thread, messageId }: Letter): string =>
  idShape.test(thread)
    ? thread
    : `thread.${createHash('sha256').update(thread).digest('hex').slice(0, 32)}@${messageId.split('@').at(-1) ?? ''}`;

const lookupWebAddress = (text: string): string | undefined => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && !/[<>\s,]/u.test(url.href)
    ? url.href
    : undefined;
};

const headersOf = (letter: Letter): ReadonlyArray<{ key: string; value: string }> => {
  const stop = letter.unsubscribe === undefined ? undefined : lookupWebAddress(letter.unsubscribe);
  return [
    // RFC 3834: a program sent it, and programs are not to answer it.
    { key: 'Auto-Submitted', value: 'auto-generated' },
    // The same to Exchange, which looks here. Not "All": that would also silence the news that it could not be delivered.
    { key: 'X-Auto-Response-Suppress', value: 'OOF, AutoReply, DR, RN, NRN' },
    ...(stop === undefined
      ? []
      : [
          { key: 'List-Unsubscribe', value: `<${stop}>` },
          // RFC 8058: the mail program's own button posts this, so that opening the address ends nothing.
          { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
        ]),
  ];
};

/** A letter that can never be sent, and why. */
export type Unsendable = Extract<Delivery, { _tag: 'Bounced' | 'Failed' }>;

const faultOf = ({ messageId, to, unsubscribe }: Letter): Unsendable | undefined => {
  const quoted = (text: string): string => JSON.stringify(cleanLine(text));
  if (!isMailAddress(to.address))
    return {
      _tag: 'Bounced',
      why: `The address ${quoted(to.address)} is none: one is like "name@example.org".`,
    };
  if (!idShape.test(messageId))
    return {
      _tag: 'Failed',
      why: `The message id ${quoted(messageId)} is none: one is like "name@example.org".`,
    };
  if (unsubscribe !== undefined && lookupWebAddress(unsubscribe) === undefined)
    return {
      _tag: 'Failed',
      why: `The address to stop at, ${quoted(unsubscribe)}, is none: one begins with "https://".`,
    };
  return undefined;
};

/**
 * A letter as a MIME message (RFC 5322): plain text and HTML, ready to be read as a stream of bytes, the same bytes each
 * time. Names and the subject are put on one line first, so that nothing in them becomes a header.
 * @returns why not, where an address or the message id is none
 */
export const composeMessage = (letter: Letter, sender: Sender): E.Either<Unsendable, MimeNode> => {
  const fault = faultOf(letter);
  if (fault !== undefined) return E.left(fault);
  const thread = `<${threadId(letter)}>`;
  const addressed = ({ name, address }: MailAddress) => ({ name: cleanLine(name), address });
  return E.right(
    new MailComposer({
      from: addressed(sender.from),
      ...(sender.replyTo === undefined ? {} : { replyTo: addressed(sender.replyTo) }),
      to: addressed(letter.to),
      subject: cleanLine(letter.subject),
      messageId: `<${letter.messageId}>`,
      references: thread,
      inReplyTo: thread,
      date: new Date(letter.date),
      headers: [...headersOf(letter)],
      text: letter.text,
      html: letter.html,
      // Long addresses survive: other encodings leave lines as they are, or say that they may be flowed.
      encoding: 'quoted-printable',
      newline: 'win',
      baseBoundary: createHash('sha256').update(letter.messageId).digest('hex').slice(0, 32),
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile(),
  );
};
