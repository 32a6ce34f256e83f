import type { IncomingMessage } from 'node:http';

/** The fields of a posted form; it is small, whatever is sent. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 1000) break;
  }
  return new URLSearchParams(text.slice(0, 1000));
}
