import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StatusObject } from '@grpc/grpc-js';
import * as E from 'fp-ts/lib/Either.js';
import { errors } from './errors.ts';
import type { Proposed } from './stored-event.ts';
import { readUuid } from './uuid.ts';

/** What the messages of both ways to append have in common. */
type Message = Readonly<{
  getId: () => shared.UUID | undefined;
  getMetadataMap: () => Readonly<{ get: (name: string) => string | undefined }>;
  getData_asU8: () => Uint8Array;
  getCustomMetadata_asU8: () => Uint8Array;
}>;

const noId = '00000000-0000-0000-0000-000000000000';

/** An event as it was sent. KurrentDB: Services/Transport/Grpc/MetadataHelpers.cs; Data/Event.cs */
export const readProposed = (message: Message): E.Either<StatusObject, Proposed> => {
  const about = message.getMetadataMap();
  const type = about.get('type');
  if (type === undefined) return E.left(errors.missingMetadata('type'));
  const contentType = about.get('content-type');
  if (contentType === undefined) return E.left(errors.missingMetadata('content-type'));
  const id = readUuid(message.getId());
  if (id === undefined || id === noId)
    return E.left(errors.invalidArgument("Empty eventId provided. (Parameter 'eventId')"));
  if (type === '')
    return E.left(errors.invalidArgument("Empty eventType provided. (Parameter 'eventType')"));
  return E.right({
    id,
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  });
};
