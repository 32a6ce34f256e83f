import { createExclusively } from '@cmto/core/platform/exclusively';
import { expect } from 'chai';

/** Another tab: takes the lock past the kit, and gives it back when told to. */
const holdElsewhere = async (name: string): Promise<() => void> => {
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const ended = navigator.locks.request(name, async () => {
    hold();
    await released;
  });
  // Taken over: that is what the test is about.
  ended.catch(() => undefined);
  await held;
  return release;
};

const inLine = async (name: string): Promise<boolean> =>
  (await navigator.locks.query()).pending!.some((lock) => lock.name === name);

/** Tries again and again, as a sender does: with a pause, in which whoever stands in line has a turn. */
const untilDone = async (attempt: () => Promise<void>, isDone: () => boolean): Promise<void> => {
  for (await attempt(); !isDone(); await attempt()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('turns at sending an answer', () => {
  it('are for one tab at a time: what another is sending is not waited for', async () => {
    const release = await holdElsewhere('a');
    let done = 0;
    await createExclusively()('a', async () => void (done += 1));
    expect(done).to.equal(0);
    release();
  });

  it('are free again when the other tab is done', async () => {
    const exclusively = createExclusively();
    const release = await holdElsewhere('b');
    let done = 0;
    await exclusively('b', async () => void (done += 1));
    release();
    await untilDone(
      () => exclusively('b', async () => void (done += 1)),
      () => done > 0,
    );
    expect(done).to.equal(1);
  });

  it('are taken from a tab that sleeps once its time is over', async () => {
    const exclusively = createExclusively(20);
    const release = await holdElsewhere('c');
    let done = 0;
    await untilDone(
      () => exclusively('c', async () => void (done += 1)),
      () => done > 0,
    );
    expect(done).to.equal(1);
    release();
  });

  it('are not taken from tabs that each have their turn', async () => {
    const exclusively = createExclusively(60_000);
    const release = await holdElsewhere('d');
    await exclusively('d', async () => undefined);
    const other = holdElsewhere('d');
    expect(await inLine('d')).to.equal(true);
    release();
    let done = 0;
    const releaseOther = await other;
    await exclusively('d', async () => void (done += 1));
    expect(done).to.equal(0);
    releaseOther();
  });

  it('end when the work fails, and say so', async () => {
    const exclusively = createExclusively();
    const failed = await exclusively('e', () => Promise.reject(new Error('no'))).catch(String);
    expect(failed).to.equal('Error: no');
    let done = 0;
    await exclusively('e', async () => void (done += 1));
    expect(done).to.equal(1);
  });

  it('are everybody’s where there are no locks', async () => {
    const { request } = LockManager.prototype;
    LockManager.prototype.request = () => Promise.reject(new DOMException('no origin', 'SecurityError'));
    let done = 0;
    try {
      await createExclusively()('f', async () => void (done += 1));
    } finally {
      LockManager.prototype.request = request;
    }
    expect(done).to.equal(1);
  });
});
