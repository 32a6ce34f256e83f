import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breathe, inTurn } from '../../src/form-tag/turns.ts';
import { FakePlatform, settle } from './fake-platform.ts';

/** A page that notes the turns it gets among the rest of what happens. */
class NotingPlatform extends FakePlatform {
  readonly events: string[] = [];

  override nextTask(): Promise<void> {
    this.events.push('page');
    return super.nextTask();
  }
}

/** Does pieces of work, each of so many milliseconds, with room for the page after each. */
const working =
  (platform: NotingPlatform, name: string, pieces: number, milliseconds: number) => async (): Promise<void> => {
    for (let piece = 1; piece <= pieces; piece += 1) {
      platform.clock += milliseconds;
      platform.events.push(`${name}${piece}`);
      await breathe(platform);
    }
  };

describe('widgets that render in turn', () => {
  it('give the page a turn when they have rendered for 32 ms, and not before', async () => {
    const platform = new NotingPlatform();
    await inTurn(platform, working(platform, 'a', 5, 16));
    assert.deepEqual(platform.events, ['a1', 'a2', 'page', 'a3', 'a4', 'page', 'a5']);
  });

  it('share a task while there is time, each after the one before', async () => {
    const platform = new NotingPlatform();
    await Promise.all([
      inTurn(platform, working(platform, 'a', 2, 10)),
      inTurn(platform, working(platform, 'b', 2, 10)),
      inTurn(platform, working(platform, 'c', 1, 10)),
    ]);
    assert.deepEqual(platform.events, ['a1', 'a2', 'b1', 'b2', 'page', 'c1']);
  });

  it('have all their time again when the one before was long ago', async () => {
    const platform = new NotingPlatform();
    await inTurn(platform, working(platform, 'a', 1, 20));
    await settle();
    platform.clock += 1000;
    await inTurn(platform, working(platform, 'b', 1, 20));
    assert.deepEqual(platform.events, ['a1', 'b1']);
  });

  it('learn whether another one waits', async () => {
    const platform = new NotingPlatform();
    const heard: boolean[] = [];
    const asking = async (): Promise<unknown> => heard.push(await breathe(platform));
    await Promise.all([inTurn(platform, asking), inTurn(platform, asking), inTurn(platform, asking)]);
    assert.deepEqual(heard, [true, true, false]);
  });

  it('go on when one of them fails', async () => {
    const platform = new NotingPlatform();
    await assert.rejects(
      inTurn(platform, () => Promise.reject(new Error('no code'))),
      /no code/,
    );
    await inTurn(platform, working(platform, 'a', 1, 1));
    assert.deepEqual(platform.events, ['a1']);
  });
});
