import type { World } from './world.ts';

/** Lets all that was begun come to its end, and what is due after typing. */
export const calm = async (world: World): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    for (let turn = 0; turn < 400 && (await world.turns.take(0)); turn += 1);
    await world.pass(300);
  }
  world.check();
};
