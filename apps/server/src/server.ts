import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import {
  describeFailure,
  type Failure,
  type Mailer,
  type Pause,
  storage,
  type Tail,
  type Writable,
} from '@trackrecord/application';
import { buildAssets, inlineScriptHash } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import compression from 'compression';
import express from 'express';
import type { Logger } from 'pino';
import { accessParts, isWithoutAdministrator, type SampleAccount } from './access/access-parts.ts';
import { systemRandomness } from './access/randomness.ts';
import { appModuleAt } from './app-module.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { Desk } from './desk.ts';
import { securityHeaders } from './http/security-headers.ts';
import { nestLogger } from './operation/nest-logger.ts';
import type { Node } from './operation/node.ts';
import { type RemindingParts, remindingParts } from './reminders/reminding-parts.ts';
import { type ReminderWorker, reminderWorker } from './reminders/reminder-worker.ts';
import { requestLog } from './operation/request-log.ts';
import { requestMetrics } from './operation/request-metrics.ts';
import type { ServerStore } from './store/server-store.ts';
import { timedPause } from './time/timed-pause.ts';
import { type NewsWorker, newsWorker } from './webhooks/news-worker.ts';
import { mayCallBy, type ResolveHost, systemResolve } from './webhooks/resolve-host.ts';

/** What a server is made of: an open log with its views, what it keeps besides, how it was set up. */
export type Parts = Readonly<{
  data: Writable & Readonly<{ tail: Tail }>;
  store: ServerStore;
  configuration: Configuration;
  node: Node;
  logger: Logger;
  /** Shown with the sign-in form of a sample. */
  sampleAccounts?: ReadonlyArray<SampleAccount>;
  /** Another timer than the machine's, for tests. */
  pause?: Pause;
  /** The data directory: messages go into its outbox as long as no mail server is set. */
  directory: string;
  /** Where messages go instead, for tests. */
  mailer?: Mailer;
  /** By which what goes on in the background waits, for tests: apart from `pause`, by which answers wait. */
  backgroundPause?: Pause;
  /** How the names of webhooks' hosts are looked up, for tests. */
  resolve?: ResolveHost;
}>;

/** A server that listens. */
export type Running = Readonly<{
  /** Where it listens: `http://127.0.0.1:3000`. */
  url: string;
  port: number;
  /** What makes a first administrator in a browser, as long as there is none: for whoever started the server alone. */
  setupCode: () => TE.TaskEither<Failure, string | undefined>;
  /** Takes no more requests, answers those that are under way, ends feeds. What it was given stays open. */
  close: () => Promise<void>;
}>;

const applicationOf = async (
  desk: Desk,
  { configuration, node, logger }: Parts,
): Promise<NestExpressApplication> => {
  const instance = express();
  instance.disable('x-powered-by');
  instance.set('trust proxy', configuration.trustedProxies);
  // Paths and queries are read as they are; nothing of a query becomes an object.
  instance.set('query parser', false);
  const app = await NestFactory.create<NestExpressApplication>(
    appModuleAt(desk),
    new ExpressAdapter(instance),
    // Bodies are read once it is known that the asker may: see `Answering`.
    { bodyParser: false, logger: nestLogger(logger) },
  );
  app.use(requestLog(logger));
  app.use(requestMetrics(node.metrics));
  app.use(securityHeaders(configuration.publicUrl, inlineScriptHash));
  app.use(compression());
  return app;
};

const cannotListen = (thrown: unknown, { host, port }: Configuration): Failure =>
  storage({
    _tag: 'Unavailable',
    message: `Nothing can listen at ${host}:${port}: ${thrown instanceof Error ? thrown.message : String(thrown)}. --port says another port.`,
  });

type Background = Readonly<{ news: NewsWorker; reminders: ReminderWorker }>;

/** What goes on without anybody asking: news to webhooks, reminders. */
const backgroundOf = (
  parts: Parts,
  reminding: RemindingParts,
  stopping: AbortSignal,
): Background => {
  const { data, store, configuration, logger } = parts;
  const { backgroundPause: pause = timedPause, resolve = systemResolve } = parts;
  const noteDefect = (thrown: unknown): void => {
    logger.error({ err: thrown }, 'this should not have happened in the background');
  };
  return {
    news: newsWorker({
      ...data,
      ...{ store, resolve, pause, stopping, noteDefect },
      publicUrl: configuration.publicUrl,
      random: systemRandomness,
      noteTrouble: (failure) => {
        logger.warn({ failure: describeFailure(failure) }, 'news for webhooks waits');
      },
    }),
    reminders: reminderWorker({
      ...data,
      ...reminding,
      ...{ pause, stopping, noteDefect },
      noteTrouble: (message) => {
        logger.warn({ failure: message }, 'reminders wait');
      },
    }),
  };
};

const deskOf = async (
  parts: Parts,
  reminding: RemindingParts,
  { news, reminders }: Background,
  stopping: AbortSignal,
): Promise<Desk> => {
  const { data, store, configuration, node, logger, sampleAccounts } = parts;
  const { pause = timedPause, backgroundPause = timedPause, resolve = systemResolve } = parts;
  return {
    ...data,
    ...reminding,
    ...accessParts({ ...data, store }, sampleAccounts),
    ...{ store, configuration, node, pause, stopping },
    assets: await buildAssets(),
    ringForReminders: reminders.ring,
    webhooks: { mayCall: mayCallBy(resolve, backgroundPause), ring: news.ring },
    noteAccess: ({ who, what, request }) => {
      logger.info({ audit: true, who, what, request }, 'looked at what is personal');
    },
    noteDefect: (thrown, request) => {
      logger.error({ err: thrown, request }, 'this should not have happened');
    },
  };
};

/** Where messages go is another place in tests. */
const remindingOf = ({ configuration, store, directory, mailer }: Parts) =>
  TE.map((reminding: RemindingParts) =>
    mailer === undefined ? reminding : { ...reminding, mailer },
  )(remindingParts(configuration, store, directory));

/** Serves pages and API from an open log until it is closed. */
export const startServer =
  (parts: Parts): TE.TaskEither<Failure, Running> =>
  async () => {
    const { configuration } = parts;
    const stopping = new AbortController();
    const reminding = await remindingOf(parts)();
    if (E.isLeft(reminding)) return reminding;
    const background = backgroundOf(parts, reminding.right, stopping.signal);
    const desk = await deskOf(parts, reminding.right, background, stopping.signal);
    const app = await applicationOf(desk, parts);
    try {
      await app.listen(configuration.port, configuration.host);
    } catch (thrown) {
      await app.close();
      return E.left(cannotListen(thrown, configuration));
    }
    const url = await app.getUrl();
    const working = Promise.all([background.news.run(), background.reminders.run()]);
    return E.right({
      url,
      port: Number(new URL(url).port),
      setupCode: () =>
        TE.map((isNeeded: boolean) => (isNeeded ? desk.setupCode : undefined))(
          isWithoutAdministrator(desk),
        ),
      close: async () => {
        stopping.abort();
        await app.close();
        await working;
      },
    });
  };
