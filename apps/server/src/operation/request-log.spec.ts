import { describe, expect, it } from 'vitest';
import { pathOf } from './request-log.ts';

const secret = 'dGhpcyBpcyBub3QgYSBzZWNyZXQtYnV0XzQzX2xvbmc';

describe('what the log tells of an address', () => {
  it.each([
    `/calendar/${secret}.ics`,
    `/Calendar/${secret}.ICS?x=1`,
    `//calendar//${secret}.ics`,
    `/calendar/${secret}/`,
    `http://plans.example/calendar/${secret}.ics`,
    `/calendar/${secret}`,
  ])('given a calendar’s at %s, then not what is secret in it', (url) => {
    expect(pathOf({ url })).not.toContain(secret.slice(0, 20));
    expect(pathOf({ url })).toMatch(/calendar/iu);
  });

  it.each([
    `/answer/${secret}.${secret}`,
    `/Answer/${secret}.${secret}/again`,
    `//answer//${secret}.${secret}?x=1`,
    `http://plans.example/answer/${secret}`,
    `/stop/${secret}.${secret}`,
    `/STOP/${secret}.${secret}/`,
  ])('given the address %s of a link in a message, then not what is secret in it', (url) => {
    expect(pathOf({ url })).not.toContain(secret.slice(0, 20));
    expect(pathOf({ url })).toMatch(/\/(?:answer|stop)\/+…/iu);
  });

  it.each([
    ['/plans/harbour/actions/7/answer', '/plans/harbour/actions/7/answer'],
    ['/plans/harbour?as=x', '/plans/harbour'],
    ['/plans/harbour/calendar', '/plans/harbour/calendar'],
    ['/plans/harbour/calendar/remove', '/plans/harbour/calendar/remove'],
    [`/owed?who=${secret}`, '/owed'],
  ])('given %s, then %s', (url, path) => {
    expect(pathOf({ url })).toBe(path);
  });
});
