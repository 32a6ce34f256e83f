import type { Random } from '../random.ts';
import type { Asked } from '../service/asked.ts';
import { theSurvey } from '../service/survey.ts';
import { Person } from './person.ts';
import type { SocketGate } from './socket-gate.ts';

export interface Surroundings {
  readonly api: string;
  readonly random: Random;
  readonly gate: SocketGate;
  /** What they are asked: the survey, unless said otherwise. */
  readonly asked?: Asked;
}

/** The person of that number: under one seed always the same key and the same words. */
export const aPerson = ({ api, random, gate, asked = theSurvey }: Surroundings, number: number): Person => {
  const own = random.fork(`person ${number}`);
  return new Person({ api, gate, random: own, asked, answers: asked.answersOf(`Persona ${number}`, own) });
};

/** So many people. */
export function* people(surroundings: Surroundings, count: number): Generator<Person, undefined> {
  for (let number = 0; number < count; number += 1) yield aPerson(surroundings, number);
  return undefined;
}

/** People who keep coming until it is said that it is enough. */
export function* peopleUntil(surroundings: Surroundings, isEnough: () => boolean): Generator<Person, undefined> {
  for (let number = 0; !isEnough(); number += 1) yield aPerson(surroundings, number);
  return undefined;
}
