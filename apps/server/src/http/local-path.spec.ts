import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('a path of our own', () => {
  it.each([
    '/',
    '/plans/harbour?asOf=2026-01-01&knownAt=812#action-27',
    '/plans/harbour?next=https://elsewhere.example/',
    '/plans/harbour%20and%20vale',
    '/%2F/elsewhere.example',
    '/@elsewhere.example',
    '/a//b',
  ])('given %s, then it is taken as it is', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'plans',
    '?next=/',
    '#top',
    'https://elsewhere.example',
    'HTTPS://elsewhere.example/plans',
    'http:elsewhere.example',
    'https:/elsewhere.example',
    '//elsewhere.example',
    '///elsewhere.example',
    '////elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '\\/elsewhere.example',
    '/plans\\..\\..\\',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\r\nset-cookie: a=b',
    '\t//elsewhere.example',
    ' //elsewhere.example',
    '/\u0000/elsewhere.example',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    '/plans/..//elsewhere.example',
    '/%2e%2e//elsewhere.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'mailto:a@elsewhere.example',
    '@elsewhere.example',
    'elsewhere.example',
    '//user@elsewhere.example',
    'http://here.invalid/plans',
    '//here.invalid/plans',
  ])('given %j, then it is none', (text) => {
    expect(localPath(text)).toBeUndefined();
  });
});
