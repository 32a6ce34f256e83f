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
  let done = 0;
  const once = async (): Promise<boolean> => {
    done += 1;
    return false;
  };
  const rest = async (): Promise<boolean> => false;
  beforeEach(() => {
    done = 0;
  });

  it('are for one tab at a time: what another is sending is not waited for', async () => {
    const release = await holdElsewhere('a');
    await createExclusively()('a', once);
    expect(done).to.equal(0);
    release();
  });

  it('are free again when the other tab is done', async () => {
    const exclusively = createExclusively();
    const release = await holdElsewhere('b');
    await exclusively('b', once);
    release();
    await untilDone(
      () => exclusively('b', once),
      () => done > 0,
    );
    expect(done).to.equal(1);
  });

  it('are taken from a tab that sleeps once its time is over', async () => {
    const exclusively = createExclusively(20);
    const release = await holdElsewhere('c');
    await untilDone(
      () => exclusively('c', once),
      () => done > 0,
    );
    expect(done).to.equal(1);
    release();
  });

  it('are not taken from tabs that each have their turn', async () => {
    const exclusively = createExclusively(60_000);
    const release = await holdElsewhere('d');
    await exclusively('d', rest);
    const other = holdElsewhere('d');
    expect(await inLine('d')).to.equal(true);
    release();
    const releaseOther = await other;
    await exclusively('d', once);
    expect(done).to.equal(0);
    releaseOther();
  });

  it('follow each other without another tab’s in between, though all others ask for theirs', async () => {
    const [mine, theirs] = [createExclusively(), createExclusively()];
    const turns: string[] = [];
    let others: Promise<void>[] = [];
    await mine('g', async () => {
      turns.push('mine');
      // In the middle of a turn, and again when it is just over.
      others.push(theirs('g', async () => (turns.push('theirs'), false)));
      await Promise.all(others);
      others = [Promise.resolve().then(() => theirs('g', async () => (turns.push('theirs'), false)))];
      return turns.length < 20;
    });
    await Promise.all(others);
    expect(turns).to.deep.equal(Array(20).fill('mine'));
    await untilDone(
      () => theirs('g', once),
      () => done > 0,
    );
  });

  it('let whoever stands in line see, between two of them, that their holder is awake', async () => {
    const [mine, theirs] = [createExclusively(), createExclusively()];
    const waits: boolean[] = [];
    await mine('h', async () => {
      waits.push(await inLine('h'));
      await theirs('h', once);
      waits.push(await inLine('h'));
      return waits.length < 8;
    });
    // In line at the end of each turn, and no more at the beginning of the next.
    expect([waits, done]).to.deep.equal([[false, true, false, true, false, true, false, true], 0]);
  });

  it('are over for a tab that one of them was taken from, whatever it does when it wakes', async () => {
    const [mine, theirs] = [createExclusively(), createExclusively(20)];
    const { promise: asleep, resolve: wake } = Promise.withResolvers<void>();
    let turns = 0;
    const sleeping = mine('i', async () => {
      turns += 1;
      await asleep;
      return true;
    }).catch((error: DOMException) => error.name);
    await untilDone(
      () => theirs('i', once),
      () => done > 0,
    );
    wake();
    expect(await sleeping).to.equal('AbortError');
    await createExclusively()('i', once);
    expect([turns, done]).to.deep.equal([1, 2]);
  });

  it('end when the work fails, and say so', async () => {
    const exclusively = createExclusively();
    const failed = await exclusively('e', () => Promise.reject(new Error('no'))).catch(String);
    expect(failed).to.equal('Error: no');
    await exclusively('e', once);
    expect(done).to.equal(1);
  });

  it('are everybody’s where there are no locks', async () => {
    const { request } = LockManager.prototype;
    LockManager.prototype.request = () => Promise.reject(new DOMException('no origin', 'SecurityError'));
    try {
      await createExclusively()('f', once);
    } finally {
      LockManager.prototype.request = request;
    }
    expect(done).to.equal(1);
  });
});
