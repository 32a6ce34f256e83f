import fc from 'fast-check';
import type { DiskFault } from './disk.ts';
import { refusals, type Weather } from './service.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

type Command = fc.AsyncCommand<World, World>;

const command = (words: string, run: (world: World) => void | Promise<void>, can = (_: World) => true): Command => ({
  check: can,
  async run(_, world) {
    await run(world);
    world.check();
  },
  toString: () => words,
});

/** Something done in the tab of one place, while it is in a phase that allows it. */
const inTab = (
  words: string,
  place: string,
  act: (tab: Tab, world: World) => void | Promise<void>,
  phases?: readonly string[],
): Command =>
  command(
    `${words} in ${place}`,
    (world) => {
      const tab = world.tabs.get(place)!;
      const work = act(tab, world);
      if (work) world.begin(work);
    },
    (world) => {
      const tab = world.tabs.get(place);
      return tab !== undefined && !world.turns.isStopped(tab.name) && (phases?.includes(tab.phase) ?? true);
    },
  );

const weathers: readonly Weather[] = [
  'fair',
  'offline',
  'request-lost',
  'response-lost',
  'black-hole',
  'captive-portal',
  'json-of-others',
  'receipt-of-others',
  'garbled',
  'error-page',
  'not-found-page',
  'timeout-page',
  'busy',
  'busy-for-long',
  'rate-limited',
  'in-flight',
  'failed',
  'code-of-next-year',
  ...(Object.keys(refusals) as Weather[]),
];
const faults: readonly DiskFault[] = ['none', 'full', 'dead', 'silent'];

const places = fc.constantFrom('left', 'right', 'third');

/** Gives turns, to whom the numbers say. */
const turns = (choices: readonly number[]): Command =>
  command(`turns ${choices.join(' ')}`, async (world) => {
    for (const choice of choices) await world.turns.take(choice);
  });

/** Lets all that was begun come to its end, in the order in which it can. */
const calm = command('calm', async (world) => {
  for (let turn = 0; turn < 200 && (await world.turns.take(0)); turn += 1);
});

const everywhere = (make: (place: string) => Command): fc.Arbitrary<Command> => places.map(make);

/** All that can happen, and how often: what a person does, what befalls the device, and whose turn it is. */
const happenings: fc.WeightedArbitrary<Command>[] = [
  { weight: 20, arbitrary: fc.array(fc.nat(7), { minLength: 1, maxLength: 8 }).map(turns) },
  { weight: 14, arbitrary: fc.constant(calm) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(300, 2_000, 31_000, 16 * 60_000, 25 * 60 * 60_000)
      .map((time) => command(`${time} ms pass`, (world) => world.pass(time))),
  },
  {
    weight: 8,
    arbitrary: everywhere((at) =>
      command(
        `open ${at}`,
        (world) => world.open(at),
        (world) => !world.tabs.has(at),
      ),
    ),
  },
  {
    weight: 12,
    arbitrary: everywhere((at) => inTab('write', at, (tab, world) => tab.write(world.newWords()), ['writing'])),
  },
  { weight: 10, arbitrary: everywhere((at) => inTab('send', at, (tab) => tab.send(), ['writing'])) },
  { weight: 2, arbitrary: everywhere((at) => inTab('take theirs', at, (tab) => tab.settle(true), ['writing'])) },
  { weight: 2, arbitrary: everywhere((at) => inTab('keep mine', at, (tab) => tab.settle(false), ['writing'])) },
  { weight: 2, arbitrary: everywhere((at) => inTab('send now', at, (tab) => tab.sendNow(), ['sending'])) },
  { weight: 4, arbitrary: everywhere((at) => inTab('correct', at, (tab) => tab.putRight(false), ['attention'])) },
  { weight: 4, arbitrary: everywhere((at) => inTab('send as new', at, (tab) => tab.putRight(true), ['attention'])) },
  { weight: 1, arbitrary: everywhere((at) => inTab('delete', at, (tab) => tab.remove(), ['writing', 'attention'])) },
  { weight: 1, arbitrary: everywhere((at) => inTab('hide', at, (tab) => tab.hide(), ['writing'])) },
  { weight: 3, arbitrary: everywhere((at) => inTab('network back', at, (tab) => tab.page.becomeReachable())) },
  { weight: 1, arbitrary: everywhere((at) => inTab('clock wrong', at, (tab) => void (tab.page.wrongBy = -1e11))) },
  { weight: 4, arbitrary: everywhere((at) => command(`crash ${at}`, (world) => world.crash(at))) },
  { weight: 1, arbitrary: everywhere((at) => inTab('sleep', at, (tab, world) => world.turns.stop(tab.name))) },
  {
    weight: 2,
    arbitrary: everywhere((at) => command(`wake ${at}`, (world) => world.wake(at))),
  },
  {
    weight: 10,
    arbitrary: fc
      .constantFrom(...weathers)
      .map((weather) => command(`weather: ${weather}`, (world) => void (world.service.weather = weather))),
  },
  { weight: 5, arbitrary: fc.constant(command('weather: fair', (world) => void (world.service.weather = 'fair'))) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...faults)
      .map((fault) => command(`disk: ${fault}`, (world) => void (world.disk.fault = fault))),
  },
  { weight: 4, arbitrary: fc.constant(command('disk: none', (world) => void (world.disk.fault = 'none'))) },
];

/** A story of up to so many happenings, which shrinks to the shortest that still goes wrong. */
export const aStory = (longest: number, replayPath: string): fc.Arbitrary<Iterable<Command>> =>
  fc.commands([fc.oneof(...happenings)], { maxCommands: longest, ...(replayPath ? { replayPath } : {}), size: 'max' });
