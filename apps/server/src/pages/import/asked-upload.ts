import { type Failure, missing } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type SignedIn, signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { draftOf, type ImportDraft } from './import-draft.ts';
import { placeNamed, type PlanPlace } from './plan-place.ts';

/** The upload that a path names, of the plan that it names. */
export type AskedUpload = Readonly<{
  who: SignedIn;
  place: PlanPlace;
  upload: KeptUpload;
  /** `undefined` where what was said about it is forgotten. */
  draft: ImportDraft | undefined;
}>;

const noUpload: Failure = missing(
  'This upload is not kept any more, or it never was. Upload the document again.',
);

/** Looks an upload up. One of another plan is not told from one that is not there. */
export const askedUpload =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, AskedUpload> =>
    pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('place', () => placeNamed(desk)(exchange)),
      TE.bind('upload', ({ place }) =>
        pipe(
          desk.store.uploads.lookup(exchange.params['upload'] ?? ''),
          TE.chain((upload) =>
            upload === undefined || upload.plan !== place.plan
              ? TE.left(noUpload)
              : TE.right(upload),
          ),
        ),
      ),
      TE.bind('draft', ({ upload }) => draftOf(desk)(upload)),
    );
