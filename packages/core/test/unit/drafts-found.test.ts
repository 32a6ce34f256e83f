import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FormState } from '../../src/form/form-state.ts';
import { Submission } from '../../src/submission/submission.ts';
import { calm } from './delivery-model/calm.ts';
import { Form } from './delivery-model/form.ts';
import { Page } from './delivery-model/page.ts';
import { createTabDelivery } from './delivery-model/tab-delivery.ts';
import { World } from './delivery-model/world.ts';
import { settle } from './fake-platform.ts';

/** A form whose submission looks on the device already, for what was sent before; the device has not answered yet. */
const lookingOnDevice = async (world: World): Promise<{ form: Form; submission: Submission }> => {
  const page = new Page(world, 'left');
  const form = new Form(
    'prova',
    page,
    createTabDelivery(world, 'left', page, () => undefined),
    {
      submission: () => submission,
      restart: async () => undefined,
      saved: () => undefined,
      arrived: () => undefined,
    },
  );
  const submission = new Submission(form);
  world.begin(submission.deliverWaiting());
  await settle();
  return { form, submission };
};

const begin = (form: Form): void => form.begin(new FormState(form.definition.form), form.services.platform.uuid());

describe('a submission that looks for its draft while the questions come', () => {
  it('keeps what is answered next, though the device answers only then', async () => {
    const world = new World();
    const { form, submission } = await lookingOnDevice(world);
    begin(form);
    world.begin(submission.open());
    await calm(world);
    form.show('words', 'treni.');
    await calm(world);
    const kept = [...world.disk.entries.values()].map(({ state, answers }) => [state, answers['words']]);
    assert.deepEqual(kept, [['draft', 'treni.']]);
  });

  it('shows the draft that the device holds', async () => {
    const world = new World();
    world.open('before');
    await calm(world);
    world.tabs.get('before')!.write('treni.');
    await calm(world);
    world.crash('before');
    const { form, submission } = await lookingOnDevice(world);
    begin(form);
    world.begin(submission.open());
    await calm(world);
    assert.equal(form.session!.state.raw('words'), 'treni.');
    assert.equal(world.disk.entries.size, 1);
  });
});
