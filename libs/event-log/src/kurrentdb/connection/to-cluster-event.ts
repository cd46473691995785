import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { ClusterEvent } from '../cluster-event.ts';

const nowhere = { commit: 0n, prepare: 0n };

/** An event as the client gives it; `undefined` for a link that leads nowhere. */
export const toClusterEvent = ({
  event,
}: AllStreamResolvedEvent | ResolvedEvent): ClusterEvent | undefined =>
  event === undefined
    ? undefined
    : {
        stream: event.streamId,
        revision: event.revision,
        id: event.id,
        type: event.type,
        data: event.isJson ? event.data : undefined,
        metadata: event.metadata,
        created_ms: event.created.getTime(),
        position: event.position ?? nowhere,
      };
