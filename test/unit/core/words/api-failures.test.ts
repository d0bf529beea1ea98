import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { failureOf } from '../../../../main/core/digitalocean/sending/failure.ts';
import { adviceFor } from '../../../../main/core/words/refusals.ts';

const refused = (status: number, operationId = 'tags_delete', message: string | null = null, method = 'DELETE') =>
  failureOf(
    { type: 'status', status, error: { id: null, message, requestId: null }, headers: {}, throttledUntilMs: null },
    {
      request: { operationId, method, path: '/v2/things/1', isRead: false, isPaced: true, scopes: [] },
      attempts: 1,
      nowMs: 0,
    },
  );

describe('what to do after a refusal', () => {
  it.each([
    [409, 'conflict', 'because it conflicts with how things are now', 'another change may still run'],
    [410, 'not-found', 'There is nothing at /v2/things/1 any more', 'retired'],
    [412, 'conflict', 'because something that it needs is missing', 'what it needs'],
    [422, 'unprocessable', 'could not do DELETE /v2/things/1', 'Look at what you sent'],
    [423, 'conflict', 'because the thing is locked', 'when that is done'],
    [424, 'conflict', 'because something that it depends on failed', 'depends on'],
  ])('fits the status: %i', (status, kind, message, nextStep) => {
    const failure = refused(status);
    expect(failure.kind).toBe(kind);
    expect(failure.message).toContain(message);
    expect(failure.nextStep).toContain(nextStep);
  });

  it.each([
    ['DELETE', 'Something may still use it, or another change may still run: look at it again.'],
    ['POST', 'The name may be taken, or another change may still run: look at it again.'],
    ['GET', 'It may not be ready for that yet: look at it again.'],
  ])('fits what collided: %s', (method, nextStep) => {
    expect(refused(409, 'tags_delete', null, method).nextStep).toBe(nextStep);
  });

  it('repeats what DigitalOcean says', () => {
    expect(refused(412, 'registry_delete', 'registry does not exist.').message).toBe(
      'DigitalOcean refused DELETE /v2/things/1, because something that it needs is missing: registry does not exist.',
    );
    expect(refused(422, 'tags_delete', 'Name is too long').nextStep).toBe('Correct that, then send it again.');
  });

  it('fits the operation where the status does not tell', () => {
    expect(refused(412, 'registry_get').nextStep).toContain('several registries');
    expect(refused(412, 'projects_delete').nextStep).toContain('to another project');
    expect(refused(409, 'registry_validate_name').nextStep).toContain('taken');
  });

  it('is written for operations that exist alone, and never without an effect', async () => {
    const known = new Set((await loadIndex()).operations.map((one) => one.id));
    for (const [id, byStatus] of Object.entries(adviceFor)) {
      expect(known.has(id), id).toBe(true);
      for (const [status, advice] of Object.entries(byStatus)) expect(refused(Number(status), id).nextStep).toBe(advice);
    }
  });
});
