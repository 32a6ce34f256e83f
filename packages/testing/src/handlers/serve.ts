import { http, type HttpResponseResolver, type RequestHandler } from 'msw';
import type { MockContext } from './mock-api.ts';
import { Refusal } from './refusal.ts';

type Method = 'get' | 'head' | 'post' | 'put';

export interface Served {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
}

const note = async ({ received, base }: MockContext, request: Request): Promise<void> => {
  const { pathname, search } = new URL(request.url);
  const { pathname: root } = new URL(base, globalThis.location?.href);
  const isJson = /json/.test(request.headers.get('content-type') ?? '');
  received.push({
    method: request.method,
    path: pathname.slice(root.length) + search,
    key: request.headers.get('idempotency-key') ?? undefined,
    body: isJson
      ? await request
          .clone()
          .json()
          .catch(() => undefined)
      : undefined,
    credentials: request.credentials,
  });
};

const answer = async (handle: () => Response | Promise<Response>): Promise<Response> => {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof Refusal) return error.toResponse();
    // A mock that fails is a mistake of ours, which the test has to show.
    console.error(error);
    return new Refusal('server.failed', { detail: String(error) }).toResponse();
  }
};

/** One address of the service with its methods; any other method is answered 405. */
export const serve = (
  context: MockContext,
  path: string,
  methods: { readonly [method in Method]?: (served: Served) => Response | Promise<Response> },
): RequestHandler[] => {
  const carry =
    (handle: (served: Served) => Response | Promise<Response>): HttpResponseResolver =>
    async ({ request, params }) => {
      await note(context, request);
      const served = { request, params: params as Record<string, string> };
      // An error response of msw is a failed fetch, as that of a cut cable.
      return context.network.carry(request, () => answer(() => handle(served)));
    };
  const url = context.base + path;
  const allow = Object.keys(methods).join(', ').toUpperCase();
  return [
    ...(Object.keys(methods) as Method[]).map((method) => http[method](url, carry(methods[method]!))),
    http.all(
      url,
      carry(() => {
        throw new Refusal('request.method-not-allowed', { headers: { Allow: allow } });
      }),
    ),
  ];
};
