import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

describe('tasks of one key', () => {
  it('given three of one key and one of another, then those of one key follow on each other', async () => {
    const said: Array<string> = [];
    const { run } = oneAtATime();
    const task = (name: string) => async (): Promise<string> => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends`);
      return name;
    };
    const answers = await Promise.all([
      run('plan', task('one')),
      run('plan', task('two')),
      run('party', task('other')),
      run('plan', task('three')),
    ]);
    expect(answers).toEqual(['one', 'two', 'other', 'three']);
    const ofPlan = said.filter((words) => !words.startsWith('other'));
    expect(ofPlan).toEqual([
      'one begins',
      'one ends',
      'two begins',
      'two ends',
      'three begins',
      'three ends',
    ]);
    expect(said.indexOf('other begins')).toBeLessThan(said.indexOf('two begins'));
  });

  it('given one that fails, then the next runs, and who failed is told', async () => {
    const { run } = oneAtATime();
    const failing = run('plan', () => Promise.reject(new Error('no')));
    const next = run('plan', () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('given some that run and some that wait, when it is all over, then each has ended', async () => {
    const { run, allOver } = oneAtATime();
    await allOver();
    const gate = Promise.withResolvers<undefined>();
    const ended: Array<string> = [];
    const task = (name: string) => async (): Promise<void> => {
      await gate.promise;
      ended.push(name);
    };
    void run('plan', task('one'));
    void run('plan', task('two'));
    void run('party', task('other'));
    const over = allOver();
    gate.resolve(undefined);
    await over;
    expect(ended.toSorted()).toEqual(['one', 'other', 'two']);
  });
});
