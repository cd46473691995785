import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { errors } from './errors.ts';
import { type EventFilter, eventFilter } from './event-filter.ts';
import { firstAfter, isReadable } from './log-index.ts';
import type { Node } from './node.ts';
import { caughtUpAnswer, checkpointAnswer } from './read-answers.ts';
import type { Reader } from './reader.ts';
import {
  comparePositions,
  type LogPosition,
  positionOf,
  type StoredEvent,
} from './stored-event.ts';
import { liveBufferSize, type Step, type Steps } from './subscription-steps.ts';

/** How many events a page holds, and how many are looked at for one unless the client says otherwise. */
const pageSize = 32;

const beforeAll: LogPosition = { commit: -1n, prepare: -1n };
const start: LogPosition = { commit: 0n, prepare: 0n };

type Checkpoints = Readonly<{ window: number; interval: number }>;

const checkpointsOf = (
  filter: streams.ReadReq.Options.FilterOptions | undefined,
): Checkpoints | undefined => {
  if (!filter) return undefined;
  const window = filter.hasMax() ? filter.getMax() : pageSize;
  return { window, interval: window * filter.getCheckpointintervalmultiplier() };
};

/**
 * Follows `$all`: from the log until its end is reached, live from there, and from the log again where too much came at
 * once. With a filter, checkpoints say how far it got: while it catches up they lie at the beginning of a page and are
 * no event's position.
 */
class AllSubscription {
  readonly #node: Node;
  readonly #reader: Reader;
  readonly #filter: EventFilter;
  readonly #checkpoints: Checkpoints | undefined;
  /** What was sent last, event or checkpoint. */
  #at: LogPosition;
  #sentCheckpoint = beforeAll;
  #isLive: boolean;
  /** The next event to look at. */
  #cursor: number;
  #considered = 0;
  #page = { start, next: start, events: 0, considered: 0 };
  #isToldCaughtUp = false;

  constructor(
    node: Node,
    reader: Reader,
    filter: streams.ReadReq.Options.FilterOptions | undefined,
    from: LogPosition,
  ) {
    this.#node = node;
    this.#reader = reader;
    this.#filter = eventFilter(filter);
    this.#checkpoints = checkpointsOf(filter);
    this.#at = from;
    const events = node.store.all();
    const seen = node.visible();
    const last = events[seen - 1];
    this.#cursor = firstAfter(events, seen, from);
    this.#isLive = !last || comparePositions(from, positionOf(last)) >= 0;
    if (!this.#isLive) this.#turnPage(comparePositions(from, start) < 0 ? start : from);
  }

  readonly step: Steps = () => {
    if (!this.#isLive) return this.#catchUp();
    if (!this.#isToldCaughtUp) {
      this.#isToldCaughtUp = true;
      this.#reader.answer(caughtUpAnswer());
    }
    return this.#goLive();
  };

  #turnPage(from: LogPosition): void {
    this.#page = { start: from, next: from, events: 0, considered: 0 };
  }

  #catchUp(): Step {
    const event = this.#cursor < this.#node.visible() && this.#node.store.all()[this.#cursor];
    if (!event) {
      this.#endPage();
      this.#sendCheckpoint(this.#at.commit < 0n ? start : this.#at);
      this.#isLive = true;
      this.#isToldCaughtUp = false;
      this.#considered = 0;
      return 'sent';
    }
    const page = this.#page;
    if (page.events >= pageSize || page.considered >= (this.#checkpoints?.window ?? Infinity)) {
      this.#endPage();
      this.#checkpointWhenDue();
      this.#turnPage(page.next);
      return 'sent';
    }
    this.#cursor += 1;
    page.considered += 1;
    page.next = { commit: event.end, prepare: 0n };
    if (!this.#filter(event)) return 'sent';
    page.events += 1;
    return this.#send(event);
  }

  #endPage(): void {
    const { start: from, next, considered } = this.#page;
    if (comparePositions(this.#at, from) < 0 && comparePositions(from, next) < 0) this.#at = from;
    this.#considered += considered;
  }

  #checkpointWhenDue(): void {
    const interval = this.#checkpoints?.interval ?? Infinity;
    if (this.#considered < interval) return;
    this.#considered %= interval;
    this.#sendCheckpoint(this.#at);
  }

  #goLive(): Step {
    const waiting = this.#node.visible() - this.#cursor;
    if (waiting <= 0) return 'idle';
    if (waiting > liveBufferSize) {
      this.#sendCheckpoint(this.#at);
      this.#isLive = false;
      this.#considered = 0;
      this.#turnPage(this.#at);
      return 'sent';
    }
    const event = this.#node.store.all()[this.#cursor];
    if (!event) return 'idle';
    this.#cursor += 1;
    this.#considered += 1;
    const position = positionOf(event);
    // Whoever starts behind the end is not interested in what comes before that.
    const isNews = comparePositions(position, this.#at) > 0;
    const delivered = isNews && this.#filter(event) ? this.#send(event) : 'sent';
    if (this.#considered >= (this.#checkpoints?.interval ?? Infinity)) {
      this.#considered = 0;
      if (comparePositions(position, this.#at) >= 0) {
        this.#sendCheckpoint(position);
        this.#at = position;
      }
    }
    return delivered;
  }

  #send(event: StoredEvent): Step {
    this.#at = positionOf(event);
    return this.#reader.event(event);
  }

  #sendCheckpoint(position: LogPosition): void {
    if (!this.#checkpoints || position.commit < 0n) return;
    if (comparePositions(position, this.#sentCheckpoint) <= 0) return;
    this.#sentCheckpoint = position;
    this.#reader.answer(checkpointAnswer(position));
  }
}

export const allSubscription = (
  node: Node,
  reader: Reader,
  options: streams.ReadReq.Options,
): Steps | undefined => {
  const from = options.getAll();
  const position = from?.getPosition();
  const stated = position && {
    commit: BigInt(position.getCommitPosition()),
    prepare: BigInt(position.getPreparePosition()),
  };
  if (stated && !isReadable(node.store.all(), stated)) {
    reader.fail(errors.invalidPosition());
    return undefined;
  }
  const last = node.store.all()[node.visible() - 1];
  const end = last ? positionOf(last) : beforeAll;
  const at = stated ?? (from?.hasEnd() ? end : beforeAll);
  return new AllSubscription(node, reader, options.getFilter(), at).step;
};
