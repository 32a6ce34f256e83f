import type { ReceiptStatus } from '@cmto/contract';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { resource } from '../http/resource.ts';
import type { ReceiptDesk } from './receipt-desk.ts';

/** `GET /receipts/{receiptCode}` */
export function addReceipts(app: FastifyInstance, desk: ReceiptDesk): void {
  resource(
    app,
    '/receipts/:code',
    {
      GET: async (request, reply) => {
        const { code } = request.params as { code: string };
        const status: ReceiptStatus | undefined = await desk.open(code);
        if (!status) throw new ProblemError('receipt.not-found');
        return reply
          .header('Cache-Control', 'no-store')
          .type('application/json; charset=utf-8')
          .send(JSON.stringify(status));
      },
    },
    { config: { cors: 'department', limit: 'read' } },
  );
}
