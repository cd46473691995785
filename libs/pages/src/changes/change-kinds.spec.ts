import { describe, expect, it } from 'vitest';
import { agendaKind, type Change } from './change-kinds.ts';

const change = (kind: Change['kind'], from: string | null, to: string | null): Change => ({
  kind,
  ref: '27',
  title: 'Do 27',
  priority: null,
  from,
  to,
});

describe('the kinds of a board’s agenda', () => {
  it.each([
    ['Green', 'Amber', 'worse'],
    ['Amber/Green', 'Red', 'worse'],
    ['Red', 'Amber', 'better'],
    ['Amber', 'Complete', 'better'],
    ['Not rated', 'Red', 'rated'],
    ['Green', 'Not rated', 'rated'],
    ['Holding', 'Waiting', 'rated'],
  ])('given %s that became %s when it is named then it is %s', (from, to, kind) => {
    expect(agendaKind(change('re-rated', from, to))).toBe(kind);
  });

  it('given what is gone when it is named then it is withdrawn; the others keep their names', () => {
    expect(agendaKind(change('gone', 'Red', null))).toBe('withdrawn');
    expect(agendaKind(change('slipped', 'June', 'July'))).toBe('slipped');
    expect(agendaKind(change('silent', null, null))).toBe('silent');
  });
});
