import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Receipt } from '@cmto/contract';
import { openDatabase } from '@cmto/server';
import { aKey, aRequest, aService } from '@cmto/testing/builders';
import { ServiceRepository } from '../../src/surveys/survey-repository.ts';
import { aPlace, type Lifetime, type Place } from '../support/database.ts';
import { start, stop } from '../support/server-process.ts';
import { SmtpOffice } from '../support/smtp-office.ts';

async function aServicePlace(test: Lifetime): Promise<Place> {
  const place = await aPlace(test);
  const database = await openDatabase(place.target);
  const services = new ServiceRepository(database.db);
  await services.import(aService());
  await services.publish('assistenza');
  await database.close();
  return place;
}

describe('the server', () => {
  it('sends letters by itself, those too that were ordered before it had a mail server', async (test) => {
    const place = await aServicePlace(test);
    const office = await SmtpOffice.open(test);
    const without = await start(test, place);
    const answer = await fetch(`${without.base}/services/assistenza/requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
      body: JSON.stringify(aRequest()),
    });
    const { register } = (await answer.json()) as Receipt;
    assert.equal(await stop(without), 0);
    assert.equal(office.brought, 0);

    const arrived = office.next();
    const settings = { CMTO_SMTP_URL: office.url, CMTO_MAIL_FROM: 'kit@example.org' };
    const server = await start(test, { ...place, environment: { ...place.environment, ...settings } });
    await arrived;
    assert.equal(await stop(server), 0);
    assert.deepEqual(
      office.arrived.map(({ to, email }) => [to, email.subject]),
      [['ada.rossi@example.it', `Ricevuta della richiesta ${register!.code}-${register!.year}/${register!.number}`]],
    );
  });
});
