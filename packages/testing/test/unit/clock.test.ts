import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fakeClock } from '../../src/clock.ts';

describe('fake clock', () => {
  it('stands still, then runs what falls due in order, timers set on the way included', async () => {
    const clock = fakeClock('2026-11-20T11:00:00Z');
    const ran: string[] = [];
    clock.setTimer(() => ran.push('late'), 500);
    clock.setTimer(() => {
      ran.push('early');
      clock.setTimer(() => ran.push('between'), 100);
    }, 200);
    const cancel = clock.setTimer(() => ran.push('never'), 300);
    cancel();
    assert.equal(clock.next(), clock.now() + 200);
    await clock.advance(1000);
    assert.deepEqual(ran, ['early', 'between', 'late']);
    assert.equal(new Date(clock.now()).toISOString(), '2026-11-20T11:00:01.000Z');
  });
});
