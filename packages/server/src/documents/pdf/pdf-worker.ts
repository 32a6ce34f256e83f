import { parentPort } from 'node:worker_threads';
import type { PdfAnswer, PdfRequest } from './pdf-thread.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { registeredPdf } from './registered-pdf.ts';

// The thread of `PdfThread`: makes one document after the other.
const port = parentPort!;

async function make({ id, ...order }: PdfRequest): Promise<PdfAnswer> {
  try {
    return { id, pdf: await ('receipt' in order ? receiptPdf(order.receipt) : registeredPdf(order.registered)) };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (request: PdfRequest) => {
  last = last.then(async () => port.postMessage(await make(request)));
});
