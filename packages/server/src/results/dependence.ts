import { conditionFields, type Condition, type Form } from '@cmto/contract';

/**
 * The one question that decides whether a field is shown: its id, null where the field always is, and undefined where
 * it hangs on more than one comparison. How many answered a field tells how many met its condition; only where that
 * is a sum of cells that are told anyway does it tell nothing new.
 */
export type Controller = string | null | undefined;

/** The controller of each field, by id. */
export function controllersOf(form: Form): ReadonlyMap<string, Controller> {
  const controllers = new Map<string, Controller>();
  for (const page of form.pages) {
    for (const field of page.fields) controllers.set(field.id, controllerOf([page.visibleIf, field.visibleIf]));
  }
  return controllers;
}

function controllerOf(conditions: readonly (Condition | undefined)[]): Controller {
  const given = conditions.filter((condition) => condition !== undefined);
  if (given.length === 0) return null;
  const [only] = given;
  return given.length === 1 && only && 'op' in only ? conditionFields(only)[0] : undefined;
}
