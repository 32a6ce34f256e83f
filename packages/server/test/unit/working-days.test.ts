import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { romeClock } from '../../src/time/rome-clock.ts';
import { dateAfter, romeDate, startOfRomeDate } from '../../src/time/rome-date.ts';
import { isWorkingDay, nextWorkingDay } from '../../src/time/working-days.ts';

describe('nextWorkingDay', () => {
  const cases: [string, string, string][] = [
    ['the next day in the week', '2026-11-18', '2026-11-19'],
    ['Monday after a Friday', '2026-11-20', '2026-11-23'],
    ['past Easter Monday', '2027-03-26', '2027-03-30'],
    ['past Christmas and the weekend behind it', '2026-12-24', '2026-12-28'],
    ['past Saint John, who is Turin’s', '2026-06-23', '2026-06-25'],
    ['past Saint Francis, a feast again since 2026', '2027-10-01', '2027-10-05'],
    ['past New Year', '2026-12-31', '2027-01-04'],
  ];
  for (const [what, from, to] of cases) it(`is ${what}`, () => assert.equal(nextWorkingDay(from), to));

  it('knows Easter Monday of every year', () => {
    const mondays = ['2024-04-01', '2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17', '2030-04-22', '2038-04-26'];
    for (const monday of mondays) assert.equal(isWorkingDay(monday), false, monday);
    assert.equal(isWorkingDay('2026-04-13'), true);
  });
});

describe('romeDate and romeClock', () => {
  it('are the calendar and the clock of Rome, on the days when clocks change too', () => {
    for (const [instant, date, clock] of [
      ['2026-11-20T11:00:00Z', '2026-11-20', '12:00:00'],
      ['2026-12-31T22:59:59.999Z', '2026-12-31', '23:59:59'],
      ['2026-12-31T23:00:00Z', '2027-01-01', '00:00:00'],
      ['2026-03-29T00:59:59Z', '2026-03-29', '01:59:59'],
      ['2026-03-29T01:00:00Z', '2026-03-29', '03:00:00'],
      ['2026-10-25T00:30:00Z', '2026-10-25', '02:30:00'],
      ['2026-10-25T01:30:00Z', '2026-10-25', '02:30:00'],
      ['2026-07-01T22:00:05Z', '2026-07-02', '00:00:05'],
    ] as const) {
      assert.equal(romeDate(Date.parse(instant)), date, instant);
      assert.equal(romeClock(Date.parse(instant)), clock, instant);
    }
  });

  it('go from each day of years to the next', () => {
    let date = '2024-01-01';
    for (let count = 0; count < 1500; count += 1) {
      assert.equal(romeDate(startOfRomeDate(date)), date);
      assert.equal(romeDate(startOfRomeDate(date) - 1) < date, true);
      assert.equal(dateAfter(date), romeDate(startOfRomeDate(dateAfter(date))));
      date = dateAfter(date);
    }
  });
});
