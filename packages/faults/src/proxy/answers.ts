export interface Made {
  readonly status: number;
  readonly reason?: string;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole HTTP answer as something between client and server would give it. */
export const makeAnswer = ({
  status,
  reason = 'Made up',
  type = 'text/html',
  body = '',
  headers = {},
}: Made): Buffer => {
  const bytes = Buffer.from(body);
  const lines = Object.entries({
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    // A captive portal answers for every origin, or the browser itself would refuse its answer.
    'Access-Control-Allow-Origin': '*',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`), bytes]);
};

export const htmlPage = (title: string): string =>
  `<!doctype html><html lang="it"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
