import { describe, expect, it } from 'vitest';
import { dataDirectory } from './data-directory.ts';

describe('where the log is', () => {
  it('given --data, then there, whatever the environment says', () => {
    expect(dataDirectory('/a', { TRACKRECORD_DATA: '/b' })).toBe('/a');
  });

  it('given TRACKRECORD_DATA, then there', () => {
    expect(dataDirectory(undefined, { TRACKRECORD_DATA: '/b', XDG_DATA_HOME: '/c' })).toBe('/b');
  });

  it('given variables and an option that are set to nothing, then they count as not set', () => {
    const unset = dataDirectory(undefined, {});
    expect(dataDirectory('', { TRACKRECORD_DATA: '', XDG_DATA_HOME: ' ' })).toBe(unset);
    expect(unset).not.toBe(process.cwd());
  });
});
