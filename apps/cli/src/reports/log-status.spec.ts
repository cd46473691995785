import { describe, expect, it } from 'vitest';
import { quietShell } from '../wiring/quiet-shell.ts';
import { type LogStatus, logStatusText, skippedAnswer } from './log-status.ts';

const { terminal } = quietShell();

type ClusterStatus = Extract<LogStatus, { engine: 'cluster' }>;

const inCluster = (more: Partial<ClusterStatus>): string =>
  logStatusText({
    engine: 'cluster',
    log: 'esdb://a:2113 (tenant kent)',
    ordinal: 812,
    state: 'live',
    lag: { events: 0, seconds: 0 },
    problem: null,
    skipped: [],
    ...more,
  })(terminal);

describe('how a log stands', () => {
  it('given one in a file, then where it is and how far', () => {
    expect(
      logStatusText({ engine: 'embedded', log: '/a/log.db', ordinal: 812 })(terminal).split('\n'),
    ).toEqual(['Log: /a/log.db, in a file of this machine.', 'It stands at ordinal 812.']);
  });

  it('given one in a cluster, then how far its copy is, and how far behind', () => {
    expect(inCluster({ state: 'behind', lag: { events: 7, seconds: 200 } }).split('\n')).toEqual([
      'Log: esdb://a:2113 (tenant kent), in a cluster.',
      'This node’s copy stands at ordinal 812.',
      'State: behind: the cluster is still telling.',
      'Behind by: 7 events; it held everything 3 minutes ago.',
    ]);
  });

  it('given a problem, then that', () => {
    expect(inCluster({ state: 'stopped', problem: 'a gap after plan-a@3' })).toContain(
      'Problem: a gap after plan-a@3',
    );
  });

  it('given that another process follows, then nothing is said of a lag that only that one knows', () => {
    expect(inCluster({ state: 'elsewhere', lag: { events: 0, seconds: null } })).not.toContain(
      'Behind by',
    );
  });

  it('given events that were left out, then each with its place and why', () => {
    const one = { stream: 'kent.plan-a', id: '3f0f6e1c', type: 'Probe' };
    const text = inCluster({
      skipped: [
        skippedAnswer({ ...one, revision: 3n, why: 'foreign' }),
        skippedAnswer({ ...one, revision: 4n, why: 'repeated' }),
      ],
    });
    expect(text).toContain('Left out of the log: 2');
    expect(text).toMatch(/kent\.plan-a +3 +Probe +not written by Trackrecord/u);
    expect(text).toMatch(/kent\.plan-a +4 +Probe +a second try; the first had landed/u);
  });
});
