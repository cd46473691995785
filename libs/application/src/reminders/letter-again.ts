import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { accessDate, loadAccounts } from '../access/load-access.ts';
import { type Failure, storage } from '../failure.ts';
import { digestOf } from './digest-of.ts';
import { loadSituation } from './load-situation.ts';
import { loadMessage, type WhichMessage } from './message-answer.ts';
import type { Reminding } from './reminding.ts';

/** What a message says, without what lets anybody answer by it. */
export type LetterShown = Readonly<{ subject: string; text: string }>;

/** Signs nothing: whoever reads a message of somebody else is not to answer for them. */
const withoutLinks = (reminding: Reminding): Reminding => ({
  ...reminding,
  links: { ...reminding.links, sign: () => 'link' },
});

/**
 * A message as it reads, made again of what its run knew and of how people are called now. Its links are replaced by
 * "(link)": each is its reader's alone.
 */
export const letterAgain =
  (reminding: Reminding) =>
  (which: WhichMessage): E.Either<Failure, LetterShown> => {
    const { publicUrl, writeLetter, views } = reminding;
    const hidden = ['answer', 'stop'].map((purpose) => `${publicUrl}/${purpose}/link`);
    const shown = (text: string): string =>
      hidden.reduce((said, link) => said.replaceAll(link, '(link)'), text);
    return pipe(
      E.Do,
      E.bind('head', () => E.mapLeft(storage)(views.head())),
      E.bind('found', ({ head }) => loadMessage(reminding, which, head)),
      E.bind('accounts', () => loadAccounts(reminding, accessDate(reminding))),
      E.bind(
        'situation',
        ({
          found: {
            run: { ordinal, on },
          },
          accounts,
        }) => loadSituation(reminding, { ordinal, accounts }, which.plan, { on }),
      ),
      E.bind('digest', ({ situation, found: { message } }) =>
        digestOf(withoutLinks(reminding), situation, which.on, message),
      ),
      E.map(({ digest }) => {
        const { subject, text } = writeLetter(digest);
        return { subject, text: shown(text) };
      }),
    );
  };
