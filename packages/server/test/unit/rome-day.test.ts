import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextRomeDay, startOfRomeDay } from '../../src/time/rome-day.ts';

const start = (instant: string): string => new Date(startOfRomeDay(Date.parse(instant))).toISOString();

describe('startOfRomeDay', () => {
  it('is midnight in Rome, in winter and in summer', () => {
    assert.equal(start('2026-11-20T11:00:00Z'), '2026-11-19T23:00:00.000Z');
    assert.equal(start('2026-07-01T11:00:00Z'), '2026-06-30T22:00:00.000Z');
    assert.equal(start('2026-11-19T22:59:59.999Z'), '2026-11-18T23:00:00.000Z');
    assert.equal(start('2026-11-19T23:00:00Z'), '2026-11-19T23:00:00.000Z');
  });

  it('holds on the days when the clocks change', () => {
    for (const hour of ['00:30', '01:30', '12:00', '21:59'])
      assert.equal(start(`2026-03-29T${hour}:00Z`), '2026-03-28T23:00:00.000Z');
    for (const hour of ['00:30', '01:30', '12:00', '22:59'])
      assert.equal(start(`2026-10-25T${hour}:00Z`), '2026-10-24T22:00:00.000Z');
  });

  it('ends where the next day starts, every day of years', () => {
    let day = startOfRomeDay(Date.parse('2024-01-01T12:00:00Z'));
    for (let count = 0; count < 1500; count += 1) {
      const next = nextRomeDay(day);
      assert.ok([23, 24, 25].includes((next - day) / 3_600_000));
      assert.equal(startOfRomeDay(next - 1), day);
      assert.equal(startOfRomeDay(next), next);
      day = next;
    }
  });
});
