import { memoryEventLog } from '@trackrecord/event-log';
import { eventLogContract } from './event-log-contract.ts';
import { sampleCodec } from './sample-event.ts';

eventLogContract({
  name: 'the log in memory',
  histories: 200,
  open: async () => {
    const log = memoryEventLog(sampleCodec);
    return { log, dispose: log.close };
  },
});
