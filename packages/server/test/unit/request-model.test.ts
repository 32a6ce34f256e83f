import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestStates } from '@cmto/contract/schemas';
import fc from 'fast-check';
import { correspondentOf, shorten } from '../../src/requests/model/applicant.ts';
import {
  deadlineAt,
  levelsDue,
  longestSuspension,
  resume,
  startClock,
  suspend,
} from '../../src/requests/model/deadline.ts';
import { isPending, stateAfter, type Move } from '../../src/requests/model/state-machine.ts';
import { romeDate, startOfRomeDate } from '../../src/time/rome-date.ts';
import { aRequest, aService } from '@cmto/testing/builders';

const hour = 3_600_000;
const instants = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2030-12-31T00:00:00Z') });
const days = fc.integer({ min: 1, max: 365 });
const daysBetween = (from: number, to: number): number =>
  Math.round((Date.parse(`${romeDate(to)}T12:00:00Z`) - Date.parse(`${romeDate(from)}T12:00:00Z`)) / (24 * hour));

describe('deadlines', () => {
  it('end with a day in Rome, as many calendar days after the day of registration, over every change of clocks', () => {
    fc.assert(
      fc.property(instants, days, (at, count) => {
        const { deadline } = startClock(at, count);
        assert.equal(deadline, startOfRomeDate(romeDate(deadline)));
        assert.equal(daysBetween(at, deadline), count + 1);
      }),
    );
  });

  it('move by the days that the clock stood, 30 at most, once, and never back', () => {
    fc.assert(
      fc.property(instants, days, fc.nat(400 * 24), fc.nat(400 * 24), (at, count, before, during) => {
        const clock = startClock(at, count);
        const stoodFrom = at + before * hour;
        const stood = suspend(clock, stoodFrom);
        const again = resume(stood, stoodFrom + during * hour);
        const moved = daysBetween(clock.deadline, again.deadline);
        assert.equal(moved, Math.min(longestSuspension, daysBetween(stoodFrom, stoodFrom + during * hour)));
        assert.deepEqual(suspend(again, stoodFrom + during * hour), again);
        assert.deepEqual(resume(again, stoodFrom + (during + 5) * hour), again);
        assert.equal(deadlineAt(stood, stoodFrom + during * hour), again.deadline);
      }),
    );
  });

  it('stay where they are when a device clock or a server clock goes back', () => {
    const clock = suspend(startClock(Date.parse('2026-11-20T11:00:00Z'), 30), Date.parse('2026-11-25T11:00:00Z'));
    assert.equal(resume(clock, Date.parse('2026-11-01T11:00:00Z')).deadline, clock.deadline);
  });

  it('count the day on which Rome changes its clocks as one day', () => {
    // 25 October 2026 has 25 hours.
    assert.equal(
      new Date(startClock(Date.parse('2026-10-24T21:59:59Z'), 1).deadline).toISOString(),
      '2026-10-25T23:00:00.000Z',
    );
  });

  it('reach the next level only as time goes on', () => {
    fc.assert(
      fc.property(instants, days, fc.nat(500 * 24), fc.nat(24 * 40), (at, count, later, more) => {
        const clock = startClock(at, count);
        const now = levelsDue(clock, at + later * hour);
        assert.ok(levelsDue(clock, at + (later + more) * hour) >= now);
        assert.equal(now > 0, at + later * hour >= clock.deadline);
      }),
    );
  });
});

describe('the states of a request', () => {
  const moves: readonly Move[] = ['confirm', 'take', 'ask', 'add', 'withdraw', 'close'];

  it('whatever is tried, never leave the end, and register before anything is worked at', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (tried) => {
        let state: (typeof requestStates)[number] = 'unconfirmed';
        let wasRegistered = false;
        for (const move of tried) {
          const next = stateAfter(state, move);
          if (state === 'closed' || state === 'withdrawn') assert.equal(next, undefined);
          if (next === undefined) continue;
          if (next === 'registered') wasRegistered = true;
          if (['in-charge', 'waiting', 'closed'].includes(next)) assert.ok(wasRegistered);
          state = next;
        }
      }),
    );
  });

  it('are pending exactly while an outcome is owed', () => {
    assert.deepEqual(requestStates.filter(isPending), ['registered', 'in-charge', 'waiting']);
  });
});

describe('correspondentOf', () => {
  const words = (field: string) => ({ ente: 'Comune di Bruino' })[field];

  it('names the person, or the body they write for', () => {
    const { answers } = aRequest({ cf: 'RSSDAA80A41L219X' });
    assert.deepEqual(correspondentOf(aService(), answers, words), {
      kind: 'person',
      name: 'Ada Rossi',
      taxCode: 'RSSDAA80A41L219X',
    });
    const { name, kind } = correspondentOf(aService(), { ...answers, chi: 'municipality' }, words);
    assert.deepEqual([kind, name], ['municipality', 'Comune di Bruino']);
  });

  it('believes who signed in more than what was written', () => {
    const proven = { givenName: 'Eva', familyName: 'Verdi', taxCode: 'VRDVEA80A41L219X' };
    const { answers } = aRequest({ cf: 'RSSDAA80A41L219X' });
    assert.deepEqual(correspondentOf(aService(), answers, words, proven), {
      kind: 'person',
      name: 'Eva Verdi',
      taxCode: 'VRDVEA80A41L219X',
    });
  });

  it('has a name where none was asked for', () => {
    assert.equal(correspondentOf(aService({ applicant: { name: ['nome'] } }), {}, words).name, 'Mittente non indicato');
  });
});

describe('shorten', () => {
  it('keeps to the length, in one line, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (text) => {
        const short = shorten(text);
        assert.ok(short.length <= 500 && !/[\n\r\t]/.test(short) && short.isWellFormed());
      }),
    );
  });
});
