import {
  accessCommands,
  indicatorCommands,
  partnershipCommands,
  partyCommands,
  planCommands,
  reviewCommands,
  webhookCommands,
} from '@trackrecord/domain';
import { describe, expect, it } from 'vitest';
import { accessRoutes } from './commands/account-commands.ts';
import { planRoutes } from './commands/plan-routes.ts';
import { reviewRoutes } from './commands/review-commands.ts';
import { apiRoutes } from './api-routes.ts';
import { endpoints } from './endpoints.ts';

const operations = endpoints.map(({ operationId }) => operationId);

const operationOf = (type: string): string => type.slice(0, 1).toLowerCase() + type.slice(1);

describe('the endpoints', () => {
  it('given their names, then no two are the same; nor are two methods at one address', () => {
    expect(operations).toEqual([...new Set(operations)]);
    const addresses = apiRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(addresses).toEqual([...new Set(addresses)]);
  });

  it('given that a command is carried out by another endpoint, then there is that one', () => {
    const carried = Object.values({ ...planRoutes, ...reviewRoutes, ...accessRoutes }).flatMap(
      (route) => ('carriedBy' in route ? [route.carriedBy] : []),
    );
    expect(carried.filter((name) => !operations.includes(name))).toEqual([]);
  });

  it('given every command of the domain, then there is an endpoint by its name, or the one that takes back', () => {
    const carriedByOthers = ['RecordImport', 'RetractAssertions'];
    const commands = [
      planCommands,
      partyCommands,
      indicatorCommands,
      partnershipCommands,
      reviewCommands,
      accessCommands,
      webhookCommands,
    ]
      .flatMap((table) => Object.keys(table))
      .filter((type) => !carriedByOthers.includes(type));
    expect(commands.filter((type) => !operations.includes(operationOf(type)))).toEqual([]);
    expect(operations.filter((name) => name.startsWith('retract'))).toEqual([
      'retractAssertions',
      'retractFromIndicator',
      'retractReview',
      'retractFromParty',
      'retractFromPartnership',
    ]);
  });

  it('given what asks and what changes, then who may is said of each, and changes are nobody’s', () => {
    const changing = endpoints.filter(({ method }) => method !== 'GET');
    expect(changing.filter(({ may }) => may === 'anyone' || may === 'read')).toEqual([]);
    expect(endpoints.filter(({ may }) => may === 'anyone').map(({ path }) => path)).toEqual([
      '/openapi.json',
    ]);
  });
});
